"""Who signs an agreement: the persons whom its clause, a participle or the visit told before name."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.claims.agreements.meetings import Meeting
from kg.extract.claims.agreements.parties import Telling, does
from kg.extract.claims.common.pairs import both, pair_of, rulers
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import continued, parties
from kg.model import ActorKind, Clause

__all__ = ["signers"]


def signers(scene: Scene, telling: Telling, meeting: Meeting) -> tuple[str, ...]:
    """The persons who sign: the subjects of the clause or of the one that it continues, or "die beiden" who met."""
    clause = telling.clause
    if telling.zone:
        return _in_front(scene, telling)
    for one in (clause, None if clause.passive else continued(scene, clause)):
        if one is None:
            continue
        inside = scene.inside(one)
        bare = [n for n in inside if clause.passive and does(scene, n, "agent")] or parties(scene, inside)
        acting = [n.actor.actor for n in bare if n.actor is not None]
        free = [a for a in acting if a.kind is ActorKind.PERSON or scene.power(a) is not None]
        persons = [actor.id for actor in free if actor.kind is ActorKind.PERSON]
        if persons:
            return (*_beside(scene, inside, meeting, persons), *persons, *_partners(scene, clause))
        if any(scene.is_a(p, "both") for p in scene.own_tokens(one)) and len(meeting.persons) >= 2:
            return meeting.persons[-2:]
        if any(both(scene, n) and scene.is_noun(n, "ruler") for n in inside):
            return rulers(scene, pair_of(scene, clause.first))
        if free:
            return ()
    pronoun = any(n.pronoun and "nom" in n.cases for n in scene.inside(clause))
    he = meeting.persons[:1] if pronoun and not clause.passive else ()
    return tuple(dict.fromkeys([*he, *_partners(scene, clause)])) if he else ()


def _in_front(scene: Scene, telling: Telling) -> tuple[str, ...]:
    """As in "der von X und Y unterzeichnete Vertrag": the persons whom the participle names."""
    by = any(does(scene, n, "agent", "with", "between") for n in telling.zone)
    acting = [n.actor.actor for n in telling.zone if n.actor is not None and by]
    persons = [actor.id for actor in acting if actor.kind is ActorKind.PERSON]
    himself = [n for n in parties(scene, scene.inside(telling.clause)) if _in_zone(telling) and persons]
    ids = [n.actor.actor.id for n in himself[:1] if n.actor and n.actor.actor.kind is ActorKind.PERSON]
    return tuple(dict.fromkeys([*ids, *persons]))


def _in_zone(telling: Telling) -> bool:
    """As in "der von ihm und X unterzeichnete Vertrag": whether a pronoun stands for one who signed."""
    return any(n.pronoun and n.preposition is not None for n in telling.zone)


def _beside(scene: Scene, inside: tuple[Nominal, ...], meeting: Meeting, persons: list[str]) -> list[str]:
    """As in "er und Machthaber Kim": whom the pronoun means that is joined to a name."""
    for before, after in pairwise(inside):
        subject = "nom" in before.cases or does(scene, before, "agent")
        if before.pronoun and subject and after.coordinated and after.actor is not None:
            return [person for person in meeting.persons if person not in persons][:1]
    return []


def _partners(scene: Scene, clause: Clause) -> list[str]:
    """The persons with whom somebody signs ("mit Präsident Macron")."""
    other = [n for n in scene.inside(clause) if does(scene, n, "with")]
    return [n.actor.actor.id for n in other if n.actor is not None and n.actor.actor.kind is ActorKind.PERSON]
