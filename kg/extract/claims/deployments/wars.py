"""The country of "das Kriegsgebiet": that of the war that the article names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.extract.claims.common.context import is_fought
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.people import extent
from kg.extract.claims.grammar.location import Where
from kg.extract.claims.grammar.nominals import Nominal, land_named
from kg.extract.claims.grammar.scene import Scene
from kg.model import ActorKind

__all__ = ["war_zone"]


def war_zone(scene: Scene, inside: tuple[Nominal, ...], place: Where, sender: str | None, found: list[Found]) -> Where:
    """A place with the country of the only war that the article names, where people go to "das Kriegsgebiet" and no
    others of the same sender are told to be elsewhere."""
    zones = (n for n in inside if n.preposition is not None and n.lemma in scene.words.jobs["war-zone"])
    zone = next((n for n in zones if scene.is_a(n.preposition or 0, "place")), None)
    elsewhere = any(f.claim.rule and f.claim.host is not None and f.claim.sender == sender for f in found)
    if place.host is not None or zone is None or elsewhere:
        return place
    lands = set(_lands(scene))
    known = len(lands) == 1
    return place._replace(host=lands.pop(), theatre=False, front=False, positions=extent(zone)) if known else place


def _lands(scene: Scene) -> Iterator[str]:
    """The countries of all wars that the article names: "Ukraine-Krieg", "der Krieg im Sudan", "gegen Mali"."""
    for named in scene.nominals:
        for war in (n for n in named if scene.is_noun(n, "named-war")):
            yield from (m.actor.id for m in war.owners if m.actor.kind is ActorKind.STATE and m.last > war.head)
        for war, after in pairwise(named):
            tells = after.preposition is not None and (
                is_fought(scene, after) or scene.is_a(after.preposition, "place")
            )
            if scene.is_noun(war, "named-war") and after.attached and tells and (land := land_named(after)) is not None:
                yield land
