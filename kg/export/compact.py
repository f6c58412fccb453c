"""Compacts terms by a JSON-LD 1.1 context: IRIs to terms, literals to plain JSON where the context tells their type.

Only what the shipped context uses is known: simple terms, prefixes, `@type`, `@language` and the containers `@set` and
`@language`. What it cannot shorten is written out in full, which is always right.

Source: https://www.w3.org/TR/json-ld11-api/#compaction-algorithms
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode

from kg.describe.iris import NAMESPACES

__all__ = ["Compactor", "Term"]

_XSD = NAMESPACES["xsd"]
_STRING, _INTEGER, _BOOLEAN = (NamedNode(_XSD + name) for name in ("string", "integer", "boolean"))
_LOCAL = re.compile(r"[A-Za-z0-9._-]+")
_SEGMENTS = re.compile(r"[A-Za-z0-9_-]+/[A-Za-z0-9._~-]+")
# JSON numbers are read as doubles: a whole number beyond this loses its last digits on the way.
_SAFE = 2**53 - 1


class Term(NamedTuple):
    """A term of the context for a property, and how its values are written."""

    name: str
    place: int
    """Its place in the context, which orders the keys of a node."""
    type: str | None = None
    """`@id`, `@vocab` or the IRI of a datatype."""
    language: str | None = None
    container: str | None = None


class Compactor:
    """The terms of one context and one base, and what they make of RDF terms."""

    def __init__(self, context: dict[str, Any], base: str) -> None:
        self._base = base
        self._prefixes = {name: iri for name, iri in context.items() if isinstance(iri, str) and iri[-1:] in "/#"}
        self._terms: dict[str, list[Term]] = {}
        self._names: dict[str, str] = {}
        for place, (name, meaning) in enumerate(context.items()):
            if not name.startswith("@") and meaning not in ("@id", "@type") and name not in self._prefixes:
                self._learn(name, place, meaning if isinstance(meaning, dict) else {"@id": meaning})

    def _learn(self, name: str, place: int, meaning: dict[str, str]) -> None:
        type_ = meaning.get("@type")
        full = type_ if type_ is None or type_.startswith("@") else self._expanded(type_)
        term = Term(name, place, full, meaning.get("@language"), meaning.get("@container"))
        iri = self._expanded(meaning["@id"])
        self._terms.setdefault(iri, []).append(term)
        self._names.setdefault(iri, name)

    def _expanded(self, words: str) -> str:
        prefix, _, local = words.partition(":")
        return self._prefixes[prefix] + local if prefix in self._prefixes else words

    def identifier(self, node: NamedNode) -> str:
        """A node as the value of `@id`: relative to the base, else prefix and local name, else in full."""
        local = node.value.removeprefix(self._base)
        return local if local != node.value and _SEGMENTS.fullmatch(local) else self._prefixed(node)

    def vocabulary(self, node: NamedNode) -> str:
        """A class, property or concept: its term, else prefix and local name, else in full."""
        return self._names[node.value] if node.value in self._names else self._prefixed(node)

    def _prefixed(self, node: NamedNode) -> str:
        for prefix, space in self._prefixes.items():
            if node.value.startswith(space) and _LOCAL.fullmatch(node.value, len(space)):
                return f"{prefix}:{node.value[len(space) :]}"
        return node.value

    def property(self, predicate: NamedNode, values: Iterable[Any]) -> Term:
        """The first term of the context that can hold the values; one without type where there is none."""
        found = list(values)
        for term in self._terms.get(predicate.value, ()):
            if term.container != "@language" or all(isinstance(v, Literal) and v.language for v in found):
                return term
        prefixed = self.vocabulary(predicate)
        return Term(prefixed if prefixed not in self._names.values() else predicate.value, len(self._names) + 1000)

    def value(self, term: Term, value: NamedNode | Literal) -> Any:
        """A value as the term has it: a plain JSON value where the term tells the rest, else an object."""
        if isinstance(value, NamedNode):
            if term.type == "@vocab":
                return self.vocabulary(value)
            return self.identifier(value) if term.type == "@id" else {"id": self.identifier(value)}
        return self._literal(term, value)

    def _literal(self, term: Term, value: Literal) -> Any:
        if value.language:
            plain = value.language == term.language
            return value.value if plain else {"@value": value.value, "@language": value.language}
        if term.type == value.datatype.value:
            return value.value
        if term.type is None and term.language is None:
            native = _native(value)
            if native is not None:
                return native
        if value.datatype == _STRING:
            return {"@value": value.value}
        return {"@value": value.value, "@type": self.vocabulary(value.datatype)}


def _native(value: Literal) -> str | int | bool | None:
    """The JSON value that means just this literal; None where there is none."""
    if value.datatype == _STRING:
        return value.value
    if value.datatype == _BOOLEAN and value.value in {"true", "false"}:
        return value.value == "true"
    if (
        value.datatype == _INTEGER
        and re.fullmatch(r"0|-?[1-9]\d{0,15}", value.value)
        and abs(int(value.value)) <= _SAFE
    ):
        return int(value.value)
    return None
