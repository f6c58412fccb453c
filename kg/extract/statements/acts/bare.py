"""Answers without an object: "Der Kreml dementierte umgehend"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.meaning.stance import negated
from kg.extract.statements.speakers.speakers import speaker_of
from kg.model import Clause, Mode

__all__ = ["bare"]


def bare(page: Page) -> Iterator[Found]:
    """Every main clause in which somebody named denies and nothing is told that he denies: the verb is the content."""
    for clause in page.text.clauses:
        if clause.finite is None or clause.lemma not in page.words("denying alone") or not page.prose(clause.first):
            continue
        if not (page.spoken[clause.finite] or clause.passive or clause.parent is not None or _told(page, clause)):
            yield from _answer(page, clause)


def _told(page: Page, clause: Clause) -> bool:
    """Whether a clause or a second thing stands there that may be what is denied."""
    dated = {place for date in page.mentions.dates for place in range(date.first, date.last)}
    things = [p for p in page.phrases_in(clause) if p.preposition is None and p.head not in dated]
    return len(things) > 1 or bool(page.children(clause)) or page.form(clause.last) in {",", ":"}


def _answer(page: Page, clause: Clause) -> Iterator[Found]:
    voice, rows = speaker_of(page, clause), rows_of(page, clause)
    if voice is None or clause.finite is None or not rows or negated(page, clause):
        return
    if voice.pronoun or any(actor.registered for actor in voice.actors):
        cue = page.token(clause.verbs[-1]).span
        yield Found(clause.finite, cue, voice, rows[0].stance, Mode.REPORTED, cue, rows[0].rule, Decimal("0.6"), rank=7)
