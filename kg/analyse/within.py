"""A report in the subjunctive inside the clause that speaks of it: "wies den Vorwurf, er habe gelogen, zurück"."""

from __future__ import annotations

from functools import cache

from kg.analyse.forms import mood_of
from kg.analyse.growing import Open
from kg.analyse.segments import Segment
from kg.analyse.tagger import Word
from kg.lang import Language
from kg.lang.saying import SayingNoun, SpeechWords
from kg.model import ClauseKind, Mood

__all__ = ["back_to", "goes_back", "is_report", "led_by_so"]

_ON = frozenset({"ADJD", "KOKOM"})
"""Tags of what goes on with the clause around a report: "…, absurd", "…, als Lüge"."""
_BEGINS = 3
"""Words with which a stretch begins: "ebenfalls weiter für"."""


@cache
def _report_nouns(language: Language) -> frozenset[str]:
    """The nouns for what is reported, in lower case: "bericht", "vorwurf"."""
    return frozenset(noun.lower() for row in language.table(SayingNoun).values() for noun in row.nouns)


def is_report(segment: Segment, before: list[int], words: list[Word], language: Language) -> bool:
    """Whether a stretch with a verb of its own tells what the noun right before it reports; `before`: the words of the
    clause around it."""
    if segment.wall != "," or segment.coordinated or segment.kind is not None or segment.finite is None or not before:
        return False
    noun, verb = words[max(before)], words[segment.finite]
    if noun.tag != "NN" or noun.lemma.lower() not in _report_nouns(language):
        return False
    return segment.sure and segment.finite > segment.places[0] and mood_of(verb.low, language) is not Mood.INDICATIVE


def led_by_so(segment: Segment, words: list[Word], language: Language) -> bool:
    """As in ", so sagte er,": whether "so" stands before a full verb; not ", so war die Annahme,"."""
    full = segment.finite is not None and "VVFIN" in words[segment.finite].can
    return full and len(segment.places) > 1 and words[segment.places[0]].low in language.table(SpeechWords)["so"].words


def goes_back(segment: Segment, words: list[Word], stack: list[Open], language: Language) -> bool:
    """Whether a stretch behind a report goes on with the clause around it."""
    if len(stack) < 2 or segment.wall != "," or stack[-2].kind is not ClauseKind.MAIN:
        return False
    tag = words[segment.places[0]].tag
    if stack[-1].kind is ClauseKind.MAIN:
        return stack[-1].parent is None and (tag in _ON or _held_for(segment, words, stack[-2], language))
    if tag == "KOKOM" and stack[-1].kind in {ClauseKind.SUBORDINATE, ClauseKind.INFINITIVE}:
        return stack[-1].done
    return stack[-1].done and _held_for(segment, words, stack[-2], language)


def _held_for(segment: Segment, words: list[Word], clause: Open, language: Language) -> bool:
    """As in "hält den Plan, der lange lag, noch für richtig": what a verb of holding takes for what."""
    verb = None if clause.finite is None else words[clause.finite].lemma
    rows = language.table(SpeechWords)
    if verb not in rows["holding"].words:
        return False
    marks = rows["held for"].words
    begins = [words[place].low in marks for place in segment.places[:_BEGINS]]
    return any(begins) and not any(words[place].low in marks for place in clause.places)


def back_to(stack: list[Open], depth: int) -> None:
    """Goes back to the clause at a depth: what was told inside it hangs on it."""
    for inner in stack[depth + 1 :]:
        if inner.kind is ClauseKind.MAIN and inner.parent is None:
            inner.parent = stack[depth]
    del stack[depth + 1 :]
