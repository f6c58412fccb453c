"""Dead and wounded of a place who may be of other lands: some are counted out, or terror struck whoever was there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.claims.casualties.placed import is_terror, is_warfare
from kg.extract.claims.common.bands import is_band
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.scene import Scene
from kg.model import Casualties, PlaceKind

__all__ = ["without_guests"]

_NEAR = 2
"""Sentences behind the whole number in which those from elsewhere are counted out."""


def without_guests(desk: Desk, found: Sequence[Casualties]) -> list[Casualties]:
    """The casualties, open where their own words do not tell whose they are and some of them are of another land: "67
    Menschen, unter ihnen sechs Briten", or that terror struck. In a war those who live there are struck as such."""
    return [replace(one, of=None) if _may_be_guests(desk.scene, one, found) else one for one in found]


def _may_be_guests(scene: Scene, one: Casualties, found: Sequence[Casualties]) -> bool:
    if one.of is None or one.number is None or _is_named(scene, one):
        return False
    return (is_terror(scene, _position(scene, one)) and _is_placed(scene, one)) or _has_guests(scene, one, found)


def _is_placed(scene: Scene, claim: Casualties) -> bool:
    """Whether a town of the country stands in the sentence of a claim or the two before it."""
    number = scene.sentence_of(_position(scene, claim)).number
    near = [n.place.place for names in scene.nominals[max(number - _NEAR, 0) : number + 1] for n in names if n.place]
    return any(place.country == claim.of and place.kind is not PlaceKind.COUNTRY for place in near)


def _has_guests(scene: Scene, whole: Casualties, found: Sequence[Casualties]) -> bool:
    number = scene.sentence_of(_position(scene, whole)).number
    if is_warfare(scene, scene.text.sentences[number]):
        return False
    return any(_is_guest(scene, part, whole, number) for part in found)


def _is_guest(scene: Scene, part: Casualties, whole: Casualties, number: int) -> bool:
    """Whether others are some of the whole: told by "unter den Toten", "darunter", near behind it."""
    if (
        part.of in {None, whole.of}
        or is_band(part.of)
        or part.type is not whole.type
        or part.evidence.start <= whole.evidence.start
    ):
        return False
    first = _position(scene, part)
    some = any(scene.is_a(p, "under") or scene.is_a(p, "among") for p in (first, first + 1))
    return some and scene.sentence_of(first).number - number <= _NEAR and (part.number or 0) < (whole.number or 0)


def _is_named(scene: Scene, claim: Casualties) -> bool:
    """Whether the words of a claim name somebody of its land, or soldiers, or it is of no land ("Blauhelme")."""
    if claim.of not in {mention.place.country for mention in scene.mentions.places}:
        return True
    here = scene.nominals[scene.sentence_of(_position(scene, claim)).number]
    told = (n for n in here if claim.evidence.contains(scene.text.tokens[n.head].span))
    if any(n.people is not None and n.people.personnel is not None for n in told):
        return True
    inside = (m for m in scene.mentions.actors if claim.evidence.contains(m.span))
    return any(scene.power(m.actor) == claim.of for m in inside)


def _position(scene: Scene, claim: Casualties) -> int:
    return scene.text.place_of(claim.evidence.start)
