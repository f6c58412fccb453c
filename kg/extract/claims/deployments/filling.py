"""The hosts that the words of a deployment leave open, from what the rest of the article tells."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kg.extract.claims.deployments.found import Found
from kg.extract.claims.grammar.scene import Scene
from kg.model import Deployment

__all__ = ["filled", "placed"]

_FROM_AFAR = Decimal("0.6")
_BY_FAR = 2
"""How many times as often as the next a host must be told to lead."""


def filled(scene: Scene, found: Sequence[Found]) -> list[Found]:
    """The deployments, those with an open host filled from the others where these leave one country only: the country
    to which the article sends the same people, of two the one of the paragraph, else the one to which their
    paragraph, or all of it, sends anybody."""
    full = [_filled(scene, one, found) if one.open and one.claim.host is None else one for one in found]
    return [_led(one, full) if one.lent else one for one in full]


def placed(found: Sequence[Found], pair: tuple[str, str] | None) -> list[Found]:
    """The deployments, those whose host is still open put where the article has the soldiers it is about; others there
    too, if it names no host at all."""
    alone = pair is not None and all(one.claim.host is None for one in found)
    return [
        one._replace(claim=replace(one.claim, host=pair[1], certainty=_FROM_AFAR))
        if pair is not None and one.open and one.claim.host is None and (alone or one.claim.sender == pair[0])
        else one
        for one in found
    ]


def _led(one: Found, found: Sequence[Found]) -> Found:
    """A deployment with a host that is only lent: the one to which the article has the same people sent by far most."""
    told = Counter(f.claim.host for f in found if f.claim.sender == one.claim.sender and not (f.lent or f.open))
    ranked = [pair for pair in told.most_common() if pair[0] is not None]
    if len(ranked) < 2 or ranked[0][1] < _BY_FAR * ranked[1][1] or ranked[0][0] == one.claim.host:
        return one
    return one._replace(claim=replace(one.claim, host=ranked[0][0], certainty=_FROM_AFAR))


def _filled(scene: Scene, one: Found, found: Sequence[Found]) -> Found:
    told = [f.claim for f in found if f.claim.host is not None and not f.open]
    same = Counter(claim.host for claim in told if claim.sender == one.claim.sender)
    near = Counter(claim.host for claim in told if _paragraph(scene, claim) == _paragraph(scene, one.claim))
    hosts = (same or near or Counter(claim.host for claim in told)).most_common(2)
    host = hosts[0][0] if hosts and (len(hosts) == 1 or (same and hosts[0][1] >= _BY_FAR * hosts[1][1])) else None
    beside = [land for land in same if land in near]
    host = beside[0] if host is None and len(beside) == 1 else host
    if host is None or host == one.claim.sender:
        return one
    return one._replace(claim=replace(one.claim, host=host, certainty=_FROM_AFAR))


def _paragraph(scene: Scene, claim: Deployment) -> int:
    """The paragraph in which a deployment is told."""
    place = bisect_right(scene.text.sentences, claim.evidence.start, key=lambda s: s.start) - 1
    return scene.text.sentences[place].paragraph
