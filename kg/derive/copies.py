"""Near-identical articles (wire copies): found by word shingles, counted once.

Method: Broder, "On the resemblance and containment of documents" (1997), with a bottom-k sketch to find candidates and
the exact resemblance of the shingle sets to decide. Hashes are of the words alone, so the result is always the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from zlib import crc32

from kg.derive.records import ArticleRecord
from kg.derive.times import ALWAYS

__all__ = ["SAME", "copies", "resemblance", "shingles"]

WORDS = 5
SKETCH = 24
SHARED = 4
"""Texts that share a quarter of their sketches are compared."""

SAME = 0.8
"""From this resemblance on, or where the shorter text is so far contained in the longer one, two texts are one."""

SHORTEST = 40
"""A text with fewer shingles is too short to tell a copy from a common phrase."""

_WORD = re.compile(r"\w+")


def shingles(words: str) -> frozenset[int]:
    """The hashes of all runs of five words, whatever their case and punctuation."""
    tokens = [token.encode() for token in _WORD.findall(words.casefold())]
    plain = b" ".join(tokens)
    ends = list(accumulate(len(token) + 1 for token in tokens))
    starts = [0, *ends]
    runs = [plain[start : end - 1] for start, end in zip(starts, ends[WORDS - 1 :], strict=False)]
    return frozenset(map(crc32, runs))


def resemblance(left: frozenset[int], right: frozenset[int]) -> float:
    """The share of common shingles: of the union, or of the smaller set where that is at least half of the larger."""
    if not left or not right:
        return 0.0
    common = len(left & right)
    whole = common / len(left | right)
    smaller, larger = sorted((len(left), len(right)))
    return max(whole, common / smaller) if smaller * 2 >= larger else whole


def copies(articles: Iterable[ArticleRecord]) -> dict[str, str]:
    """Every article that is a near-identical copy → the first of its kind, by the day of publication."""
    ordered = sorted(articles, key=_age)
    sketches = {article.iri: _sketch(article.text) for article in ordered}
    texts = {article.iri: article.text for article in ordered}
    first_with: dict[int, list[str]] = {}
    found: dict[str, str] = {}
    for iri, sketch in sketches.items():
        near = Counter(known for value in sketch for known in first_with.get(value, ()))
        likely = [other for other in near if near[other] * SHARED >= SKETCH]
        own = shingles(texts[iri]) if likely else frozenset()
        original = next((other for other in likely if resemblance(own, shingles(texts[other])) >= SAME), None)
        if original is not None:
            # A copy is not listed: what resembles it resembles the article that it copies.
            found[iri] = original
            continue
        for value in sketch:
            first_with.setdefault(value, []).append(iri)
    return found


def _age(article: ArticleRecord) -> tuple[object, ...]:
    return ((article.published or ALWAYS._replace(first=ALWAYS.last)), article.iri)


def _sketch(words: str) -> tuple[int, ...]:
    found = shingles(words)
    return tuple(sorted(found)[:SKETCH]) if len(found) >= SHORTEST else ()
