"""The parts of a date expression, and what the readings of them share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from kg.model import PartialDate

__all__ = ["Parts", "Reading", "moved"]


class Parts(NamedTuple):
    """The slots of a matched pattern with their values, and what relative dates count from."""

    values: Mapping[str, str]
    today: date | None
    anchor: PartialDate | None
    """The date named before, for "am Vortag"."""

    def number(self, slot: str) -> int | None:
        """The value of a slot as a number."""
        value = self.values.get(slot)
        return None if value is None else int(value)

    @property
    def shift(self) -> int | None:
        """-1 for "vergangen", 1 for "kommend", 0 for "dies"; None where none of them stands there."""
        return next((int(self.values[slot]) for slot in ("back", "ahead", "this") if slot in self.values), None)


Reading = Callable[[Parts], PartialDate | None]


def moved(today: date, unit: str, count: int, *, loose: bool) -> PartialDate | None:
    """The day, week, month or year that lies `count` units away; weeks counted loosely are known to a few days only."""
    if unit == "day":
        return PartialDate.day(today + timedelta(days=count))
    if unit == "week":
        if loose:
            middle = today + timedelta(weeks=count)
            return PartialDate.between(middle - timedelta(days=3), middle + timedelta(days=3))
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=count)
        return PartialDate.between(monday, monday + timedelta(days=6))
    if unit == "month":
        months = today.year * 12 + today.month - 1 + count
        return PartialDate(f"{months // 12:04d}-{months % 12 + 1:02d}")
    return PartialDate(f"{today.year + count:04d}")
