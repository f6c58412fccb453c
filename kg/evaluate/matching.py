"""Which found fact is which gold fact: by the overlap of their words, one to one, the best overlap first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import Span

__all__ = ["one_to_one", "overlap", "places_of"]


def places_of(words: str, text: str) -> tuple[Span, ...]:
    """Everywhere in a text that some words stand."""
    return tuple(Span(match.start(), match.start() + len(words)) for match in re.finditer(re.escape(words), text))


def overlap(span: Span | None, places: Iterable[Span]) -> float:
    """The best Jaccard index of the characters of a span and of one of the places; 0 where they share none."""
    return max((_jaccard(span, place) for place in places), default=0.0) if span is not None else 0.0


def one_to_one(pairs: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """Gold number → found number, taken greedily from (score, gold, found), highest score first."""
    taken: dict[int, int] = {}
    for _, gold, found in sorted(pairs, reverse=True):
        if gold not in taken and found not in taken.values():
            taken[gold] = found
    return taken


def _jaccard(one: Span, other: Span) -> float:
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / (max(one.end, other.end) - min(one.start, other.start)) if shared else 0.0
