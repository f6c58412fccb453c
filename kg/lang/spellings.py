"""Names of one person that texts spell in several ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row

__all__ = ["Spellings"]


@dataclass(frozen=True, kw_only=True)
class Spellings(Row):
    """Spellings of first names: whoever the gazetteer knows by one of them is meant by the others as well."""

    TABLE: ClassVar[str] = "spellings"

    groups: tuple[str, ...]
    """Each the spellings of one name, parted by blanks."""
