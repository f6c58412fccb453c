"""Weapons taken up by a general noun: "Die ersten Systeme treffen im Mai ein" after "Patriot-Batterien"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.by_sentence import BySentence
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene

__all__ = ["with_stand_ins"]

_BACK = 2
"""Sentences back in which the weapons are named."""


def with_stand_ins(desk: Desk) -> Desk:
    """The desk with the goods of such nouns, where the two sentences before name weapons."""
    scene = desk.scene
    general = scene.nouns_of("stand-in")
    if not general:
        return desk
    places = (s.number for s in scene.text.sentences if not general.isdisjoint(scene.nouns[s.first : s.last]))
    return replace(desk, scene=replace(scene, nominals=_Taken(scene, frozenset(places))))


class _Taken(BySentence):
    """The noun phrases of a scene, those of some sentences with what general nouns mean."""

    def __init__(self, scene: Scene, places: frozenset[int]) -> None:
        super().__init__(len(scene.nominals))
        self._scene = scene
        self._places = places

    def read(self, number: int) -> tuple[Nominal, ...]:
        """The noun phrases of one sentence."""
        named = self._scene.nominals[number]
        if number not in self._places:
            return named
        return tuple(self._meant(n, number, counted=_is_held(named, n)) for n in named)

    def _meant(self, nominal: Nominal, number: int, *, counted: bool) -> Nominal:
        if not _is_stand_in(self._scene, nominal, counted=counted):
            return nominal
        near = [n for s in self._scene.nominals[max(number - _BACK, 0) : number] for n in s]
        clause = self._scene.clause_of[nominal.head]
        before = self._scene.nominals[number] if not nominal.attached or nominal.determiner is None else ()
        near += [n for n in before if n.last <= nominal.first and self._scene.clause_of[n.head] != clause]
        weapons = (n.item for n in reversed(near) if n.item is not None and n.item.arms)
        return nominal._replace(item=next(weapons, nominal.item))


def _is_held(named: Sequence[Nominal], nominal: Nominal) -> bool:
    """ "einige Dutzend Maschinen"."""
    before = (n for n in named if n.last <= nominal.first and n.people is not None and n.people.holds)
    return nominal.attached and any(n.last >= nominal.first - 1 for n in before)


def _is_stand_in(scene: Scene, nominal: Nominal, *, counted: bool) -> bool:
    """ "die ersten Systeme", "20 Maschinen", "weitere Batterien"."""
    if nominal.pronoun or (nominal.item is not None and nominal.item.arms) or not scene.is_noun(nominal, "stand-in"):
        return False
    known = nominal.determiner is not None and scene.is_a(nominal.determiner, "the")
    inner = range(nominal.first, nominal.head)
    more = any(scene.is_a(p, job) for p in inner for job in ("ordinal", "own", "such"))
    return known or more or counted or nominal.quantity is not None
