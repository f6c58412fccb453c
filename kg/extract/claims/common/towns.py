"""The places that an article's sentences name as places, not as governments or the seats of bodies."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.model import Role

__all__ = ["places_named"]


def places_named(scene: Scene, numbers: Iterable[int]) -> list[Nominal]:
    """The noun phrases for places in those sentences of prose, but for "Berlin" as a government and "das Ministerium in
    Berlin"."""
    told = (number for number in numbers if scene.text.sentences[number].role is Role.PROSE)
    named = (nominal for number in told for nominal in scene.nominals[number])
    return [n for n in named if n.place is not None and n.actor is None and not _is_seat(scene, n)]


def _is_seat(scene: Scene, nominal: Nominal) -> bool:
    return nominal.attached and nominal.preposition is not None and scene.is_a(nominal.preposition, "in")
