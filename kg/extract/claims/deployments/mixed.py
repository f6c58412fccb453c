"""People of somebody else among those of a power: "zog 50.000 Soldaten zusammen, darunter auch 900 Kubaner"."""

from __future__ import annotations

from kg.extract.claims.common.contingent import is_troop
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner

__all__ = ["guests_among"]

_FAR = 4
"""Tokens between the word that tells it and the people."""


def guests_among(desk: Desk, people: Nominal | None, host: str | None) -> list[tuple[Nominal, str]]:
    """The people behind some of nobody's in a sentence that are told to be part of them, and whose they are."""
    scene = desk.scene
    if people is None or people.quantity is None or people.owners or host is None:
        return []
    after = [n for n in scene.nominals[scene.sentence_of(people.first).number] if n.first >= people.last]
    found = ((n, owner(scene, n)) for n in after if is_troop(n) and _is_among(scene, n))
    return [(nominal, whose) for nominal, whose in found if whose not in {None, host} and whose is not None]


def _is_among(scene: Scene, nominal: Nominal) -> bool:
    """ "darunter 900 Kubaner", "unter ihnen auch Kubaner"."""
    first = nominal.first if nominal.quantity is None else min(nominal.first, nominal.quantity.first)
    before = range(max(first - _FAR, 0), first)
    if any(scene.is_a(p, "also") or scene.is_a(p, "among") for p in before):
        return True
    return any(scene.is_a(p, "under") and scene.is_a(p + 1, "them") for p in before if p + 1 < first)
