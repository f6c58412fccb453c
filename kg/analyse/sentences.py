"""Where sentences end: at stops, at the ends of blocks, never inside abbreviations, ordinals or before a cue."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from kg.analyse.tokens import Piece
from kg.model import Role, Span
from kg.model.record import Record, record

__all__ = ["Block", "Stretch", "stretches"]

_STOPS = frozenset(".!?…") | {"..."}
_CLOSERS = frozenset("“”\"»«‘’'›‹)]")
_OPENERS = frozenset("„“\"»«‚'›‹([–—-•")


class Block(NamedTuple):
    """A run of lines of one role: a paragraph, a heading, a piece of clutter."""

    span: Span
    role: Role


@record
class Stretch(Record):
    """The pieces of one sentence, by position."""

    first: int
    last: int
    paragraph: int
    role: Role


def stretches(pieces: list[Piece], parts: list[Block]) -> list[Stretch]:
    """The sentences of all blocks, in order; `pieces` are the tokens of the whole text."""
    found: list[Stretch] = []
    starts = [piece.start for piece in pieces]
    for number, block in enumerate(parts):
        first, last = (bisect_left(starts, edge) for edge in block.span)
        found.extend(_split(pieces, first, last, number, block.role))
    return found


def _split(pieces: list[Piece], first: int, last: int, paragraph: int, role: Role) -> list[Stretch]:
    found: list[Stretch] = []
    begin = place = first
    while place < last:
        if pieces[place].form in _STOPS:
            end = place + 1
            while end < last and (pieces[end].form in _STOPS or _closes(pieces, end, last)):
                end += 1
            if end == last or _begins(pieces[end], pieces[place], glued=pieces[end].start == pieces[end - 1].end):
                found.append(Stretch(begin, end, paragraph, role))
                begin = end
            place = end
        else:
            place += 1
    if begin < last:
        found.append(Stretch(begin, last, paragraph, role))
    return found


def _closes(pieces: list[Piece], place: int, last: int) -> bool:
    """A closing mark belongs to the sentence before; one that stands after a space and before a word opens the next."""
    if pieces[place].form not in _CLOSERS:
        return False
    spaced = pieces[place].start > pieces[place - 1].end
    tight = place + 1 < last and pieces[place + 1].start == pieces[place].end and pieces[place + 1].form[0].isalnum()
    return not (spaced and tight)


def _begins(piece: Piece, stop: Piece, *, glued: bool) -> bool:
    head = piece.form[0]
    if glued:
        return head.isupper() and stop.form == "."
    return head.isupper() or head.isdigit() or piece.form in _OPENERS
