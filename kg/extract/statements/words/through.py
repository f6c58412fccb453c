"""What goes on behind a complement in the same sentence: "sagte, dass es reiche, man spare ja"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.words.clause_kinds import Complement, cue_like
from kg.extract.statements.words.content import sentence_end
from kg.model import Clause, ClauseKind, Mood, Span

__all__ = ["carried_through", "first_of"]


def first_of(aim: Complement | None, second: Complement | None) -> Complement | None:
    """As in "kündigte an, zu gehen, er komme aber wieder": both; the first that stands there where only one does."""
    if aim is None or second is None or second.content.start < aim.content.end:
        return second or aim
    return aim._replace(content=Span(aim.content.start, second.content.end))


def carried_through(page: Page, clause: Clause, found: Complement) -> Complement:
    """As in "sagte, dass es reiche, man spare ja": with the clauses of report that follow behind commas."""
    last = page.text.place_of(found.content.end - 1) + 1
    end = last
    for other in page.around(clause):
        joined = page.form(end) == "," and other.first == end + 1 and not page.spoken[other.first]
        told = other.kind is ClauseKind.MAIN and other.parent is None and other.mood is Mood.SUBJUNCTIVE_1
        if joined and told and page.token(other.first).tag != "KON" and not cue_like(page, other):
            end = max([other.last, *(child.last for child in page.children(other))])
    content = (
        None if end == last else page.span(page.text.place_of(found.content.start), min(end, sentence_end(page, last)))
    )
    return found if content is None else found._replace(content=content)
