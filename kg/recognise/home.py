"""The one state that an article is of: whose names fill it, or in which it was written."""

from __future__ import annotations

from collections import Counter

from kg.model import ActorKind
from kg.recognise.hits import Hit, shown_states, states_of
from kg.recognise.scan import Scan

__all__ = ["home_state"]

_OFTEN, _FAR_MORE = 4, 4
"""How often a state is shown at least that an article tells of, and how many times as often as any other."""
_ALONE = 2
"""How often the only state of an article is shown at least."""
_LEAD = 4
"""Sentences up to the dateline at most."""
_MARKS = frozenset({"–", "-", "—", "/"})


def home_state(scan: Scan) -> str | None:
    """The one state that nearly all of an article is of, or that of its dateline where it tells of none more often."""
    gazetteer = scan.lexicon.gazetteer
    shown = shown_states(scan.hits, scan.states, gazetteer)
    known = {key for key in shown.keys() & gazetteer.actors.keys() if gazetteer.actors[key].kind is ActorKind.STATE}
    shown = Counter({key: times for key, times in shown.items() if key in known})
    (state, most), (_, second) = [*shown.most_common(2), *((("", 0),) * 2)][:2]
    if most >= max(_OFTEN, _FAR_MORE * second) or (most >= _ALONE and not second):
        return state
    written = _dateline(scan)
    return written if written is not None and shown[written] == most else None


def _dateline(scan: Scan) -> str | None:
    """The state of the town with which the report begins: "Rom – Das Gesundheitsministerium …", "Graz/Wien – …"."""
    for sentence in scan.text.sentences[:_LEAD]:
        hit = scan.hits.get(sentence.first)
        if hit is not None and _marked(scan, hit):
            return next(states_of(hit, scan.lexicon.gazetteer), None)
    return None


def _marked(scan: Scan, hit: Hit) -> bool:
    return hit.last < len(scan.tokens) and scan.tokens[hit.last].form in _MARKS
