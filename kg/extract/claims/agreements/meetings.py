"""Visits and summits: who met, where and when; what is signed there takes place and date from them."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.common.pairs import party
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import subject
from kg.model import ActorKind, Clause, MentionForm, PartialDate, PlaceKind, Sentence

__all__ = ["Meeting", "capital", "city_of", "meeting_before"]


_BACK = 3
"""Sentences before a clause in which the visit may be told."""


class Meeting(NamedTuple):
    """What the sentences right before (and the beginning of the same one) tell of a visit."""

    used: bool
    """Whether a visit or summit is told at all."""
    first: int
    """Position of the first token of its sentence."""
    persons: tuple[str, ...]
    """Actor ids of the persons named, in the order of the text."""
    powers: tuple[str, ...]
    country: str | None
    place: str | None
    when: PartialDate | None


def meeting_before(scene: Scene, clause: Clause) -> Meeting:
    """The visit told in the sentence of a clause, in the sentence before, or in the same paragraph near before."""
    sentence = scene.sentence_of(clause.first)
    around = [sentence]
    for number in range(sentence.number - 1, max(sentence.number - _BACK, 0) - 1, -1):
        other = scene.text.sentences[number]
        near = 1 if number == sentence.number - 1 else 0
        if other.paragraph < sentence.paragraph - near or (not near and any(_tells(scene, s) for s in around)):
            break
        around.insert(0, other)
    if not any(_tells(scene, s) for s in around):
        around = around[-2:]
    nominals = [n for s in around for n in scene.nominals[s.number]]
    told = [s for s in around if _tells(scene, s)]
    persons = tuple(
        dict.fromkeys(n.actor.actor.id for n in nominals if n.actor and n.actor.actor.kind is ActorKind.PERSON)
    )
    powers = tuple(dict.fromkeys(p for n in nominals if n.actor and (p := party(scene, n.actor.actor)) is not None))
    if not told:
        return Meeting(False, clause.first, persons, powers, None, None, None)
    spots = [n for s in told for n in scene.nominals[s.number] if _is_spot(scene, n)]
    named = next((n.place.place.id for n in spots if n.place and n.place.place.kind is not PlaceKind.COUNTRY), None)
    country = next((c for n in spots if (c := _country(scene, n)) is not None), None)
    dates = [d.when for s in told for d in scene.mentions.dates if s.first <= d.first < s.last]
    seat = any(n.lemma in scene.words.jobs["capital"] for n in spots)
    place = named or (capital(scene, country) if seat else None)
    return Meeting(True, told[0].first, persons, powers, country, place, dates[0] if dates else None)


def capital(scene: Scene, country: str | None) -> str | None:
    """The city that stands for a country elsewhere in the article ("Pjöngjang lieferte …")."""
    for mention in scene.mentions.actors:
        if mention.form is MentionForm.METONYM and mention.actor.id == country:
            for place in scene.mentions.places:
                if place.span.overlaps(mention.span) and place.place.country == country:
                    return place.place.id
    return None


def _tells(scene: Scene, sentence: Sentence) -> bool:
    return scene.has(sentence, "meeting") or any(
        clause.lemma in scene.words.jobs["meeting"]
        for clause in scene.text.clauses
        if sentence.first <= clause.first < sentence.last
    )


def _is_spot(scene: Scene, nominal: Nominal) -> bool:
    """A place where somebody is, or the capital that is visited."""
    if nominal.lemma in scene.words.jobs["capital"]:
        return True
    if nominal.preposition is None and nominal.place is not None and nominal.place.place.kind is PlaceKind.CITY:
        clause = scene.clause_at(nominal.head)
        visits = clause is not None and any(scene.is_a(p, "meeting") for p in clause.verbs)
        visits = visits or (clause is not None and clause.lemma in scene.words.jobs["meeting"])
        return visits and clause is not None and subject(scene, clause) is not nominal
    return nominal.preposition is not None and scene.is_a(nominal.preposition, "place")


def _country(scene: Scene, nominal: Nominal) -> str | None:
    if nominal.place is not None:
        return nominal.place.place.country
    if nominal.actor is not None and nominal.actor.actor.kind is ActorKind.STATE:
        return nominal.actor.actor.id
    return next((o.actor.id for o in nominal.owners if o.actor.kind is ActorKind.STATE), None)


def city_of(scene: Scene, country: str | None) -> str | None:
    """The city of a country where the article places a visit or summit; None where it names none or several."""
    if country is None:
        return None
    cities: list[str] = []
    for sentence in scene.text.sentences:
        if not _tells(scene, sentence):
            continue
        for nominal in scene.nominals[sentence.number]:
            place = nominal.place.place if nominal.place is not None else None
            if (
                place is not None
                and place.kind is PlaceKind.CITY
                and place.country == country
                and _is_spot(scene, nominal)
            ):
                cities.append(place.id)
    return cities[0] if len(set(cities)) == 1 else None
