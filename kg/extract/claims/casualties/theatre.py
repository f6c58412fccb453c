"""The country where an article's events take place, by the towns and regions that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.extract.claims.casualties.conflict import is_nested
from kg.extract.claims.common.towns import places_named
from kg.extract.claims.grammar.scene import Scene
from kg.model import Place, PlaceKind

__all__ = ["theatre", "town_before"]

_NEAR = 3
"""Sentences back in which the place is named of what is told without one."""
_OFTEN = 2
"""How many times as often as any other an article names places of the country that it is about."""


def town_before(scene: Scene, position: int) -> str | None:
    """The country of the last place other than a country that the sentence of a token or the three before name."""
    number = scene.sentence_of(position).number
    named = (n for s in scene.nominals[max(number - _NEAR, 0) : number + 1] for n in s)
    places = [n.place.place for n in named if n.place is not None]
    return next((p.country for p in reversed(places) if p.kind is not PlaceKind.COUNTRY and p.country), None)


def theatre(scene: Scene, position: int) -> str | None:
    """The one country of the places near before a token, if the article names far more places of it than of others."""
    number = scene.sentence_of(position).number
    near = {place.country for place in _places(scene, range(max(number - _NEAR, 0), number))}
    if len(near) != 1 or _places(scene, [number], lands=True):
        return None
    ranked = Counter(place.country for place in _places(scene, range(len(scene.text.sentences)), lands=True))
    (first, often), *others = ranked.most_common(2)
    return first if first in near and (not others or often >= _OFTEN * others[0][1]) else None


def _places(scene: Scene, numbers: Iterable[int], *, lands: bool = False) -> list[Place]:
    """The towns and regions (and `lands`) that sentences of prose name, but for those inside a phrase."""
    named = (n for n in places_named(scene, numbers) if not is_nested(scene, n))
    places = (n.place.place for n in named if n.place is not None)
    return [p for p in places if p.country is not None and (lands or p.kind is not PlaceKind.COUNTRY)]
