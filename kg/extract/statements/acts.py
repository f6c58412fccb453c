"""Verbs of saying with what they govern: indirect speech, and acts that are told without their words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.statements.clause_kinds import Complement
from kg.extract.statements.complements import complement
from kg.extract.statements.content import valued
from kg.extract.statements.cues import cue_span, rows_of
from kg.extract.statements.found import Found
from kg.extract.statements.objects import antecedent, object_of, strong
from kg.extract.statements.page import Page, place_of
from kg.extract.statements.somebody import speaks
from kg.extract.statements.speakers import speaker_of
from kg.extract.statements.stance import of_verb
from kg.extract.statements.voices import Voice, tells
from kg.lang.saying import SayingVerb
from kg.model import Clause, ClauseKind, Mode, Span

__all__ = ["acts"]


def acts(page: Page) -> Iterator[Found]:
    """Every clause whose verb says something, outside of quoted speech."""
    for clause in page.text.clauses:
        if not clause.verbs or page.spoken[clause.verbs[0]] or not page.prose(clause.first):
            continue
        if (clause.kind is ClauseKind.INFINITIVE and not _controlled(page, clause)) or _conditional(page, clause):
            continue
        for row in rows_of(page, clause):
            found = _act(page, clause, row)
            if found is not None:
                yield found
                break


def _controlled(page: Page, clause: Clause) -> bool:
    """As in "beeilte sich zu erklären, …": an infinitive whose subject is that of a clause that says nothing itself."""
    if clause.opener is not None or clause.parent is None:
        return False
    parent = page.text.clauses[clause.parent]
    return (
        parent.finite is not None
        and not rows_of(page, parent)
        and any("clause" in r.takes for r in rows_of(page, clause))
    )


def _conditional(page: Page, clause: Clause) -> bool:
    return (
        clause.kind is ClauseKind.SUBORDINATE
        and clause.opener is not None
        and page.form(clause.opener) in page.words("if")
    )


def _act(page: Page, clause: Clause, row: SayingVerb) -> Found | None:
    if (
        clause.opener is not None
        and page.form(clause.opener) in page.words("as")
        and clause.kind is ClauseKind.SUBORDINATE
    ):
        return None
    voice = speaker_of(page, clause)
    if voice is None or (row.weak and not strong(voice)) or (row.things and not tells(page, voice)):
        return None
    found = complement(page, clause, row)
    if found is not None:
        return _indirect(page, clause, row, voice, found)
    if clause.kind is ClauseKind.INFINITIVE:
        return None
    content = antecedent(page, clause, row) or object_of(page, clause, row, voice)
    if content is None or not (strong(voice) or _known(page, voice)):
        return None
    at, cue = clause.finite or clause.first, cue_span(page, clause)
    stance = of_verb(page, row, clause, content)
    mode = Mode.INDIRECT if _worded(page, clause, content) else row.mode
    return Found(at, content, voice, stance, mode, cue, row.rule, Decimal("0.8"), rank=6)


def _worded(page: Page, clause: Clause, content: Span) -> bool:
    """As in "kritisierte den Beschluss als „gefährlich“": the object is called something in the speaker's own words."""
    begin = place_of(page, content.start)
    called = valued(page, clause, begin) if page.clause_of[begin] == clause.number else None
    if called is None:
        return False
    start = page.token(called).start
    return any(start < mark.inner.start < content.end for mark in page.text.quotations)


def _indirect(page: Page, clause: Clause, row: SayingVerb, voice: Voice, found: Complement) -> Found:
    stance = of_verb(page, row, clause, found.content)
    at, cue = clause.finite or clause.first, cue_span(page, clause)
    return Found(at, found.content, voice, stance, Mode.INDIRECT, cue, row.rule, rank=7 if row.weak else 3)


def _known(page: Page, voice: Voice) -> bool:
    """Whether the speaker is named in the text, or is a pair to be looked up; a bare noun phrase does not act."""
    places = range(voice.first, voice.last)
    return any(
        page.named.get(place) or page.form(place) in page.words("both") or speaks(page, place) for place in places
    )
