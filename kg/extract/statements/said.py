"""The day of an act of saying: a date in the words that tell the act, never one from what is said."""

from __future__ import annotations

from kg.extract.statements.found import Found
from kg.extract.statements.page import Page
from kg.model import PartialDate

__all__ = ["said_on"]


def said_on(page: Page, found: Found) -> PartialDate | None:
    """The date beside the cue, as the day, month or year that it fixes; None where there is none."""
    if found.cue is None and found.carried:
        return None
    places = _frame(page, found)
    for date in page.mentions.dates:
        if date.first in places and not _inside(found, date.span.start):
            when = date.when.widened()
            return when if when.latest is not None and when.earliest is not None else None
    return None


def _frame(page: Page, found: Found) -> frozenset[int]:
    """The tokens that tell the act: the cue's own clause, and the words beside its speaker."""
    places: set[int] = set()
    number = page.clause_of[found.at]
    if number >= 0 and not _inside(found, page.token(found.at).start):
        places |= set(page.own(page.text.clauses[number]))
    if found.voice is not None:
        sentence = page.sentence(found.voice.first)
        behind = found.voice.last
        while behind < min(sentence.last, found.voice.last + 4) and page.form(behind) != ",":
            places.add(behind)
            behind += 1
    return frozenset(places)


def _inside(found: Found, start: int) -> bool:
    return found.content.start <= start < found.content.end
