"""Casualties: whose people were killed, wounded or lost."""

from __future__ import annotations

from kg.extract.claims.casualties.casualties import casualties
from kg.extract.claims.casualties.tables import table_casualties

__all__ = ["casualties", "table_casualties"]
