"""Regions named below the clause of a deployment: "schickt Pioniere, um die Region Kursk zu räumen"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.grammar.clause_parts import antecedent, is_object
from kg.model import Clause, ClauseKind, PlaceKind, PlaceMention

__all__ = ["located"]


def located(desk: Desk, found: Iterable[Found]) -> Iterator[Found]:
    """The deployments; one that names no place takes the only region of its host in the clauses below its own."""
    for one in found:
        regions = {} if one.places or one.claim.host is None else _regions(desk, one)
        if len(regions) == 1:
            place = next(iter(regions.values())).place
            yield one._replace(claim=replace(one.claim, places=(place.id,)), places=(place,))
        else:
            yield one


def _regions(desk: Desk, one: Found) -> dict[str, PlaceMention]:
    scene = desk.scene
    at = scene.text.place_of(one.core.start)
    clause, sentence = scene.clause_at(at), scene.sentence_of(at)
    if clause is None:
        return {}
    named = (m for m in scene.mentions.places if sentence.first <= m.first < sentence.last)
    theirs = (m for m in named if m.place.kind is PlaceKind.REGION and m.place.country == one.claim.host)
    return {m.place.id: m for m in theirs if _belongs(desk, m, clause)}


def _belongs(desk: Desk, mention: PlaceMention, clause: Clause) -> bool:
    """Whether a place is named in a clause that hangs on this one, and not as where somebody speaks."""
    below = desk.scene.clause_at(mention.first)
    spoken = any(s.speaker is not None and s.speaker.overlaps(mention.span) for s in desk.scene.statements)
    if below is None or spoken or below.number == clause.number or not _is_scene(desk, below):
        return False
    while below is not None and below.number != clause.number:
        hangs = below.parent is not None and below.kind is not ClauseKind.FRAGMENT
        below = desk.scene.text.clauses[below.parent or 0] if hangs else None
    return below is not None


def _is_scene(desk: Desk, clause: Clause) -> bool:
    """Whether a clause tells what the people do; not "nach Russland, das Kursk zurückhaben will"."""
    if clause.kind is not ClauseKind.RELATIVE:
        return clause.kind is ClauseKind.INFINITIVE
    before = antecedent(desk.scene, clause)
    return before is not None and before.people is not None and not is_object(desk.scene, before, clause)
