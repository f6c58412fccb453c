"""What the parts of a date expression mean together, given a reference day and the date named before.

Readings work on one day; a reference of several days is read day by day, and what the days agree on remains.
"""

from __future__ import annotations

from datetime import date, timedelta

from kg.model import PartialDate
from kg.recognise.datelinks import LINKS
from kg.recognise.dateparts import Parts, Reading, moved

__all__ = ["ABSOLUTE", "READINGS"]

_MUCH = 2.5
"""How many times nearer a coming day must be than the past one to be meant."""


def _year(parts: Parts) -> int | None:
    value = parts.number("year")
    if value is not None and value < 100:
        return value + 2000
    if value is None and parts.shift is not None and parts.today is not None:
        return parts.today.year + parts.shift
    return value


def _days(parts: Parts) -> PartialDate | None:
    last = _day(parts)
    first = _day(parts._replace(values={**parts.values, "d": parts.values["from"]}))
    if first is None or last is None or first.earliest is None or last.latest is None or first.edtf > last.edtf:
        return None
    return PartialDate.between(first.earliest, last.latest)


def _day(parts: Parts) -> PartialDate | None:
    month, number = parts.number("month") or parts.number("m"), parts.number("d")
    if month is None or number is None or not 1 <= month <= 12:
        return None
    year = parts.number("year")
    if year is not None:
        year += 2000 if year < 100 else 0
        return _valid(year, month, number)
    if parts.today is None:
        return None
    candidates = [_valid(parts.today.year + shift, month, number) for shift in (-1, 0, 1)]
    return _nearest([found for found in candidates if found is not None], parts.today)


def _valid(year: int, month: int, number: int) -> PartialDate | None:
    try:
        return PartialDate.day(date(year, month, number))
    except ValueError:
        return None


def _nearest(candidates: list[PartialDate], today: date) -> PartialDate | None:
    """The last one not after today, unless the next one is much nearer."""
    days = [found.earliest for found in candidates if found.earliest is not None]
    past, coming = [day for day in days if day <= today], [day for day in days if day > today]
    if past and coming and (coming[0] - today) * _MUCH < today - past[-1]:
        return PartialDate.day(coming[0])
    return PartialDate.day(past[-1]) if past else None


def _month(parts: Parts) -> PartialDate | None:
    month = parts.number("month")
    assert month is not None
    year = parts.number("year")
    if year is None:
        if parts.today is None:
            return None
        year = _year_of_month(month, parts.today, parts.shift)
    return PartialDate(f"{year:04d}-{month:02d}")


def _year_of_month(month: int, today: date, shift: int | None) -> int:
    """The year of "im Juni", "im vergangenen Juni", "im kommenden Juni"; eleven months ago is rather next month."""
    if shift == 1:
        return today.year if month > today.month else today.year + 1
    if shift == -1:
        return today.year if month < today.month else today.year - 1
    if month == today.month % 12 + 1 and shift is None:
        return today.year if month > today.month else today.year + 1
    return today.year if month <= today.month else today.year - 1


def _month_of_year(parts: Parts) -> PartialDate | None:
    year, month = _year(parts), parts.number("month")
    return None if year is None or month is None else PartialDate(f"{year:04d}-{month:02d}")


def _whole_year(parts: Parts) -> PartialDate | None:
    year = _year(parts)
    return None if year is None else PartialDate(f"{year:04d}")


def _season(parts: Parts) -> PartialDate | None:
    year, month = parts.number("year"), parts.number("season")
    if year is None or month is None:
        return None
    return PartialDate(f"{year:04d}-{month:02d}/{year:04d}-{month + 2:02d}")


def _quarter(parts: Parts) -> PartialDate | None:
    year, place, months = parts.number("year"), parts.number("ordinal"), parts.number("quarter")
    if not year or not place or not months or place * months > 12:
        return None
    return PartialDate(f"{year:04d}-{(place - 1) * months + 1:02d}/{year:04d}-{place * months:02d}")


def _weekday(parts: Parts) -> PartialDate | None:
    wanted = parts.number("weekday")
    if parts.today is None or wanted is None:
        return None
    back = (parts.today.weekday() - wanted) % 7
    if parts.shift == 1:
        return PartialDate.day(parts.today + timedelta(days=7 - back))
    if parts.shift == -1 and back == 0:
        back = 7
    return PartialDate.day(parts.today - timedelta(days=back))


def _weekend(parts: Parts) -> PartialDate | None:
    if parts.today is None:
        return None
    saturday = parts.today - timedelta(days=(parts.today.weekday() - 5) % 7)
    if parts.shift == 1:
        saturday += timedelta(days=7)
    elif parts.shift == -1 and parts.today.weekday() >= 5:
        saturday -= timedelta(days=7)
    return PartialDate.between(saturday, saturday + timedelta(days=1))


def _ago(parts: Parts) -> PartialDate | None:
    count = parts.number("count") or parts.number("n")
    if parts.today is None or not count:
        return None
    return moved(parts.today, parts.values["unit"], -count, loose=True)


def _unit(parts: Parts) -> PartialDate | None:
    if parts.today is None or parts.shift is None:
        return None
    return moved(parts.today, parts.values["period"], parts.shift, loose=False)


def _whole(parts: Parts) -> PartialDate | None:
    return None if parts.today is None else moved(parts.today, parts.values["whole"], -1, loose=False)


def _day_word(parts: Parts) -> PartialDate | None:
    shift = parts.number("day_word")
    return None if parts.today is None or shift is None else PartialDate.day(parts.today + timedelta(days=shift))


def _this_year(parts: Parts) -> PartialDate | None:
    return None if parts.today is None else PartialDate(f"{parts.today.year:04d}")


READINGS: dict[str, Reading] = {
    "day": _day,
    "days": _days,
    "month": _month,
    "month_of_year": _month_of_year,
    "year": _whole_year,
    "season": _season,
    "quarter": _quarter,
    "weekday": _weekday,
    "weekend": _weekend,
    "ago": _ago,
    "unit": _unit,
    "whole": _whole,
    "day_word": _day_word,
    "this_year": _this_year,
    **LINKS,
}
"""What `means` in the table of dates may say."""

ABSOLUTE = frozenset({"season", "quarter"})
"""Readings that never need a reference."""
