"""Dates that count from the date named before ("am Vortag", "zwei Tage später"), and those of weeks and seasons."""

from __future__ import annotations

from datetime import date, timedelta

from kg.model import PartialDate
from kg.recognise.dateparts import Parts, Reading, moved

__all__ = ["LINKS"]

_FEW = {"day": (7, 2), "week": (42, 14), "month": (300, 60), "year": (2190, 730)}
"""How many days ago "vor wenigen Tagen" is at most and at least."""


def _anchor(parts: Parts) -> PartialDate | None:
    if "anchor_same" in parts.values:
        return parts.anchor
    start = _start(parts)
    if start is None:
        return None
    shift = next((int(value) for slot, value in parts.values.items() if slot.startswith("anchor")), 0)
    shift += ("after" in parts.values) - ("before" in parts.values)
    return PartialDate.day(start + timedelta(days=shift))


def _start(parts: Parts) -> date | None:
    """The day named before, else the article's own: "am Vortag" at its beginning."""
    if parts.anchor is None:
        return parts.today
    return parts.anchor.earliest if parts.anchor.is_day else None


def _evening(parts: Parts) -> PartialDate | None:
    """As in "am Abend": of the day named before, else of the article's own."""
    if parts.anchor is not None:
        return parts.anchor if parts.anchor.is_day else None
    return None if parts.today is None else PartialDate.day(parts.today)


def _later(parts: Parts) -> PartialDate | None:
    """As in "zwei Tage später", "ein Jahr zuvor"."""
    count = parts.number("count") or parts.number("n")
    if parts.anchor is None or parts.anchor.earliest is None or not count:
        return None
    unit = parts.values["unit"]
    count *= -1 if "before" in parts.values else 1
    if unit == "year":
        return moved(parts.anchor.earliest, unit, count, loose=True)
    return moved(parts.anchor.earliest, unit, count, loose=True) if parts.anchor.is_day else None


def _then(parts: Parts) -> PartialDate | None:
    return parts.anchor


def _soon(parts: Parts) -> PartialDate | None:
    """As in "wenig später" behind a month or year: no more than the year is fixed."""
    if parts.anchor is None or parts.anchor.earliest is None or parts.anchor.is_day:
        return None
    return PartialDate(f"{parts.anchor.earliest.year:04d}")


def _weekday_of_week(parts: Parts) -> PartialDate | None:
    wanted, shift = parts.number("weekday"), parts.shift
    if parts.today is None or wanted is None or (shift is None and "n" not in parts.values):
        return None
    if shift is None:
        return PartialDate.day(parts.today - timedelta(days=(parts.today.weekday() - wanted) % 7 + 7))
    monday = parts.today - timedelta(days=parts.today.weekday()) + timedelta(weeks=shift)
    return PartialDate.day(monday + timedelta(days=wanted))


def _weekday_linked(parts: Parts) -> PartialDate | None:
    """As in "am Dienstag davor", "am Montag darauf": the next such day before or behind the one named before."""
    wanted = parts.number("weekday")
    if parts.anchor is None or wanted is None or not parts.anchor.is_day or parts.anchor.earliest is None:
        return None
    day = parts.anchor.earliest
    if "before" in parts.values:
        return PartialDate.day(day - timedelta(days=(day.weekday() - wanted) % 7 or 7))
    return PartialDate.day(day + timedelta(days=(wanted - day.weekday()) % 7 or 7))


def _weekday_last_week(parts: Parts) -> PartialDate | None:
    """As in "am Dienstag der Vorwoche"."""
    wanted = parts.number("weekday")
    if parts.today is None or wanted is None:
        return None
    return PartialDate.day(parts.today - timedelta(days=parts.today.weekday() + 7 - wanted))


def _this_week(parts: Parts) -> PartialDate | None:
    """As in "Anfang der Woche": what has passed of it."""
    if parts.today is None:
        return None
    if parts.shift is not None:
        return moved(parts.today, "week", parts.shift, loose=False)
    return PartialDate.between(parts.today - timedelta(days=parts.today.weekday()), parts.today)


def _this_month(parts: Parts) -> PartialDate | None:
    return None if parts.today is None else PartialDate(f"{parts.today.year:04d}-{parts.today.month:02d}")


def _few(parts: Parts) -> PartialDate | None:
    if parts.today is None:
        return None
    most, least = _FEW[parts.values["unit"]]
    return PartialDate.between(parts.today - timedelta(days=most), parts.today - timedelta(days=least))


def _bare_season(parts: Parts) -> PartialDate | None:
    month, shift = parts.number("season"), parts.shift
    if parts.today is None or month is None:
        return None
    year = parts.today.year
    begun = month <= parts.today.month
    over = month + 2 < parts.today.month
    if shift == 1:
        year += begun
    elif shift == -1:
        year -= not over
    elif shift is None:
        year -= not begun
    return PartialDate(f"{year:04d}-{month:02d}/{year:04d}-{month + 2:02d}")


LINKS: dict[str, Reading] = {
    "anchor": _anchor,
    "evening": _evening,
    "later": _later,
    "then": _then,
    "soon": _soon,
    "weekday_of_week": _weekday_of_week,
    "weekday_linked": _weekday_linked,
    "weekday_last_week": _weekday_last_week,
    "this_week": _this_week,
    "this_month": _this_month,
    "few": _few,
    "bare_season": _bare_season,
}
"""What `means` in the table of dates may say, besides what stands for itself."""
