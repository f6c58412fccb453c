"""A frame met in the text, with all that belongs to it: whom its source is like, its day, a relative clause."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.origins import Origin
from kg.lang.saying import Frame
from kg.model import Clause, ClauseKind

__all__ = ["Met", "whole"]


class Met(NamedTuple):
    """A frame met in the text: its tokens with the source, the source, and the words that signal it."""

    first: int
    last: int
    origin: Origin
    row: Frame


def whole(page: Page, frame: Met) -> Met:
    """The frame with what belongs to its source: whom it is like, its day, a relative clause."""
    for grown in (_over_likes, _over_day, _over_relative):
        frame = grown(page, frame)
    return frame


def _over_likes(page: Page, frame: Met) -> Met:
    """As in "nach Meinung von Kennern wie dem Juristen Holm"."""
    number = page.phrase_at(frame.last + 1)
    likes = page.form(frame.last) in page.words("as") and page.token(frame.last).tag == "KOKOM" and number >= 0
    fits = likes and page.text.phrases[number].first == frame.last + 1
    like = page.text.phrases[number] if fits else None
    named = like is not None and ("nom" not in like.cases or bool(page.named.get(like.head)))
    return frame._replace(last=like.last) if like is not None and named else frame


def _over_day(page: Page, frame: Met) -> Met:
    """As in "laut einem Bericht der Zeitung vom Freitag": the day of a text, not that of what it tells."""
    if page.form(frame.last) not in page.words("contracted von"):
        return frame
    date = next((date for date in page.mentions.dates if date.first in {frame.last, frame.last + 1}), None)
    return frame if date is None else frame._replace(last=date.last)


def _over_relative(page: Page, frame: Met) -> Met:
    """As in "laut Berichten, die sich auf Akten stützen, …": the relative clause belongs to the frame."""
    behind = frame.last + 1
    number = page.clause_of[behind] if page.form(frame.last) == "," and behind < len(page.clause_of) else -1
    clause = page.text.clauses[number] if number >= 0 else None
    relative = clause is not None and clause.kind is ClauseKind.RELATIVE and clause.first == behind
    return frame._replace(last=_relative_end(page, clause)) if clause is not None and relative else frame


def _relative_end(page: Page, clause: Clause) -> int:
    """Where a relative clause ends by its verb: "laut der Wache, die dort steht, ⟦im Wald verirrt⟧"."""
    end = clause.last if clause.finite is None else clause.finite + 1
    number = page.clause_of[end + 1] if end < clause.last and page.form(end) == "," else -1
    rest = number >= 0 and page.text.clauses[number].kind is ClauseKind.FRAGMENT
    return end + 1 if rest else clause.last
