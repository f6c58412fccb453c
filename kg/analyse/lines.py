"""The lines of a text as its author meant them: blocks without blank ends, broken lines joined, glued ones parted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Span

__all__ = ["blocks", "segments"]

_CLOSED = re.compile(r"[.!?…:;|][\"'“”»«’)\]]*$")
_CARRIES_ON = re.compile(r"[,.;:!?)\]“”»](?![.\w])|[a-zäöüß]+\b")
_WHOLE_WORDS = re.compile(r"\w\s+\w")
_SENTENCE_END = re.compile(r"[.!?…](?<!\b\w[.])(?<!\b\d\d[.])[\"'“”»«’)\]]*\s+(?=[\"'„“»«(\[]*[A-ZÄÖÜ0-9])")


def blocks(text: str, *, seam: re.Pattern[str], alone: re.Pattern[str]) -> Iterator[Span]:
    """The blocks of `text` in order: each a line without blank ends, or several where a line break is an accident.

    Lines are one block where the text is wrapped at a fixed width, and where the break stands before a comma, a full
    stop or a small letter (a link cut out of its sentence). A line is parted where a match of `seam` ends (a lost
    break). A line that `alone` matches wholly stays by itself.
    """
    lines = list(_lines(text))
    wrapped = _is_wrapped(text, lines)
    for line in _joined(text, lines, wrapped=wrapped, alone=alone):
        yield from _parted(text, line, seam)


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


def _joined(text: str, lines: list[Span], *, wrapped: bool, alone: re.Pattern[str]) -> Iterator[Span]:
    held: Span | None = None
    for line in lines:
        if held is not None and _belongs(text, held, line, wrapped=wrapped, alone=alone):
            held = Span(held.start, line.end)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _belongs(text: str, held: Span, line: Span, *, wrapped: bool, alone: re.Pattern[str]) -> bool:
    if not wrapped and not _CARRIES_ON.match(text, line.start):
        return False
    if len(text[held.end : line.start].rstrip(" \t").splitlines()) > 1:
        return False
    before, after = held.of(text), line.of(text)
    if alone.fullmatch(after) or alone.fullmatch(before):
        return False
    return wrapped or (_WHOLE_WORDS.search(before) is not None and _CLOSED.search(before) is None)


def _parted(text: str, line: Span, seam: re.Pattern[str]) -> Iterator[Span]:
    start = line.start
    for found in seam.finditer(text, line.start, line.end):
        yield Span(start, found.end())
        start = found.end()
    yield Span(start, line.end)
