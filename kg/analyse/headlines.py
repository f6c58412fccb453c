"""Headlines, sub-headings and leads: what stands over an article and is said again below."""

from __future__ import annotations

import re
from itertools import groupby

from kg.model import Role, Span

__all__ = ["with_headlines"]

Marked = tuple[Span, Role | None]

_CLOSED = re.compile(r"(?:[.…]|[.!?][\"'“”»«’)\]]+|[!?,][\"'“”»«]|:|,|;)$")
_CALLED = re.compile(r"[!?]$")
_FULL_STOP_INSIDE = re.compile(r"[^\W\d]{3}\.[\"“”»«)]*\s+[\"„»«(]?[A-ZÄÖÜ]")
_HEADLINE = 20
_CALL = 8
_LEAD = 45
_TAIL = 6


def with_headlines(text: str, marked: list[Marked], dateline: re.Pattern[str]) -> tuple[tuple[Span, Role], ...]:
    """The blocks of `text` with the roles that were left open (None) filled in: headline or prose.

    A headline has no full stop, or is said again word for word by the body; calls and questions count before the body
    and where they are short. A lead is the paragraph between headline and dateline. `dateline` matches the beginning of
    a first paragraph ("place – "). A text that would be nothing but headlines is prose.
    """
    filled = _without_menus(text, [(span, role or _role(text, span)) for span, role in marked])
    filled = _with_calls_on_top(text, filled)
    filled = _with_lead(text, filled, dateline)
    if all(role is not Role.PROSE for _, role in filled):
        filled = [(span, Role.PROSE if role is Role.HEADLINE else role) for span, role in filled]
    return tuple(filled)


def _role(text: str, span: Span) -> Role:
    words = span.of(text)
    if _CLOSED.search(words, max(0, len(words) - _TAIL)):
        return Role.PROSE
    count = len(words.split())
    if _CALLED.search(words, len(words) - 1):
        return Role.HEADLINE if count <= _CALL else Role.PROSE
    return Role.HEADLINE if count <= _HEADLINE and not _FULL_STOP_INSIDE.search(words) else Role.PROSE


def _without_menus(text: str, marked: list[tuple[Span, Role]]) -> list[tuple[Span, Role]]:
    """Three and more lines of one or two words in a row are a menu, not headlines."""
    result: list[tuple[Span, Role]] = []
    for short, group in groupby(marked, lambda mark: mark[1] is Role.HEADLINE and len(mark[0].of(text).split()) <= 2):
        run = list(group)
        result += [(span, Role.CLUTTER) for span, _ in run] if short and len(run) > 2 else run
    return result


def _with_calls_on_top(text: str, marked: list[tuple[Span, Role]]) -> list[tuple[Span, Role]]:
    """Before the body, a line that ends in a call or question, or that the body repeats, is a headline."""
    result = list(marked)
    for place, (span, role) in enumerate(marked[:-1]):
        if role is not Role.PROSE:
            continue
        words = span.of(text)
        called = _CALLED.search(words, len(words) - 1) is not None and len(words.split()) <= _HEADLINE
        if not called and text.find(words.rstrip(".!?"), span.end) < 0:
            break
        result[place] = (span, Role.HEADLINE)
    return result


def _with_lead(text: str, marked: list[tuple[Span, Role]], dateline: re.Pattern[str]) -> list[tuple[Span, Role]]:
    result = list(marked)
    places = [place for place, (_, role) in enumerate(marked) if role is Role.PROSE][:2]
    if len(places) < 2 or places[0] == 0:
        return result
    lead, body = marked[places[0]][0], marked[places[1]][0]
    if (
        any(role is Role.HEADLINE for _, role in marked[: places[0]])
        and len(lead.of(text).split()) <= _LEAD
        and dateline.match(text, body.start, body.end)
        and not dateline.match(text, lead.start, lead.end)
    ):
        result[places[0]] = (lead, Role.HEADLINE)
    return result
