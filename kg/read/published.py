"""The day on which an article appeared, where its own text tells it.

A date without a year is taken only where weekday and calendar leave one year near another full date of the text; a date
that the calendar contradicts, and two different dates in one kind of note, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from kg.lang import Language
from kg.lang.published import PublishedKind, PublishedRow, compiled
from kg.model import PartialDate

__all__ = ["Dates", "dates_in_text", "notes"]

_TOP = 1500
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_BEFORE = timedelta(days=31)
_AFTER = timedelta(days=92)


class Dates(NamedTuple):
    """What is known of an article's days."""

    published: PartialDate | None
    updated: PartialDate | None


class _Noted(NamedTuple):
    """A date as written: what it leaves out is None."""

    day: int
    month: int
    year: int | None
    weekday: int | None


class _Calendar(NamedTuple):
    rows: tuple[PublishedRow, ...]
    patterns: dict[str, re.Pattern[str]]
    months: dict[str, int]
    weekdays: dict[str, int]
    date: re.Pattern[str]


def dates_in_text(text: str, language: Language, known: Dates) -> Dates:
    """Fills in what is not `known` from notes in the text; what it does not fix stays None."""
    calendar = _calendar(language)
    published, updated = known
    if published is None:
        published = _noted_day(text, calendar, PublishedKind.PUBLISHED, updated)
    if updated is None:
        updated = _noted_day(text, calendar, PublishedKind.UPDATED, published)
        if published is not None and updated is not None and _ends_before(updated, published):
            updated = None
    return Dates(published, updated)


def notes(text: str, language: Language, row: PublishedRow) -> list[str]:
    """The notes in the text that one row of the table finds, as written."""
    found = _calendar(language).patterns[row.key].finditer(text)
    return [note.group() for note in found if not row.top or note.start() < _TOP]


@lru_cache(maxsize=8)
def _calendar(language: Language) -> _Calendar:
    rows = tuple(language.table(PublishedRow).values())
    patterns = compiled(rows)
    return _Calendar(
        rows=rows,
        patterns=patterns,
        months={form: row.number for row in rows if row.kind is PublishedKind.MONTH for form in row.forms},
        weekdays={form: row.number for row in rows if row.kind is PublishedKind.WEEKDAY for form in row.forms},
        date=next(patterns[row.key] for row in rows if row.kind is PublishedKind.DATE),
    )


def _noted_day(text: str, calendar: _Calendar, kind: PublishedKind, other: PartialDate | None) -> PartialDate | None:
    """The day that the weightiest notes of one kind agree on."""
    for row in calendar.rows:
        if row.kind is not kind:
            continue
        found = calendar.patterns[row.key].finditer(text)
        noted = {_noted(note, calendar) for note in found if not row.top or note.start() < _TOP}
        if noted:
            days = {_fixed(each, text, calendar, other) for each in noted if each is not None}
            only = days.pop() if len(days) == 1 else None
            return None if only is None else PartialDate.day(only)
    return None


def _noted(found: re.Match[str], calendar: _Calendar) -> _Noted | None:
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
        return _Noted(day, month, year, None)
    month = int(found["month"]) if found["month"] else calendar.months[found["name"].lower()]
    short = found["short"]
    year_words = found["year"] or found["year_after_name"] or (short and f"20{short}")
    weekday = found["weekday"]
    return _Noted(
        int(found["day"]),
        month,
        int(year_words) if year_words else None,
        calendar.weekdays[weekday.lower()] if weekday else None,
    )


def _fixed(noted: _Noted, text: str, calendar: _Calendar, other: PartialDate | None) -> date | None:
    """The one day that it can be; None where the calendar has none, or more than one."""
    if noted.year is not None:
        return _on_calendar(noted, noted.year)
    anchors = set(_days(other))
    if noted.weekday is not None:
        anchors |= set(_full_dates(text, calendar))
    years = {anchor.year + step for anchor in anchors for step in (-1, 0, 1)}
    candidates = [day for year in sorted(years) if (day := _on_calendar(noted, year)) is not None]
    near = [day for day in candidates if any(anchor - _BEFORE <= day <= anchor + _AFTER for anchor in anchors)]
    return near[0] if len(near) == 1 else None


def _on_calendar(noted: _Noted, year: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        day = date(year, noted.month, noted.day)
    except ValueError:
        return None
    return day if noted.weekday in {None, day.weekday()} else None


def _full_dates(text: str, calendar: _Calendar) -> Iterator[date]:
    for found in calendar.date.finditer(text):
        noted = _noted(found, calendar)
        day = None if noted is None or noted.year is None else _on_calendar(noted, noted.year)
        if day is not None:
            yield day


def _days(when: PartialDate | None) -> Iterator[date]:
    if when is not None:
        yield from (day for day in (when.earliest, when.latest) if day is not None)


def _ends_before(one: PartialDate, other: PartialDate) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest
