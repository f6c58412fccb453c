"""Which power's soldiers an article is about, and in what country they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.extract.claims.common.contingent import contingent, is_troop, troop_sentences
from kg.extract.claims.common.towns import places_named
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.grammar.location import where
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner
from kg.model import PlaceKind, Role, Sentence

__all__ = ["land_of_towns", "theatre"]

_OFTEN = 2
"""How many times as often as in another country the article must have them there."""
_SEEN = 2
"""Sentences that must have them there where none tells that they were sent."""


def theatre(scene: Scene, told: Sequence[Found]) -> tuple[str, str] | None:
    """The power whose soldiers the article is about and the country where nearly all of them are: the one to which it
    has them sent, else the one whose places stand in the sentences that name them."""
    moved = [f.claim for f in told]
    if all(claim.host is None for claim in moved):
        return _seen(scene) or _of_towns(scene, Counter(claim.sender for claim in moved if claim.sender is not None))
    sender = contingent(scene, moved)
    theirs = [f for f in told if f.claim.sender == sender and f.claim.host is not None]
    hosts = Counter(f.claim.host for f in [f for f in theirs if not f.lent] or theirs)
    ranked = hosts.most_common(2)
    if sender is None or not ranked or (ranked[1:] and ranked[0][1] < _OFTEN * ranked[1][1]):
        return None
    host = ranked[0][0]
    return (sender, host) if host is not None and host != sender else None


def _seen(scene: Scene) -> tuple[str, str] | None:
    """By the places alone: "nahmen in der Region Kursk zwei Nordkoreaner gefangen"."""
    sentences = list(troop_sentences(scene))
    if len(sentences) < _SEEN:
        return None
    pairs = Counter(pair for sentence in sentences for pair in set(_together(scene, sentence)))
    ranked = pairs.most_common(2)
    if not ranked or ranked[0][1] < _SEEN or (ranked[1:] and ranked[0][1] < _OFTEN * ranked[1][1]):
        return None
    return ranked[0][0]


def _of_towns(scene: Scene, senders: Counter[str], until: int | None = None) -> tuple[str, str] | None:
    """By the towns and regions of the article, for the power that sends people most often: the country foreign to all
    who send any that has far more of them than any other."""
    leading = senders.most_common(2)
    if not leading or (leading[1:] and leading[0][1] == leading[1][1]):
        return None
    sender = leading[0][0]
    places = (
        n.place.place for n in places_named(scene, range(len(scene.text.sentences))[:until]) if n.place is not None
    )
    towns = (place for place in places if place.kind is not PlaceKind.COUNTRY and place.country not in senders)
    ranked = Counter(town.country for town in towns).most_common(2)
    if not ranked or ranked[0][0] is None or ranked[0][1] < _SEEN:
        return None
    return None if ranked[1:] and ranked[0][1] < _OFTEN * ranked[1][1] else (sender, ranked[0][0])


def land_of_towns(scene: Scene, sender: str, until: int) -> str | None:
    """The foreign country that has most towns and regions of the article by far, up to a sentence."""
    pair = _of_towns(scene, Counter([sender]), until)
    return pair[1] if pair is not None else None


def _together(scene: Scene, sentence: Sentence) -> Iterator[tuple[str, str]]:
    """The powers whose soldiers a sentence of prose names, each with the foreign country of the place in it."""
    if sentence.role is not Role.PROSE:
        return
    nominals = scene.nominals[sentence.number]
    senders = {owner(scene, n) for n in nominals if is_troop(n)} - {None}
    host = where(scene, [n for n in nominals if not scene.speaks(n)]).host if senders else None
    if host is not None:
        yield from ((sender, host) for sender in senders if sender is not None and sender != host)
