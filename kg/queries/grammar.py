"""Where a SPARQL query stops being one: the first word that no query could have there, and what could stand instead.

The database's own parser tells only how far its longest attempt went. The grammar is `sparql.ebnf`; as it is LL(1), one
lexeme always decides how to go on, and the first that cannot is the fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kg.queries.lexemes import Lexeme, lexemes

__all__ = ["Fault", "first_fault"]

_PIECE = re.compile(r"'[^']+'|[A-Za-z]+|[()|*+?]")
END = "END"


class Fault(NamedTuple):
    """The first lexeme that cannot stand where it does; None where the query breaks off."""

    lexeme: Lexeme | None
    expected: tuple[str, ...]
    """What could stand there: words and signs as they are written, kinds in capitals."""


class _Node(NamedTuple):
    """A part of a rule: a lexeme ("is"), another rule ("rule"), parts in a row ("all"), one of them ("any"), or a part
    that may be repeated ("many") or left out ("maybe")."""

    form: str
    name: str = ""
    parts: tuple[_Node, ...] = ()


class _Stuck(Exception):  # noqa: N818 (it ends the walk, it reports no error)
    """Nothing that the grammar knows can follow."""


def first_fault(query: str) -> Fault | None:
    """The first fault of a query; None where it follows the grammar."""
    found = [lexeme for lexeme in lexemes(query) if lexeme.kind != "SPACE"]
    walk = _Walk([_symbol(lexeme) for lexeme in found])
    try:
        walk.through(_rules()["Query"])
        walk.take(END)
    except _Stuck:
        lexeme = found[walk.place] if walk.place < len(found) else None
        return Fault(lexeme, tuple(sorted(walk.expected)))
    return None


class _Walk:
    """One way through the grammar, led by the symbols of a query."""

    def __init__(self, symbols: Sequence[str]) -> None:
        self._symbols = [*symbols, END]
        self.place = 0
        self.expected: set[str] = set()

    def take(self, symbol: str) -> None:
        if self._symbols[self.place] != symbol:
            self.expected.add(symbol)
            raise _Stuck
        self.place += 1
        self.expected.clear()

    def through(self, node: _Node) -> None:
        if node.form == "is":
            self.take(node.name)
        elif node.form == "rule":
            self.through(_rules()[node.name])
        elif node.form == "all":
            for part in node.parts:
                self.through(part)
        elif node.form == "any":
            self._through_one(node)
        else:
            while self._begins(node.parts[0]):
                self.through(node.parts[0])
                if node.form == "maybe":
                    break

    def _through_one(self, node: _Node) -> None:
        chosen = next((part for part in node.parts if self._begins(part)), None)
        if chosen is None:
            chosen = next((part for part in node.parts if _beginnings(part)[1]), None)
        if chosen is None:
            raise _Stuck
        self.through(chosen)

    def _begins(self, node: _Node) -> bool:
        symbols, _ = _beginnings(node)
        if self._symbols[self.place] in symbols:
            return True
        self.expected |= symbols
        return False


@cache
def _beginnings(node: _Node) -> tuple[frozenset[str], bool]:
    """The symbols that a part can begin with, and whether it can be empty."""
    if node.form == "is":
        return frozenset({node.name}), False
    if node.form == "rule":
        return _beginnings(_rules()[node.name])
    if node.form == "any":
        found = [_beginnings(part) for part in node.parts]
        return frozenset().union(*(symbols for symbols, _ in found)), any(empty for _, empty in found)
    if node.form in {"many", "maybe"}:
        return _beginnings(node.parts[0])[0], True
    symbols: frozenset[str] = frozenset()
    for part in node.parts:
        more, empty = _beginnings(part)
        symbols |= more
        if not empty:
            return symbols, False
    return symbols, True


def _symbol(lexeme: Lexeme) -> str:
    if lexeme.kind == "WORD":
        word = lexeme.words.upper()
        return "a" if lexeme.words == "a" else "FUNCTION" if word in _lines()["FUNCTION"].split() else word
    return lexeme.words if lexeme.kind == "SIGN" else lexeme.kind


@cache
def _lines() -> Mapping[str, str]:
    lines = (Path(__file__).parent / "sparql.ebnf").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" = ", 1) for line in lines if line and not line.startswith("#"))


@cache
def _rules() -> Mapping[str, _Node]:
    return {name: _alternatives(iter(_PIECE.findall(body))) for name, body in _lines().items() if name != "FUNCTION"}


def _alternatives(pieces: Iterator[str]) -> _Node:
    """Reads to the closing bracket or the end."""
    rows: list[list[_Node]] = [[]]
    for piece in pieces:
        if piece == ")":
            break
        if piece == "|":
            rows.append([])
        elif piece in {"*", "+", "?"}:
            rows[-1] += _repeated(rows[-1].pop(), piece)
        else:
            rows[-1].append(_alternatives(pieces) if piece == "(" else _single(piece))
    parts = tuple(_Node("all", parts=tuple(row)) for row in rows)
    return parts[0] if len(parts) == 1 else _Node("any", parts=parts)


def _repeated(node: _Node, sign: str) -> list[_Node]:
    many = _Node("many", parts=(node,))
    return {"*": [many], "+": [node, many], "?": [_Node("maybe", parts=(node,))]}[sign]


def _single(piece: str) -> _Node:
    if piece.startswith("'"):
        return _Node("is", piece.strip("'"))
    return _Node("is" if piece.isupper() else "rule", piece)
