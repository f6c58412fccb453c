"""Headlines, sub-headings and leads: what stands over an article and is said again below."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from kg.analyse.lines import segments
from kg.model import Role, Span

__all__ = ["with_headlines"]

Marked = tuple[Span, Role | None]

_CLOSED = re.compile(r"(?:[.…]|[.!?][\"'“”»«’)\]]+|[!?,][\"'“”»«]|:|,|;)$")
_CALLED = re.compile(r"[!?]$")
_FULL_STOP_INSIDE = re.compile(r"[^\W\d]{3}\.[\"“”»«)]*\s+[\"„»«(]?[A-ZÄÖÜ]")
_HEADLINE = 20
_CALL = 8
_LEAD = 45
_SHORT_LEAD = 35
_BODY = 1.5
"""How many times longer than a lead without a dateline behind it the first paragraph of the body is at least."""
_LEAD_SENTENCES = 4
_OPENS = re.compile(r"[–—-]\s[\"„»«(]?[A-ZÄÖÜ0-9]")
_TAIL = 6


def with_headlines(text: str, marked: list[Marked], dateline: re.Pattern[str]) -> tuple[tuple[Span, Role], ...]:
    """The blocks of `text` with the roles that were left open (None) filled in: headline or prose.

    A headline has no full stop, or is said again word for word by the body; calls and questions count before the body
    and where they are short. A lead is what stands before the first dateline, or a short first paragraph below the
    headline. `dateline` matches how a body begins ("place – "). A text of nothing but headlines is prose.
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
    """The lead as a headline: it says what the body tells with its sources."""
    first = next((place for place, (_, role) in enumerate(marked) if role is Role.PROSE), None)
    if first is None or dateline.match(text, *marked[first][0]):
        return marked
    split = _glued_body(text, marked[first][0], dateline)
    if split is not None:
        return [*marked[:first], *split, *marked[first + 1 :]]
    place = _lead_place(text, marked, dateline)
    if place is None:
        return marked
    return [*marked[:place], (marked[place][0], Role.HEADLINE), *marked[place + 1 :]]


def _lead_place(text: str, marked: list[tuple[Span, Role]], dateline: re.Pattern[str]) -> int | None:
    """Where the one paragraph stands that is all between the headline and the body."""
    prose = [place for place, (_, role) in enumerate(marked) if role is Role.PROSE]
    body = next((place for place in prose if _is_body(text, marked[place][0], dateline)), None)
    if body is None:
        return None
    titles = [place for place, (_, role) in enumerate(marked[:body]) if role is Role.HEADLINE]
    top = min(titles, default=0 if prose[0] > 0 else body)
    between = [place for place in prose if top <= place < body]
    return between[0] if len(between) == 1 and _leads(text, marked[between[0]][0], marked[body][0], dateline) else None


def _is_body(text: str, span: Span, dateline: re.Pattern[str]) -> bool:
    return len(span.of(text).split()) > _SHORT_LEAD or dateline.match(text, *span) is not None


def _leads(text: str, lead: Span, body: Span, dateline: re.Pattern[str]) -> bool:
    """Whether the paragraph before a body is short enough for a lead: shorter where no dateline follows."""
    words, more = len(lead.of(text).split()), len(body.of(text).split())
    if dateline.match(text, body.start, body.end):
        return words <= _LEAD
    return words <= _SHORT_LEAD and words * _BODY <= more


def _glued_body(text: str, block: Span, dateline: re.Pattern[str]) -> list[tuple[Span, Role]] | None:
    """The parts of a block whose lead runs into its body: "Das Werk schließt. Riga – Das Werk …"."""
    sentences = segments(text, block)[: _LEAD_SENTENCES + 1]
    for before, sentence in pairwise(sentences):
        found = dateline.match(text, sentence.start, block.end)
        if found is not None and _OPENS.match(text, found.end() - 2):
            lead = len(text[block.start : before.end].split())
            parts = [(Span(block.start, before.end), Role.HEADLINE), (Span(sentence.start, block.end), Role.PROSE)]
            return parts if lead <= _LEAD else None
    return None
