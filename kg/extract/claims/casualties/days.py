"""When people were hurt: the day that a clause gives for it, not since when the dead of a war are counted."""

from __future__ import annotations

from kg.extract.claims.grammar.scene import Scene
from kg.model import Clause, DateMention, PartialDate

__all__ = ["day_of"]

_BACK = 3
"""Tokens before a date where "seit" may stand ("seit dem vergangenen Mai")."""


def day_of(scene: Scene, clause: Clause) -> PartialDate | None:
    """The first date in a clause that tells when they were hurt; None where it gives none, or only since when they are
    counted ("seit April 2014") or since when there has been war ("in dem 2011 begonnenen Krieg")."""
    for date in scene.mentions.dates:
        if not clause.first <= date.first < clause.last or scene.clause_of[date.first] != clause.number:
            continue
        if not (_is_span(scene, clause, date) or _is_of_a_war(scene, clause, date)):
            return date.when
    return None


def _is_span(scene: Scene, clause: Clause, date: DateMention) -> bool:
    """Whether a date is where a span begins or ends."""
    before = range(max(date.first - _BACK, clause.first), date.first + 1)
    start = next((p for p in reversed(before) if scene.is_a(p, "lasting")), None)
    return start is not None and not any(scene.text.tokens[p].tag in _PLACED for p in range(start + 1, date.first))


_PLACED = frozenset({"APPR", "APPRART"})


def _is_of_a_war(scene: Scene, clause: Clause, date: DateMention) -> bool:
    """Whether a date stands inside a phrase for something that is no single blow ("in dem 2011 begonnenen Krieg")."""
    tokens = scene.text.tokens
    if date.last >= clause.last or tokens[date.last].tag not in {"ADJA", "VVPP"}:
        return False
    noun = next((n for n in scene.inside(clause) if n.head > date.last), None)
    return noun is not None and not scene.is_noun(noun, "blow")
