"""Question words that open a clause whose verb stands behind an apposition."""

from __future__ import annotations

from kg.analyse.segments import Segment
from kg.analyse.tagger import Word
from kg.model import ClauseKind

__all__ = ["resolved_openers"]

_HELPED = frozenset({"VVPP", "VVINF", "VAINF", "VAPP"})
"""Tags of what waits for a helping verb."""


def resolved_openers(found: list[Segment], words: list[Word]) -> list[Segment]:
    """As in ", wie X, der Leiter von Y, mitteilte": its verb may stand behind an apposition."""
    return [
        _late(segment, found[place + 1 : place + 4], words, free=place > 0 and not _waits(found[place - 1], words))
        for place, segment in enumerate(found)
    ]


def _waits(segment: Segment, words: list[Word]) -> bool:
    """As in "Die Armee hat Waffen, wie Gewehre, Messer und Helme verkauft": a participle behind it belongs to it."""
    helping = segment.finite is None or words[segment.finite].tag in {"VAFIN", "VMFIN"}
    return helping and not any(_HELPED & set(words[place].can) for place in segment.places)


def _late(segment: Segment, following: list[Segment], words: list[Word], *, free: bool) -> Segment:
    head = segment.places[0]
    opens = segment.kind is None and "PWAV" in words[head].can and segment.finite is None
    if not opens or len(segment.places) < 2:
        return segment
    for other in following:
        if other.kind is not None or other.wall not in {",", "(", ")"}:
            return segment
        last = other.places[-1]
        short = len(other.places) <= 3 and "VVFIN" in words[last].can
        reach = 16 if segment.wall == other.wall == "," else 8
        ends = free and last + 1 < len(words) and words[last + 1].tag == "$."  # ", wie X, Leiter von Y berichtet."
        if (other.finite == last and len(other.places) <= reach and (other.sure or ends)) or short:
            return segment._replace(kind=ClauseKind.SUBORDINATE, opener=head)
    return segment
