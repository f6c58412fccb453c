"""Reportative "wollen": "X will … herausgefunden haben" is X's claim."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.statements.content import behind_opener, longer
from kg.extract.statements.found import Found
from kg.extract.statements.page import Page
from kg.extract.statements.subjects import subject
from kg.extract.statements.voices import Voice
from kg.model import Clause, ClauseKind, Mode, Span, Stance

__all__ = ["PLAN", "intending", "wanting"]

PLAN = 8
"""The rank of a plan told in the indicative: who says it in the same words goes before."""


def wanting(page: Page) -> Iterator[Found]:
    """Clauses with a finite "will" over a perfect infinitive, with an actor as subject."""
    for clause in page.text.clauses:
        if clause.finite is None or page.form(clause.finite) not in page.words("wants") or page.spoken[clause.finite]:
            continue
        tags = [page.token(place).tag for place in clause.verbs]
        if "VVPP" not in tags or tags[-1] not in {"VAINF", "VAFIN"}:
            continue
        voice = subject(page, clause)
        content = None if voice is None or not voice.actors else _content(page, clause, voice)
        if voice is not None and content is not None and page.prose(clause.first):
            cue = page.token(clause.finite).span
            yield Found(
                clause.finite, content, voice, Stance.ASSERTS, Mode.INDIRECT, cue, "wanting/perfect", Decimal("0.8")
            )


def _content(page: Page, clause: Clause, voice: Voice) -> Span | None:
    """What stands before a summing "all das", else what stands around the speaker."""
    for child in page.children(clause):
        if child.opener is not None and page.form(child.opener) in page.words("that") and child.first > voice.last:
            return behind_opener(page, child)
    sentence = page.sentence(clause.first)
    assert clause.finite is not None
    listed = [other for other in page.around(clause) if other.number < clause.number]
    if listed and listed[0].kind is not ClauseKind.MAIN and clause.finite - clause.first <= 3:
        return page.span(sentence.first, clause.first)
    front = page.span(clause.first, clause.finite) if voice.first > clause.finite else None
    behind = page.span(max(voice.last, clause.finite + 1), clause.last)
    return longer(front, behind)


def intending(page: Page) -> Iterator[Found]:
    """As in "Polen will Panzer liefern": a plan of a named actor, told in the indicative as an act of announcing."""
    for clause in page.text.clauses:
        if clause.kind is not ClauseKind.MAIN or clause.finite is None or page.spoken[clause.finite]:
            continue
        tags = [page.token(place).tag for place in clause.verbs]
        if page.form(clause.finite) not in page.words("intends") or "VVINF" not in tags or "VVPP" in tags:
            continue
        voice = subject(page, clause)
        if voice is None or voice.pronoun or not any(page.named.get(p) for p in range(voice.first, voice.last)):
            continue
        content = page.span(max(voice.last, clause.finite + 1), clause.last)
        if content is not None and page.prose(clause.first):
            cue = page.token(clause.finite).span
            sure, stance, mode = Decimal("0.7"), Stance.ANNOUNCES, Mode.REPORTED
            yield Found(clause.finite, content, voice, stance, mode, cue, "wanting/plan", sure, rank=PLAN)
