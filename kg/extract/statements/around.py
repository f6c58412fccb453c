"""What a frame says: the words around it in its clause, or those behind it."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.statements.content import behind_colon, longer, sentence_end
from kg.extract.statements.origins import Origin
from kg.extract.statements.page import Page
from kg.lang.saying import Frame, FrameKind
from kg.model import Clause, ClauseKind, Span

__all__ = ["Met", "around"]

_MUCH_LONGER = 1.4
"""How many times longer than the words behind a frame those before it are at least, with the subject among them."""


class Met(NamedTuple):
    """A frame met in the text: its tokens with the source, the source, and the words that signal it."""

    first: int
    last: int
    origin: Origin
    row: Frame


def around(page: Page, frame: Met, clause: Clause) -> Span | None:
    """What stands around the frame in its clause; the longer stretch where it is inserted."""
    top = _top(page, clause) if frame.row.kind is FrameKind.INSERTED or clause.kind is ClauseKind.FRAGMENT else clause
    sentence = page.sentence(frame.first)
    begin = top.first if top.opener is None else top.opener + 1
    end = sentence_end(page, frame.first)
    if frame.row.kind is FrameKind.INSERTED:
        begin, last = behind_colon(page, sentence.first, frame.first), end
    elif top.kind in {ClauseKind.MAIN, ClauseKind.FRAGMENT}:
        last = _before_semicolon(page, frame.last, end) if _leads(page, frame, begin) else _end_of_main(page, top, end)
    else:
        last = top.last
    second = top.kind is ClauseKind.MAIN
    if second and top.finite is not None and frame.last <= top.finite and _leads(page, frame, begin):
        return page.span(top.finite, last)
    before_words = None if frame.first <= begin else page.span(begin, frame.first)
    if frame.row.kind is FrameKind.INSERTED and before_words is not None and _relative_behind(page, frame):
        return before_words
    behind_words = page.span(frame.last, last)
    if before_words is not None and behind_words is not None and _told_in_full(page, frame, top, last):
        front, behind = (words.end - words.start for words in (before_words, behind_words))
        aside = page.token(begin).tag in {"APPR", "APPRART", "ADV"}  # who did it stands behind
        return behind_words if aside or behind * _MUCH_LONGER >= front else before_words
    return longer(before_words, behind_words)


def _told_in_full(page: Page, frame: Met, clause: Clause, last: int) -> bool:
    """As in "Die Armee hat nach eigenen Angaben 50 Boote versenkt": behind the frame stand an object and the verb."""
    inside = clause.finite is not None and clause.finite < frame.first and frame.row.kind is not FrameKind.INSERTED
    told = any(page.token(p).tag in {"VVPP", "VVINF"} for p in clause.verbs if frame.last < p < last)
    number = page.phrase_of[frame.last] if frame.last < len(page.phrase_of) else -1
    return inside and told and number >= 0 and page.text.phrases[number].first == frame.last


def _relative_behind(page: Page, frame: Met) -> bool:
    """As in ", so X, die …": what follows tells of the speaker."""
    following = page.clause_of[min(frame.last + 1, len(page.clause_of) - 1)]
    return following >= 0 and page.text.clauses[following].kind is ClauseKind.RELATIVE


def _leads(page: Page, frame: Met, begin: int) -> bool:
    """Whether the frame stands at the head of its clause, before the finite verb."""
    return frame.first <= begin + 1


def _before_semicolon(page: Page, first: int, last: int) -> int:
    return next((place for place in range(first, last) if page.form(place) == ";"), last)


def _end_of_main(page: Page, clause: Clause, end: int) -> int:
    following = [other for other in page.around(clause) if other.parent is None and other.first >= clause.last]
    return min(end, following[0].first) if following else end


def _top(page: Page, clause: Clause) -> Clause:
    while clause.parent is not None:
        clause = page.text.clauses[clause.parent]
    return clause
