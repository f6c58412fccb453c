"""Partial dates: a day, a month, a year, or an interval of them, as EDTF (level 0 and parts of level 1) writes it.

Specification: https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["PartialDate"]

_SIMPLE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date that may leave something open; `edtf` is its canonical text."""

    edtf: str

    def __post_init__(self) -> None:
        _bounds(self.edtf)

    @classmethod
    def parse(cls, words: str) -> PartialDate:
        """Reads an EDTF date or interval; raises ValueError that names the fault."""
        return cls(words.strip())

    @classmethod
    def day(cls, day: date) -> PartialDate:
        """The date that is this one day."""
        return cls(day.isoformat())

    @classmethod
    def between(cls, first: date, last: date) -> PartialDate:
        """The shortest way to write the days from `first` to `last`: day, month, year or interval."""
        if first == last:
            return cls.day(first)
        for width in (7, 4):
            if first.isoformat()[:width] == last.isoformat()[:width]:
                whole = cls(first.isoformat()[:width])
                if whole.earliest == first and whole.latest == last:
                    return whole
        return cls(f"{first.isoformat()}/{last.isoformat()}")

    @property
    def earliest(self) -> date | None:
        """The first day that it can mean; None where the beginning is open."""
        return _bounds(self.edtf)[0]

    @property
    def latest(self) -> date | None:
        """The last day that it can mean; None where the end is open."""
        return _bounds(self.edtf)[1]

    @property
    def is_day(self) -> bool:
        """Whether it fixes one day."""
        return self.earliest is not None and self.earliest == self.latest

    def days(self) -> tuple[date, ...]:
        """All days that it can mean, at most 366; empty where an end is open or it is longer."""
        first, last = self.earliest, self.latest
        if first is None or last is None or (last - first).days > 366:
            return ()
        return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))

    def widened(self) -> PartialDate:
        """The smallest day, month or year that holds it all; itself where none does."""
        first, last = self.earliest, self.latest
        if first is None or last is None:
            return self
        for width in (10, 7, 4):
            if first.isoformat()[:width] == last.isoformat()[:width]:
                return PartialDate(first.isoformat()[:width])
        return self

    def overlaps(self, other: PartialDate) -> bool:
        """Whether both can mean the same day."""
        low = max(self.earliest or date.min, other.earliest or date.min)
        return low <= min(self.latest or date.max, other.latest or date.max)

    def __str__(self) -> str:
        return self.edtf


def _bounds(edtf: str) -> tuple[date | None, date | None]:
    start, slash, end = edtf.partition("/")
    if not slash:
        return _ends(start, edtf)
    first = None if start in {"", ".."} else _ends(start, edtf)[0]
    last = None if end in {"", ".."} else _ends(end, edtf)[1]
    if first is None and last is None:
        raise ValueError(f"{edtf!r} fixes neither beginning nor end")
    if first is not None and last is not None and first > last:
        raise ValueError(f"{edtf!r} ends before it begins")
    return first, last


def _ends(words: str, edtf: str) -> tuple[date, date]:
    found = _SIMPLE.fullmatch(words)
    if found is None:
        raise ValueError(f"{edtf!r} is not an EDTF date such as 2024-10-28, 2024-10, 2024 or 2024-10-21/2024-10-22")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, calendar.IllegalMonthError) as fault:
        raise ValueError(f"{edtf!r} is not a day of the calendar") from fault
