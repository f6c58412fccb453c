"""One constraint of a property shape → a plain Python test that says "surely holds" or "maybe not".

The tests follow https://www.w3.org/TR/shacl/#core-components; where a rare value would need more than a line (a zoned
time, a number of an odd type), they say "maybe not", and pySHACL decides.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from rdflib import SH, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node as Term

from kg.validate.nodes import XSD, Nodes, Value, is_day, typed, well_formed

__all__ = ["SHAPES", "Look", "Node", "Test", "compile_test", "is_number"]

SHAPES = Namespace("https://w3id.org/conflict-kg/shapes#")

Node = dict[str, list[Value]]


@dataclass(frozen=True, slots=True)
class Look:
    """What a test may look at beside the node itself."""

    article: Nodes
    registry: Nodes
    text: str | None

    def is_a(self, iri: str, kind: str) -> bool:
        """Whether article graph or registry give the node this class."""
        return any(kind in typed(known[iri]) for known in (self.article, self.registry) if iri in known)


Test = Callable[[list[Value], Node, Look], bool]
_Check = Callable[[Value], bool]


def compile_test(graph: Graph, shape: Term, predicate: Term, argument: Term) -> Test | None:
    """The test of `shape predicate argument`; None where the constraint is not one that is known here."""
    if predicate in _PER_VALUE:
        check = _PER_VALUE[predicate](graph, argument)
        return lambda values, node, look: all(map(check, values))
    if predicate in _WHOLE:
        return _WHOLE[predicate](str(argument))
    if predicate == SHAPES.start:
        return _words(str(argument), str(graph.value(shape, SHAPES.end)))
    if predicate == SHAPES.end:
        return lambda values, node, look: True
    return None


def _datatype(_: Graph, argument: Term) -> _Check:
    kind = str(argument)
    return lambda value: value.datatype == kind and well_formed(value)


def _node_kind(_: Graph, argument: Term) -> _Check:
    if argument != SH.IRI:
        return lambda value: False
    return lambda value: not value.datatype


def _among(graph: Graph, argument: Term) -> _Check:
    allowed = {_value(term) for term in Collection(graph, argument)}
    return lambda value: value in allowed


def _pattern(_: Graph, argument: Term) -> _Check:
    pattern = re.compile(str(argument))
    return lambda value: pattern.search(value.value) is not None


def _language_in(graph: Graph, argument: Term) -> _Check:
    allowed = {str(term) for term in Collection(graph, argument)}
    return lambda value: value.language in allowed


def _least(_: Graph, argument: Term) -> _Check:
    limit = Decimal(str(argument))
    return lambda value: (found := _number(value)) is not None and found >= limit


def _most(_: Graph, argument: Term) -> _Check:
    limit = Decimal(str(argument))
    return lambda value: (found := _number(value)) is not None and found <= limit


def _min_length(_: Graph, argument: Term) -> _Check:
    length = int(str(argument))
    return lambda value: len(value.value) >= length


_PER_VALUE: dict[Term, Callable[[Graph, Term], _Check]] = {
    SH.datatype: _datatype,
    SH.nodeKind: _node_kind,
    SH["in"]: _among,
    SH.pattern: _pattern,
    SH.languageIn: _language_in,
    SH.minInclusive: _least,
    SH.maxInclusive: _most,
    SH.minLength: _min_length,
}


def _class(kind: str) -> Test:
    return lambda values, node, look: all(not value.datatype and look.is_a(value.value, kind) for value in values)


def _unique_language(_: str) -> Test:
    return lambda values, node, look: len({value.language for value in values}) == len(values)


def _less_than(other: str) -> Test:
    return lambda values, node, look: all(
        (sign := _compare(low, high)) is not None and sign < 0 for low in values for high in node.get(other, ())
    )


def _less_than_or_equals(other: str) -> Test:
    return lambda values, node, look: all(
        (sign := _compare(low, high)) is not None and sign <= 0 for low in values for high in node.get(other, ())
    )


def _disjoint(other: str) -> Test:
    return lambda values, node, look: not any(value in values for value in node.get(other, ()))


def _hash(_: str) -> Test:
    return lambda values, node, look: (
        look.text is None
        or all(
            hashlib.sha256(look.text.encode("utf-8", "surrogatepass")).hexdigest() == value.value for value in values
        )
    )


def _has_value(wanted: str) -> Test:
    return lambda values, node, look: Value(wanted) in values


_WHOLE: dict[Term, Callable[[str], Test]] = {
    SH["class"]: _class,
    SH.uniqueLang: _unique_language,
    SH.lessThan: _less_than,
    SH.lessThanOrEquals: _less_than_or_equals,
    SH.disjoint: _disjoint,
    SH.hasValue: _has_value,
    SHAPES.sha256Of: _hash,
}


def _words(start: str, end: str) -> Test:
    def stand(values: list[Value], node: Node, look: Look) -> bool:
        first, last = (_offset(node.get(name, [])) for name in (start, end))
        if first is None or last is None:
            return False
        if look.text is None:
            return all(len(value.value) == last - first for value in values)
        return all(look.text[first:last] == value.value and first < last for value in values)

    return stand


def _offset(values: list[Value]) -> int | None:
    return (
        int(values[0].value) if len(values) == 1 and values[0].value.isascii() and values[0].value.isdigit() else None
    )


def _number(value: Value) -> Decimal | None:
    if value.datatype not in (XSD + "integer", XSD + "decimal"):
        return None
    try:
        return Decimal(value.value)
    except InvalidOperation:
        return None


def is_number(value: Value) -> bool:
    """Whether a value is an integer or a decimal as XML Schema writes them."""
    return _number(value) is not None


def _compare(low: Value, high: Value) -> int | None:
    """Below 0, 0 or above 0; None where the two are not surely comparable."""
    if low.datatype == high.datatype == XSD + "date" and is_day(low.value) and is_day(high.value):
        return (low.value > high.value) - (low.value < high.value)
    first, second = _number(low), _number(high)
    return None if first is None or second is None else (first > second) - (first < second)


def _value(term: Term) -> Value:
    if isinstance(term, URIRef):
        return Value(str(term))
    assert isinstance(term, Literal)
    return Value(str(term), str(term.datatype or XSD + "string"), term.language)
