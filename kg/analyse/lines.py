"""The lines of a text as its author meant them: blocks without blank ends, broken lines joined, glued ones parted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kg.model import Span

__all__ = ["Breaks", "blocks", "segments"]

_CLOSED = re.compile(r"[.!?…:;|][\"'“”»«’)\]]*$")
_CARRIES_ON = re.compile(r"[,.;:!?)\]“”»](?![.\w])|[a-zäöüß]+\b")
_LONGEST_WORD = 12
_WHOLE_WORDS = re.compile(r"\w\s+\w")
_SENTENCE_END = re.compile(r"[.!?…](?<!\b\w[.])(?<!\b\d\d[.])[\"'“”»«’)\]]*\s+(?=[\"'„“»«(\[]*[A-ZÄÖÜ0-9])")


class Breaks(NamedTuple):
    """What tells line breaks that were meant from accidents."""

    seam: re.Pattern[str]
    """Ends where a break is missing."""
    unfinished: re.Pattern[str]
    """The end of a line that goes on in the next."""
    alone: Callable[[str], bool]
    """Whether a line stays by itself."""


def blocks(text: str, breaks: Breaks) -> Iterator[Span]:
    """The blocks of `text` in order: each a line without blank ends, or several where a line break is an accident.

    Lines are one block where the text is wrapped at a fixed width, and where a sentence was broken at a link: the first
    line is unfinished, or the next begins with a comma, a full stop or a small letter.
    """
    lines = list(_lines(text))
    wrapped = _is_wrapped(text, lines)
    for line in _joined(text, lines, breaks, wrapped=wrapped):
        yield from _parted(text, line, breaks.seam)


def segments(text: str, block: Span) -> list[Span]:
    """The rough sentences of a block: cut after a full stop before a capital; abbreviations are not known here."""
    cuts = [found.end() for found in _SENTENCE_END.finditer(text, block.start, block.end)]
    return [
        Span(start, start + len(text[start:end].rstrip()))
        for start, end in zip([block.start, *cuts], [*cuts, block.end], strict=True)
    ]


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            indent = len(line) - len(line.lstrip())
            yield Span(start + indent, start + indent + len(words))
        start += len(line)


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether the text is broken at a fixed width, as in letters and books: no line is long, most are nearly full."""
    lengths = [line.end - line.start for line in lines]
    if len(lines) < 4 or max(lengths) > 110:
        return False
    full = max(lengths) * 3 // 4
    inner = [line for line, length in zip(lines, lengths, strict=True) if length >= full and length >= 45]
    unclosed = sum(1 for line in inner if not _CLOSED.search(line.of(text)))
    return len(inner) * 2 >= len(lines) and unclosed * 2 >= len(inner)


def _joined(text: str, lines: list[Span], breaks: Breaks, *, wrapped: bool) -> Iterator[Span]:
    held: Span | None = None
    for line in lines:
        if held is not None and _belongs(text, held, line, breaks, wrapped=wrapped):
            held = Span(held.start, line.end)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _belongs(text: str, held: Span, line: Span, breaks: Breaks, *, wrapped: bool) -> bool:
    carried_on = _CARRIES_ON.match(text, line.start) is not None
    unfinished = breaks.unfinished.search(text, max(held.start, held.end - _LONGEST_WORD), held.end) is not None
    if not (wrapped or carried_on or unfinished):
        return False
    if len(text[held.end : line.start].rstrip(" \t").splitlines()) > 1:
        return False
    before, after = held.of(text), line.of(text)
    if breaks.alone(after) or breaks.alone(before):
        return False
    return wrapped or unfinished or (_WHOLE_WORDS.search(before) is not None and _CLOSED.search(before) is None)


def _parted(text: str, line: Span, seam: re.Pattern[str]) -> Iterator[Span]:
    start = line.start
    for found in seam.finditer(text, line.start, line.end):
        yield Span(start, found.end())
        start = found.end()
    yield Span(start, line.end)
