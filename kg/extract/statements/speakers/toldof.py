"""Who is named in what is said, and so is rarely who says it."""

from __future__ import annotations

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page, place_of
from kg.extract.statements.common.voice import Voice
from kg.model import Actor, Clause, ClauseKind

__all__ = ["told_of"]

_HELPING = frozenset({"VMFIN", "VAFIN"})


def told_of(page: Page, one: Found, voice: Voice) -> set[Actor]:
    """The actors in the words of a statement; in "Kim müsse, sagte er, endlich handeln" those before the cue too."""
    named = {m.actor for m in page.mentions.actors if one.content.contains(m.span)}
    begun = _begun(page, one, voice)
    if begun is None:
        return named
    return named | {m.actor for m in page.mentions.actors if begun.first <= m.first < begun.last}


def _begun(page: Page, one: Found, voice: Voice) -> Clause | None:
    """The main clause before an inserted cue that goes on behind it: its finite verb waits for another."""
    cue = page.text.clauses[page.clause_of[voice.first]] if page.clause_of[voice.first] >= 0 else None
    if cue is None or place_of(page, one.content.start) < voice.first:
        return None
    for clause in page.around(cue):
        waits = clause.finite is not None and clause.verbs == (clause.finite,)
        if clause.kind is ClauseKind.MAIN and clause.last in {cue.first, cue.first - 1} and waits:
            return clause if page.token(clause.finite or clause.first).tag in _HELPING else None
    return None
