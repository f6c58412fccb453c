"""The triple patterns of a SPARQL group: read from its lexemes, and written again one by one.

The grammar is https://www.w3.org/TR/sparql11-query/#rTriplesBlock; property lists in brackets are kept as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.queries.lexemes import Lexeme, lexemes

__all__ = ["Pattern", "patterns", "variables"]

_OPENING, _CLOSING = {"[": "]", "(": ")"}, {"]", ")"}


class Pattern(NamedTuple):
    """One subject, path and object; a path of several steps is a list of them, each as it was written."""

    subject: str
    path: tuple[str, ...]
    object: str


def variables(text: str) -> list[str]:
    """The variables in a piece of a query, in their order."""
    return [lexeme.words for lexeme in lexemes(text) if lexeme.kind == "VARIABLE"]


def patterns(block: Iterable[Lexeme]) -> Iterator[Pattern]:
    """The triple patterns of a block of triples. A subject in brackets alone is a pattern without path and object."""
    reader = _Reader([lexeme for lexeme in block if lexeme.kind != "SPACE"])
    while reader.more():
        subject = reader.node()
        if reader.peek() in {"", "."}:
            yield Pattern(subject, (), "")
        while reader.peek() not in {"", "."}:
            path = reader.path()
            yield Pattern(subject, path, reader.node())
            while reader.skip(","):
                yield Pattern(subject, path, reader.node())
            while reader.skip(";"):
                pass
        reader.skip(".")


class _Reader:
    def __init__(self, pieces: list[Lexeme]) -> None:
        self._pieces = pieces
        self._at = 0

    def more(self) -> bool:
        return self._at < len(self._pieces)

    def peek(self) -> str:
        return self._pieces[self._at].words if self.more() else ""

    def take(self) -> str:
        self._at += 1
        return self._pieces[self._at - 1].words if self._at <= len(self._pieces) else ""

    def skip(self, mark: str) -> bool:
        found = self.peek() == mark
        self._at += found
        return found

    def node(self) -> str:
        """A term, with type or language where it is a literal; or all that stands in brackets."""
        if self.peek() in _OPENING:
            return self._bracketed()
        text = self.take()
        if self.peek() == "^^":
            return text + self.take() + self.take()
        return text + self.take() if self.more() and self._pieces[self._at].kind == "LANGTAG" else text

    def path(self) -> tuple[str, ...]:
        steps = [self._step()]
        joints = []
        while self.peek() in {"/", "|"}:
            joints.append(self.take())
            steps.append(self._step())
        if "|" not in joints:
            return tuple(steps)
        return (steps[0] + "".join(joint + step for joint, step in zip(joints, steps[1:], strict=True)),)

    def _step(self) -> str:
        text = ""
        while self.peek() in {"^", "!"}:
            text += self.take()
        text += self._bracketed() if self.peek() in _OPENING else self.take()
        while self.peek() in {"*", "+", "?"}:
            text += self.take()
        return text

    def _bracketed(self) -> str:
        depth, text = 0, ""
        while self.more():
            piece = self.take()
            depth += (piece in _OPENING) - (piece in _CLOSING)
            text += piece + " "
            if depth == 0:
                break
        return text.strip()
