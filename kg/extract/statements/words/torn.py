"""Words around a frame that say nothing in one part alone: "Der Vertrag schließt laut X Aufträge aus"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.words.met import Met
from kg.lang.saying import FrameKind
from kg.model import Clause, ClauseKind, Span

__all__ = ["Parts", "own_figure", "quotes", "untorn"]

Parts = tuple[Span | None, Span | None]
"""What stands before a frame and behind it."""
_WHOLE = frozenset({ClauseKind.MAIN, ClauseKind.SUBORDINATE, ClauseKind.RELATIVE})


def untorn(page: Page, frame: Met, top: Clause, parts: Parts, told: Span | None) -> Span | None:
    """What is `told` by the longer part; both, where it breaks off: "Der Pilot hat laut X zu spät reagiert"."""
    before, behind = parts
    if before is None or behind is None or told != before or quotes(page, behind):
        return told
    inserted = frame.row.kind is FrameKind.INSERTED
    broken = top.finite is not None and top.finite > frame.first if inserted else top.kind in _WHOLE
    return Span(before.start, behind.end) if broken else told


def quotes(page: Page, words: Span | None) -> bool:
    """Whether words hold quoted ones, which stand for themselves: "ist laut X eine „kluge Geschichte“"."""
    return words is not None and any(words.contains(mark.inner) for mark in page.text.quotations)


def own_figure(page: Page, frame: Met) -> Span | None:
    """As in "ein Verein mit nach eigenen Angaben 400 Mitgliedern": the figure alone, inside of a phrase."""
    before = frame.first - 1
    while page.token(before).tag == "ADV":
        before -= 1
    number = page.phrase_at(frame.last)
    if not frame.origin.own or page.token(before).tag not in {"APPR", "APPRART"} or number < 0:
        return None
    return page.span(frame.last, page.text.phrases[number].last) if page.token(frame.last).tag == "CARD" else None
