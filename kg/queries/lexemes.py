"""The words and signs that a SPARQL query is made of, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Lexeme", "lexemes"]

_LEXEME = re.compile(
    r"""
      (?P<SPACE>(?:\s+ | \#[^\n]*)+)
    | (?P<IRI><[^<>"{}|^`\\\s]*>)
    | (?P<STRING>"{3}(?:[^"\\]|\\.|"(?!""))*"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
                 | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
    | (?P<VARIABLE>[?$]\w+)
    | (?P<BLANK>_:[\w.-]*\w | \[\s*\])
    | (?P<NIL>\(\s*\))
    | (?P<PREFIXED>(?:[^\W\d_][\w.-]*)?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\.)(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*)
    | (?P<NAMESPACE>(?:[^\W\d_][\w.-]*)?:)
    | (?P<LANGTAG>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<SIGNED>[+-](?:\d*\.\d+|\d+\.?)(?:[eE][+-]?\d+)? | [+-]\d+)
    | (?P<DECIMAL>\d*\.\d+(?:[eE][+-]?\d+)? | \d+\.?[eE][+-]?\d+)
    | (?P<INTEGER>\d+)
    | (?P<WORD>[A-Za-z_]\w*)
    | (?P<SIGN>\^\^ | \|\| | && | != | <= | >= | .)
    """,
    re.VERBOSE | re.DOTALL,
)


class Lexeme(NamedTuple):
    """One word or sign; spaces and comments are lexemes of the kind SPACE, so that all of them are the query."""

    kind: str
    words: str
    start: int
    end: int

    @property
    def keyword(self) -> str:
        """A bare word in capital letters; empty for everything else."""
        return self.words.upper() if self.kind == "WORD" else ""


def lexemes(query: str) -> Iterator[Lexeme]:
    """All lexemes of a query in their order; what belongs to none is a SIGN of one character."""
    for found in _LEXEME.finditer(query):
        words, kind = found.group(), found.lastgroup or "SIGN"
        # A full stop behind a name ends the sentence, it is no part of the name.
        if kind == "PREFIXED" and words.endswith("."):
            name = words.rstrip(".")
            yield Lexeme(kind, name, found.start(), found.start() + len(name))
            yield from (
                Lexeme("SIGN", ".", place, place + 1) for place in range(found.start() + len(name), found.end())
            )
        else:
            yield Lexeme(kind, words, found.start(), found.end())
