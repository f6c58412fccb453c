"""How a sentence or clause opens: a verb of saying behind an adverb, a question word far from its verb."""

from __future__ import annotations

from kg.analyse.finite import announcing
from kg.analyse.forms import mood_of
from kg.analyse.segments import Segment
from kg.analyse.tagger import Word
from kg.lang import Language
from kg.model import ClauseKind, Mood

__all__ = ["announced", "resolved_openers"]

_REPORTED = frozenset({Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2})

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


def announced(found: list[Segment], words: list[Word], tells: frozenset[str], language: Language) -> list[Segment]:
    """The segments, the first with the verb that announces what the second says."""
    if len(found) < 2 or found[0].finite is not None or found[0].kind is not None or found[1].wall != ",":
        return found
    finite = found[1].finite
    told = found[1].kind is ClauseKind.SUBORDINATE or (
        finite is not None and mood_of(words[finite].low, language) in _REPORTED
    )
    verb = announcing(words, found[0].places, tells) if told else None
    return found if verb is None else [found[0]._replace(finite=verb, sure=True), *found[1:]]
