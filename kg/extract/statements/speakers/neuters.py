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
    """The body with "das" that is the subject of the sentence before one that begins with "es" and its verb, or where
    "es" stands behind the verb and its object before it: "Zahlen nannte es nicht"."""
    sentence, it = page.sentence(clause.first), _it(page, clause)
    if it is None or sentence.number == 0 or clause.passive:
        return None
    own = page.own(clause)
    reflexive = any(page.token(place).tag == "PRF" for place in own)
    before = page.text.sentences[sentence.number - 1]
    if reflexive or clause.mood is not Mood.INDICATIVE or before.paragraph != sentence.paragraph:
        return None
    mains = [other for other in page.clauses_in(before) if other.kind is ClauseKind.MAIN and other.parent is None]
    told = [other for other in mains if other.mood is Mood.INDICATIVE]  # "Das Amt teilte mit, man sei bereit. Es …"
    body = subject(page, told[-1]) if told else None
    if body is None or body.pronoun or body.plural or len(body.actors) != 1 or body.actors[0].kind in _NOT_BODIES:
        return None
    if page.form(body.first) not in page.words("neuter article"):
        return None
    reason, sure = "the body that is the subject of the sentence before", Decimal("0.6")
    span = page.token(it).span
    return body._replace(span=span, first=it, last=it + 1, certainty=sure, reason=reason, gender="n")


def _it(page: Page, clause: Clause) -> int | None:
    """The position of an "es" that opens the sentence, or stands behind the verb where one thing opens it and no clause
    hangs on it: not "Einzelheiten gibt es nicht", "Wichtig sei es, zu warten"."""
    first, finite = page.sentence(clause.first).first, clause.finite
    if finite is None or clause.first != first:
        return None
    if page.form(first) in page.words("it"):
        return first if finite == first + 1 else None
    if page.form(finite + 1) not in page.words("it") or page.children(clause):
        return None
    front = [p for p in page.phrases_in(clause) if p.last <= finite and p.preposition is None and "acc" in p.cases]
    return finite + 1 if [(p.first, p.last) for p in front] == [(first, finite)] else None
