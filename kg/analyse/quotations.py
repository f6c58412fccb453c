"""Pairs of quotation marks: German, French, Swiss, English, straight, nested, over sentence and paragraph ends."""

from __future__ import annotations

from kg.analyse.tokens import Piece
from kg.model import Quotation, Span

__all__ = ["quotations", "units"]

_PAIRS = {
    "„": '“”"',
    "“": "”“",
    "»": "«",
    "«": "»",
    "‚": "‘’'",
    "‘": "’",
    "›": "‹",
    "‹": "›",
    '"': '"',
    "”": "”",
    "'": "'",
}
_MARKS = frozenset("".join((*_PAIRS, *_PAIRS.values())))
_REACH = 400
"""A quotation longer than this many tokens is an unclosed mark."""


def quotations(words: str, pieces: list[Piece], breaks: set[int]) -> tuple[Quotation, ...]:
    """All quotations in the order of their opening marks; `breaks` holds the positions at which a paragraph begins."""
    found: list[Quotation] = []
    open_marks: list[int] = []
    for place, piece in enumerate(pieces):
        if piece.form not in _MARKS:
            continue
        depth = _closes(pieces, open_marks, place, words)
        if depth is not None:
            begin = open_marks[depth]
            del open_marks[depth:]
            found.append(_quotation(pieces, begin, place, depth))
        elif piece.form in _PAIRS and _opens(words, piece):
            if piece.form not in {pieces[mark].form for mark in open_marks} or place in breaks:
                open_marks = [mark for mark in open_marks if place - mark < _REACH]
                if not (place in breaks and open_marks):
                    open_marks.append(place)
            else:
                open_marks = [place]
    return tuple(sorted(found))


def _closes(pieces: list[Piece], open_marks: list[int], place: int, words: str) -> int | None:
    """The depth of the innermost open mark that this one can close."""
    piece = pieces[place]
    for depth in range(len(open_marks) - 1, -1, -1):
        opener = pieces[open_marks[depth]].form
        if piece.form in _PAIRS[opener] and open_marks[depth] + 1 < place and not _only_opens(words, piece):
            return depth
    return None


def _opens(words: str, piece: Piece) -> bool:
    """An opening mark stands before a word and after a space or another mark."""
    after = words[piece.end : piece.end + 1]
    before = words[piece.start - 1 : piece.start]
    if piece.form in "„‚":
        return True
    return bool(after) and not after.isspace() and not before.isalnum()


def _only_opens(words: str, piece: Piece) -> bool:
    """A mark with a space before and a word right after cannot close."""
    before = words[piece.start - 1 : piece.start]
    after = words[piece.end : piece.end + 1]
    return (not before or before.isspace() or before in "([") and (after.isalnum() or after in "‚‘›‹'")


def _quotation(pieces: list[Piece], begin: int, end: int, depth: int) -> Quotation:
    outer = Span(pieces[begin].start, pieces[end].end)
    inner = Span(pieces[begin + 1].start, pieces[end - 1].end)
    return Quotation(outer, inner, begin + 1, end, depth)


def units(first: int, last: int, inside: list[Quotation]) -> list[list[int]]:
    """The positions of a sentence without its quoted speech, then those of each piece of quoted speech."""
    hidden: set[int] = set()
    parts: list[list[int]] = []
    for quotation in inside:
        span = range(max(first, quotation.first), min(last, quotation.last))
        if places := [place for place in span if place not in hidden]:
            parts.append(places)
            hidden.update(places)
    outer = [place for place in range(first, last) if place not in hidden]
    return [outer, *parts] if outer else parts
