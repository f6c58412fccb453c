"""Days and stretches of days, with open ends, and how two of them lie to each other."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from kg.model import PartialDate

__all__ = ["ALWAYS", "VAGUE_DAYS", "Window", "window"]

VAGUE_DAYS = 92
"""A date that may mean more days than a quarter has is vague: it never joins two events that lie inside it."""


class Window(NamedTuple):
    """The first and the last day that something can mean, both inclusive; an open end is the end of the calendar."""

    first: date
    last: date

    @property
    def known(self) -> bool:
        """Whether both ends are days."""
        return self.first != date.min and self.last != date.max

    @property
    def vague(self) -> bool:
        """Whether an end is open or it spans more than a quarter."""
        return not self.known or (self.last - self.first).days > VAGUE_DAYS

    def overlaps(self, other: Window) -> bool:
        """Whether both can mean the same day."""
        return self.first <= other.last and other.first <= self.last

    def within(self, other: Window) -> bool:
        """Whether every day of it is a day of `other`."""
        return other.first <= self.first and self.last <= other.last

    def joined(self, other: Window) -> Window:
        """From the first day of either to the last day of either."""
        return Window(min(self.first, other.first), max(self.last, other.last))

    def stretched(self, *, before: int = 0, after: int = 0) -> Window:
        """With so many days more at its ends; an open end stays open."""
        first = max(self.first.toordinal() - before, date.min.toordinal())
        last = min(self.last.toordinal() + after, date.max.toordinal())
        return Window(
            self.first if self.first == date.min else date.fromordinal(first),
            self.last if self.last == date.max else date.fromordinal(last),
        )

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first.isoformat()
        first = ".." if self.first == date.min else self.first.isoformat()
        last = ".." if self.last == date.max else self.last.isoformat()
        return f"{first}/{last}"


ALWAYS = Window(date.min, date.max)
"""The window of what has no date at all."""


@cache
def window(edtf: str) -> Window:
    """The window of an EDTF date; ValueError where it is none."""
    when = PartialDate.parse(edtf)
    return Window(when.earliest or date.min, when.latest or date.max)
