"""Number words, what limits a number, and what numbers of other things than people and goods are followed by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row
from kg.model import Qualifier

__all__ = ["Limits", "Measures", "Numbers"]


@dataclass(frozen=True, kw_only=True)
class Numbers(Row):
    """Number words with their values."""

    TABLE: ClassVar[str] = "numbers"

    words: tuple[str, ...]
    """Each "word word … = value"."""


@dataclass(frozen=True, kw_only=True)
class Limits(Row):
    """Words before a number that limit it."""

    TABLE: ClassVar[str] = "limits"

    words: tuple[str, ...]
    """In lower case; several words are parted by a blank."""
    qualifier: Qualifier
    minimum: int | None = None
    """What is added to the number for its lower bound; absent where it is open."""
    maximum: int | None = None
    """The same for the upper bound."""


@dataclass(frozen=True, kw_only=True)
class Measures(Row):
    """Words behind (or before) a number that make it a measure: money, length, time, share."""

    TABLE: ClassVar[str] = "measures"

    words: tuple[str, ...]
    before: bool = False
    """Whether the words stand before the number."""
