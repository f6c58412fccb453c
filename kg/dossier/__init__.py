"""One claim, event, agreement or actor on one page: every voice in time order, with its words and its article."""

from __future__ import annotations

from kg.dossier.gather import dossier
from kg.dossier.model import Dossier

__all__ = ["Dossier", "dossier"]
