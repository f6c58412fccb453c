"""Where an agreement was signed, by the words around its noun."""

from __future__ import annotations

from kg.extract.claims.agreements.meetings import capital
from kg.extract.claims.agreements.parties import Telling
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import subject
from kg.model import ActorKind, Clause, PlaceKind

__all__ = ["signing_place"]


def signing_place(scene: Scene, telling: Telling) -> str | None:
    """The place that the clause or the participle in front of the noun gives for the signing; a region only where it is
    no part of what is agreed on."""
    before: Nominal | None = None
    found: list[tuple[bool, str | None]] = []
    seat = about = False
    for nominal in telling.zone or scene.inside(telling.clause):
        about = (about and nominal.attached) or (nominal.preposition is not None and _is_topic(scene, nominal))
        hangs = before is not None and nominal.attached and before.actor is None and before.place is None
        joined = seat and nominal.coordinated
        seat = joined or (before is not None and nominal.attached and before.lemma in scene.words.jobs["land"])
        before = nominal
        if nominal.lemma in scene.words.jobs["capital"] and nominal.preposition is not None:
            found.append((False, _capital(scene, nominal, telling.clause)))
        if seat or nominal.preposition is None or not scene.is_a(nominal.preposition, "place"):
            continue
        if about and nominal.place is not None and nominal.place.place.kind is not PlaceKind.CITY:
            continue
        if nominal.place is not None:
            found.append((hangs or nominal.place.place.kind is PlaceKind.COUNTRY, nominal.place.place.id))
        elif nominal.actor is not None and nominal.actor.actor.kind is ActorKind.GOVERNMENT:
            found.append((False, capital(scene, nominal.actor.actor.acts_for)))
    named = [one for one in found if one[1] is not None]
    return min(named, key=lambda one: one[0])[1] if named else None


def _is_topic(scene: Scene, nominal: Nominal) -> bool:
    """Whether a phrase tells what is agreed on ("über ein Ende der Kämpfe in Mali")."""
    return scene.is_a(nominal.preposition or 0, "spoken-about") or scene.is_a(nominal.preposition or 0, "purpose")


def _capital(scene: Scene, nominal: Nominal, clause: Clause) -> str | None:
    """ "in der eigenen Hauptstadt", "in der angolanischen Hauptstadt": its name, where the article tells it."""
    lands = [mention.actor.id for mention in nominal.owners if mention.actor.kind is ActorKind.STATE]
    top = subject(scene, clause)
    if not lands and top is not None and top.actor is not None:
        lands = [top.actor.actor.id] if any(scene.is_a(p, "own") for p in range(nominal.first, nominal.head)) else []
    for land in lands:
        cities = [m.place for m in scene.mentions.places if m.place.country == land and m.place.kind is PlaceKind.CITY]
        return capital(scene, land) or (cities[0].id if len({c.id for c in cities}) == 1 else None)
    return None
