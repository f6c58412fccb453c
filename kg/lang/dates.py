"""How the language writes dates: words with their values, and patterns made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row

__all__ = ["DateWords", "Dates"]


@dataclass(frozen=True, kw_only=True)
class DateWords(Row):
    """Words of one sort with their values; `key` is the slot that patterns name them by ("{month}")."""

    TABLE: ClassVar[str] = "datewords"

    words: tuple[str, ...]
    """Each "word word … = value"; a word ending in "-" is a stem that takes any ending."""
    trigger: bool = False
    """Whether patterns are tried where such a word stands."""


@dataclass(frozen=True, kw_only=True)
class Dates(Row):
    """One way to write a date: a regular expression with slots, and what it means."""

    TABLE: ClassVar[str] = "dates"

    pattern: str
    """"{slot}" stands for the words of a row of `datewords`, captured under the slot's name."""
    means: str
    """Name of the reading: "day", "month", "year", "weekday", "ago" …"""
    opens: tuple[str, ...] = ()
    """Words in lower case at which the pattern is tried, where it has no trigger of its own."""
    sure: bool = False
    """Whether it is a date even where a noun follows that it could count ("seit 2022 Drohnen")."""
