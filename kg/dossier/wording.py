"""The words that both kinds of pages share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.dossier.model import Dossier, Side, Voice

__all__ = ["KINDS", "KINDS_OF_CONTRADICTION", "PERHAPS", "source_line", "tallies"]

KINDS = {"claim": "Dossier of a claim", "event": "Dossier of an event"}
KINDS |= {"agreement": "Dossier of an agreement", "actor": "Dossier of an actor"}

PERHAPS = "perhaps about another event"
"""What is said of a voice, or of two, where it is not sure that the event is the same."""

KINDS_OF_CONTRADICTION = {
    "denialOfAssertion": "One denies what the other says",
    "reversal": "The same side has changed its word",
    "incompatibleNumbers": "The numbers cannot both be right",
    "incompatibleDates": "The dates differ",
    "incompatiblePlaces": "The places differ",
    "incompatibleCasualtyTypes": "The same number for different losses",
}


def tallies(dossier: Dossier) -> Iterator[tuple[int, str]]:
    """How many voices stand where, and how many sources and articles there are."""
    sides = Counter(voice.side for voice in dossier.voices if not voice.unsure)
    names = {
        Side.FOR: "say so",
        Side.AGAINST: "deny it",
        Side.OPEN: "leave it open",
        Side.EXPECTS: "expect it",
        Side.SAYS: "statements",
    }
    yield from ((sides[side], words) for side, words in names.items() if sides[side])
    unsure = sum(voice.unsure for voice in dossier.voices)
    if unsure:
        yield unsure, PERHAPS
    if dossier.sources:
        yield len(dossier.sources), f"independent sources: {', '.join(dossier.sources)}"
    yield len(dossier.pages), "articles" if len(dossier.pages) != 1 else "article"


def source_line(voice: Voice) -> str:
    """Where a voice was read, and through whom it came."""
    page = voice.page
    read_in = page.headline or page.identifier
    parts = [part for part in (page.publisher, page.published, read_in) if part]
    if voice.via:
        parts.append(f"via {voice.via}")
    if voice.chain.count("←") > 1:
        parts.append(voice.chain)
    return " · ".join(parts)
