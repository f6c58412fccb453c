"""More people of one deployment: those joined to the first by "und", "darunter", or as the second of two."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.people import extent, names_people
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.model import ClauseKind, Mood

__all__ = ["more_people"]


def more_people(desk: Desk, match: Match, people: Nominal) -> Iterator[Nominal]:
    """More people of the same deployment: "Soldaten, darunter drei Generäle", "insbesondere Techniker"."""
    scene = desk.scene
    after = [n for n in scene.nominals[scene.sentence_of(match.at).number] if n.first >= people.last]
    among = False
    for place, nominal in enumerate(after):
        told = any(scene.is_a(p, "also") or _is_under_them(scene, p) for p in range(people.last, nominal.first))
        next_to = place == 0 or among or (nominal.quantity is not None and _are_aims(after[:place]))
        beside = nominal.coordinated and next_to and nominal.people is not people.people
        among = (told and (not among or nominal.coordinated)) or beside
        joined = among or _is_gapped(scene, match, nominal)
        if nominal.pronoun and nominal.quantity is not None and _is_joined(scene, people, nominal):
            yield people._replace(first=nominal.first, last=nominal.last, head=nominal.head, quantity=nominal.quantity)
        if joined and _is_within(scene, match, nominal) and names_people(desk, nominal):
            yield nominal


def _are_aims(between: list[Nominal]) -> bool:
    """As in "900 Pioniere zur Räumung von Minen und 300 Köche": what people are sent for stands between."""
    return all(n.preposition is not None and n.actor is None and n.people is None and n.place is None for n in between)


def _is_under_them(scene: Scene, position: int) -> bool:
    """ "12.000 Soldaten, unter ihnen 500 Offiziere"."""
    return scene.is_a(position, "below") and scene.is_a(position + 1, "them")


def _is_within(scene: Scene, match: Match, nominal: Nominal) -> bool:
    """Whether a noun phrase stands in the clause, or in one that hangs on it."""
    clause = scene.clause_at(nominal.head)
    return nominal.first < match.clause.last or (clause is not None and clause.parent == match.clause.number)


def _is_joined(scene: Scene, people: Nominal, nominal: Nominal) -> bool:
    """ "… hat 900 Mann geschickt und im Januar 300 weitere"."""
    joint = any(scene.is_a(p, "and") for p in range(people.last, nominal.first))
    return joint and nominal.preposition is None and scene.clause_of[people.head] == scene.clause_of[nominal.head]


def _is_gapped(scene: Scene, match: Match, nominal: Nominal) -> bool:
    """ "300 Pioniere sollen Minen räumen, 500 Arbeiter Straßen", "…, während 500 Arbeiter Straßen bauen": the second of
    two that share the verb, or what is to be."""
    clause = scene.clause_at(nominal.head)
    if nominal.quantity is None or nominal.preposition is not None or clause is None:
        return False
    beside = clause.opener is not None and scene.is_a(clause.opener, "meanwhile") and clause.mood is Mood.INDICATIVE
    gap = clause.parent == match.clause.number and (clause.kind is ClauseKind.FRAGMENT or beside)
    return gap and extent(nominal)[0] == clause.first + beside
