"""The date before from which another counts: "am Vortag", "wenige Stunden später", "am Abend"."""

from __future__ import annotations

from kg.lang.dates import Dates
from kg.model import ClauseKind, DateMention, PartialDate, Text

__all__ = ["anchor_of"]

_NEAR = 6
"""Sentences between a date and what counts from it at most."""
_OF_DAYS = frozenset({"anchor", "evening", "later"})
"""Readings that count from a day, past a month or year named since."""
_DAYS = 3
"""How many dates back that day is at most."""


def anchor_of(text: Text, row: Dates, told: list[DateMention], first: int, *, apart: bool) -> PartialDate | None:
    """What a date of a row at the token `first` counts from, of the dates told before it; `apart`: not from another
    paragraph."""
    before = _last(text, row, told)
    return before.when if before is not None and _near(text, before, first, apart=apart) else None


def _last(text: Text, row: Dates, before: list[DateMention]) -> DateMention | None:
    """The date that another counts from: the last one; of a time of that day or days after, the last day that no
    relative clause tells ("der Vertrag, den sie am 9. Juni schlossen")."""
    days = (date for date in reversed(before[-_DAYS:]) if date.when.is_day and not _aside(text, date))
    last = before[-1] if before else None
    return next(days, last) if row.means in _OF_DAYS else last


def _near(text: Text, before: DateMention, first: int, *, apart: bool) -> bool:
    """Whether a date counts from the one before; "am Vortag" in a new paragraph is the day before the article's."""
    here, there = text.sentence_at(first), text.sentence_at(before.first)
    return here.number - there.number <= _NEAR and not (apart and here.paragraph != there.paragraph)


def _aside(text: Text, date: DateMention) -> bool:
    relative = (clause for clause in text.clauses if clause.kind is ClauseKind.RELATIVE)
    return any(clause.first <= date.first < clause.last for clause in relative)
