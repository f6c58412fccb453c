"""The day that the sentence behind tells of what was said: "… sind gefallen. Das sagte X am Montag"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.resolved import Resolved
from kg.model import Clause, ClauseKind, Mood, PartialDate

__all__ = ["told_behind"]


def told_behind(page: Page, one: Resolved) -> PartialDate | None:
    """The one day of a main clause right behind the sentence of a statement that begins with "das" or "dies" and tells
    how it came out: by whom it was said, who learned it."""
    here = page.sentence(max(one.found.at, page.text.place_of(one.found.content.start)))
    if here.number + 1 >= len(page.text.sentences):
        return None
    behind = page.text.sentences[here.number + 1]
    clause = page.text.clauses[page.clause_of[behind.first]] if page.clause_of[behind.first] >= 0 else None
    if clause is None or behind.paragraph != here.paragraph or not _points(page, clause):
        return None
    told = (date for date in page.mentions.dates if behind.first <= date.first < behind.last)
    days = {date.when for date in told if date.when.is_day}
    return days.pop() if len(days) == 1 else None


def _points(page: Page, clause: Clause) -> bool:
    """Whether a clause tells of the act of saying what stands before it."""
    told = clause.kind is ClauseKind.MAIN and clause.mood is Mood.INDICATIVE and clause.finite is not None
    pointed = told and page.form(clause.first) in page.words("this") and clause.finite == clause.first + 1
    return pointed and (clause.number in page.saying or clause.lemma in page.words("learning"))
