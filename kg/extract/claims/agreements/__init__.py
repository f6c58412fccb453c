"""Agreements: pacts between named parties."""

from __future__ import annotations

from kg.extract.claims.agreements.agreements import agreements

__all__ = ["agreements"]
