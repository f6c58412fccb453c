"""Words while their tags are being settled."""

from __future__ import annotations

from typing import NamedTuple

from kg.analyse.tokens import Piece

__all__ = ["Form", "Word"]


class Form(NamedTuple):
    """What a form can be, wherever it stands."""

    low: str
    can: tuple[str, ...]
    subjunctive: bool
    determines: bool
    tag: str
    """Where it can be one thing only; else ""."""
    lemma: str
    """Of that tag; else the form in lower case."""


class Word:
    """A token while its tag is still being settled."""

    __slots__ = ("can", "determines", "end", "first", "form", "lemma", "low", "start", "subjunctive", "tag")

    def __init__(self, piece: Piece, known: Form, first: bool) -> None:
        self.start, self.end, self.form = piece.start, piece.end, piece.form
        self.low, self.can, self.subjunctive, self.determines, self.tag, self.lemma = known
        self.first = first
