"""What is given: nouns and names of weapons and other goods (`items.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row

__all__ = ["ItemRow"]


@dataclass(frozen=True, kw_only=True)
class ItemRow(Row):
    """Nouns and names of one concept; the key is the concept's id."""

    TABLE: ClassVar[str] = "items"

    nouns: tuple[str, ...] = ()
    """Lemmas in lower case; "-rakete" is the last part of a compound."""
    names: tuple[str, ...] = ()
    """Beginnings of product names in lower case ("hwasong", "f-16")."""
    arms: bool = True
    """False for other goods and know-how, which count only beside a conflict."""
    unless: tuple[str, ...] = ()
    """Lemmas that look like one and are none."""
