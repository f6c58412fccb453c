"""Members of a list that commas part from their clause: "Gestern haben Kenia, Uganda, Mali und Togo unterzeichnet"."""

from __future__ import annotations

from kg.analyse.segments import Segment
from kg.analyse.tagger import Word

__all__ = ["lists_joined"]

_NOUNS = frozenset({"NN", "NE"})
_PHRASE = frozenset({*_NOUNS, "ART", "ADJA", "CARD"})
_LONGEST = 4
"""Words of a member at most."""


def lists_joined(found: list[Segment], words: list[Word]) -> list[Segment]:
    """The stretches of a unit with the members of a list, up to the one that "und" joins to the last, taken to the
    stretch before them: they are no appositions."""
    joined: list[Segment] = []
    for number, segment in enumerate(found):
        if joined and _in_list(found, number, words) and words[joined[-1].places[-1]].tag in _NOUNS:
            joined[-1] = joined[-1]._replace(places=joined[-1].places + segment.places)
        else:
            joined.append(segment)
    return joined


def _in_list(found: list[Segment], number: int, words: list[Word]) -> bool:
    """Whether a stretch is one noun phrase, and others follow it up to one with "und" and the last."""
    if not _is_member(found[number], words):
        return False
    after = number + 1
    while after < len(found) and _is_member(found[after], words):
        after += 1
    return after < len(found) and _ends_list(found[after], words)


def _is_member(segment: Segment, words: list[Word]) -> bool:
    bare = segment.wall == "," and segment.kind is None and segment.finite is None and not segment.coordinated
    tags = [words[place].tag for place in segment.places]
    return bare and len(tags) <= _LONGEST and tags[-1] in _NOUNS and _PHRASE.issuperset(tags)


def _ends_list(segment: Segment, words: list[Word]) -> bool:
    """ "(…,) Mali und Togo …": a noun phrase, "und" and another."""
    tags = [words[place].tag for place in segment.places[: 2 * _LONGEST]]
    if segment.wall != "," or segment.kind is not None or segment.sure or "KON" not in tags[1:]:
        return False
    at = tags.index("KON")
    first, last = tags[:at], tags[at + 1 : at + 2]
    return bool(first) and first[-1] in _NOUNS and _PHRASE.issuperset(first) and bool(last) and last[0] in _PHRASE
