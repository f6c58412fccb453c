"""Whom "beide Länder", "die beiden Präsidenten", "die drei Minister" mean: as many as were told of before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.lists import NUMBERS
from kg.extract.statements.speakers.somebody import personal
from kg.extract.statements.speakers.subjects import subject
from kg.model import Actor, ActorKind

__all__ = ["all_meant", "both_meant"]

_REACH = 4
"""How many sentences it looks back."""
_COUNTED = 3
"""Words of "die drei Länder"."""


def all_meant(page: Page, voice: Voice, spoken: list[Voice]) -> Voice | None:
    """As in "die drei Länder": as many as spoke together before."""
    words = {page.form(place) for place in range(voice.first, voice.last)}
    counts = (number for group, number in NUMBERS.items() if words & page.words(group))
    number = next(counts, None) if page.form(voice.first) in page.words("the") else None
    if number is None or voice.last - voice.first != _COUNTED:
        return None
    here = page.sentence(voice.first).number
    before = [said for said in spoken if here - page.sentence(said.first).number <= _REACH]
    for told in (*reversed(before), *_acting(page, here)):
        if len(told.actors) == number:
            reason = "as many as spoke or acted together before"
            return voice._replace(actors=told.actors, reason=reason, certainty=Decimal("0.6"))
    return None


def _acting(page: Page, here: int) -> Iterator[Voice]:
    """The subjects of the main clauses of the two sentences before one, the last first."""
    for sentence in reversed(page.text.sentences[max(here - 2, 0) : here]):
        for clause in reversed(page.clauses_in(sentence)):
            told = subject(page, clause) if clause.parent is None else None
            if told is not None:
                yield told


def both_meant(page: Page, voice: Voice) -> Voice | None:
    """As in "beide Länder", "die beiden Präsidenten": the last two states or persons named before."""
    if not any(page.form(place) in page.words("both") for place in range(voice.first, voice.last)):
        return None
    if any(actor.registered for actor in voice.actors):
        return None
    states = any(page.token(place).lemma.lower() in page.words("countries") for place in range(voice.first, voice.last))
    kind = ActorKind.STATE if states else ActorKind.PERSON
    here = page.sentence(voice.first).number
    pair = next(_acting(page, here), None) if voice.pronoun else None
    if pair is not None and pair.actors and _of_things(page, pair):
        return voice._replace(actors=pair.actors, reason="the two told of before", certainty=Decimal("0.6"))
    known = {mention.actor.id: mention.actor for mention in page.mentions.actors}
    found: list[Actor] = []
    for mention in reversed(page.mentions.actors):
        near = mention.first < voice.first and here - page.sentence(mention.first).number <= _REACH
        actor = known.get(mention.actor.acts_for or "") if states and mention.actor.kind is not kind else mention.actor
        if near and actor is not None and actor.kind is kind and actor not in found:
            found.append(actor)
        if len(found) == 2:
            reason = "the last two named before"
            return voice._replace(actors=(found[1], found[0]), reason=reason, certainty=Decimal("0.6"))
    return None


def _of_things(page: Page, pair: Voice) -> bool:
    """As in "Die beiden Parteien siegten. Beide fordern …": two told of together that are no persons."""
    told = any(page.form(place) in page.words("both") for place in range(pair.first, pair.last))
    people = any(personal(page, p) for p in range(pair.first, pair.last))
    return told and not people and all(actor.kind is not ActorKind.PERSON for actor in pair.actors)
