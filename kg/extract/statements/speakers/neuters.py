"""Whom "es" means where it says something: "Das Institut rechnet mit Regen. Es geht davon aus, dass …"."""

from __future__ import annotations

from decimal import Decimal

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.subjects import subject
from kg.model import ActorKind, Clause, ClauseKind, Mood

__all__ = ["it_says"]

_NOT_BODIES = frozenset({ActorKind.PERSON, ActorKind.STATE})


def it_says(page: Page, clause: Clause) -> Voice | None:
    """The body with "das" that is the subject of the sentence before one that begins with "es" and its verb."""
    own, sentence = page.own(clause), page.sentence(clause.first)
    opens = clause.finite is not None and own[:2] == (sentence.first, clause.finite)
    if not opens or page.form(own[0]) not in page.words("it") or sentence.number == 0 or clause.passive:
        return None
    reflexive = any(page.token(place).tag == "PRF" for place in own)
    before = page.text.sentences[sentence.number - 1]
    if reflexive or clause.mood is not Mood.INDICATIVE or before.paragraph != sentence.paragraph:
        return None
    mains = [other for other in page.clauses_in(before) if other.kind is ClauseKind.MAIN and other.parent is None]
    body = subject(page, mains[-1]) if mains else None
    if body is None or body.pronoun or body.plural or len(body.actors) != 1 or body.actors[0].kind in _NOT_BODIES:
        return None
    if page.form(body.first) not in page.words("neuter article"):
        return None
    reason, sure, first = "the body that is the subject of the sentence before", Decimal("0.6"), own[0]
    span = page.token(first).span
    return body._replace(span=span, first=first, last=first + 1, certainty=sure, reason=reason, gender="n")
