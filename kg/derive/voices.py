"""What each source says about an event: one claim stands for all that repeat it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.derive.numbers import Interval, interval
from kg.derive.records import ClaimRecord, Corpus
from kg.derive.sources import Source
from kg.derive.times import ALWAYS, Window

__all__ = ["AFFIRMED", "DENIED", "EXPECTED", "Voice", "side", "told_order", "voices"]

AFFIRMED, DENIED, EXPECTED = "affirmed", "denied", "expected"


class Voice(NamedTuple):
    """One source's say on one event; `claim` is the earliest of those that say the same."""

    source: str
    """The principal whom the claim goes back to; empty where the article speaks in its own voice."""
    side: str
    number: Interval | None
    told: Window
    claim: ClaimRecord


def side(claim: ClaimRecord, corpus: Corpus) -> str:
    """Whether a claim says that the event is so, denies it, or expects it."""
    statement = corpus.statements.get(claim.statement or "")
    if claim.modality == "denied" or (statement is not None and statement.stance == "denies"):
        return DENIED
    return EXPECTED if claim.modality in {"planned", "possible"} else AFFIRMED


def told_order(claim: ClaimRecord, corpus: Corpus) -> tuple[Window, Window, int, str]:
    """The key by which claims stand in the order in which they were made; what has no date comes last."""
    told, published = corpus.told(claim), corpus.articles[claim.article].published
    last = Window(ALWAYS.last, ALWAYS.last)
    return told or last, published or last, claim.start, claim.iri


def voices(claims: Iterable[ClaimRecord], sources: dict[str, Source], corpus: Corpus) -> list[Voice]:
    """The voices of an event in the order in which they were first heard."""
    found: dict[tuple[object, ...], Voice] = {}
    for claim in sorted(claims, key=lambda each: told_order(each, corpus)):
        behind = {corpus.principal(actor) for actor in sources[claim.iri].original} or {""}
        for source in sorted(behind):
            voice = Voice(source, side(claim, corpus), interval(claim), corpus.told(claim) or ALWAYS, claim)
            measure = (claim.role("personnel"), claim.role("itemConcept") or claim.role("item"))
            found.setdefault((source, voice.side, voice.number, claim.when, voice.told, *measure), voice)
    return list(found.values())
