"""Quads → nodes by IRI, in plain Python values."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

__all__ = [
    "BACK",
    "KG",
    "TYPE",
    "XSD",
    "Nodes",
    "Value",
    "is_day",
    "nodes",
    "pointing",
    "typed",
    "well_formed",
]

KG = "https://w3id.org/conflict-kg/ontology#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
XSD = "http://www.w3.org/2001/XMLSchema#"
BACK = "^"
"""Before the IRI of a property: its values are the nodes that point at this one."""


class Value(NamedTuple):
    """An IRI (`datatype` empty) or a literal with its lexical form as it was written."""

    value: str
    datatype: str = ""
    language: str | None = None


Nodes = dict[str, dict[str, list[Value]]]
"""IRI of a node → IRI of a property → its values."""


def nodes(quads: Iterable[Quad]) -> Nodes:
    """The nodes of the quads, whatever their graph."""
    found: Nodes = {}
    for subject, predicate, thing, _ in quads:
        value = Value(thing.value, thing.datatype.value, thing.language) if isinstance(thing, Literal) else _iri(thing)
        node = subject.value if isinstance(subject, NamedNode) else _iri(subject).value
        found.setdefault(node, {}).setdefault(predicate.value, []).append(value)
    return found


def typed(node: dict[str, list[Value]]) -> list[str]:
    """The classes of a node."""
    return [value.value for value in node.get(TYPE, ())]


def pointing(known: Nodes, inverse: Collection[str]) -> Nodes:
    """Node → "^" and one of the properties `inverse` → the nodes that point at it."""
    found: Nodes = {}
    for iri, node in known.items() if inverse else ():
        for predicate in inverse:
            for value in node.get(predicate, ()):
                found.setdefault(value.value, {}).setdefault(BACK + predicate, []).append(Value(iri))
    return found


def well_formed(value: Value) -> bool:
    """Whether the lexical form of a literal is one of its datatype; True for datatypes without a form known here."""
    form = _FORMS.get(value.datatype)
    return form is None or bool(form(value.value))


def is_day(words: str) -> bool:
    """Whether the words are a day of the calendar, YYYY-MM-DD."""
    if len(words) != 10:
        return False
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True


_FORMS: dict[str, Callable[[str], object]] = {
    f"{XSD}integer": re.compile(r"[+-]?[0-9]+").fullmatch,
    f"{XSD}decimal": re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)").fullmatch,
    f"{XSD}date": is_day,
    f"{XSD}dateTime": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?").fullmatch,
    f"{XSD}boolean": re.compile("true|false").fullmatch,
}


def _iri(term: object) -> Value:
    if not isinstance(term, NamedNode):
        raise TypeError(f"{term} is neither an IRI nor a literal: the graph has no other terms")
    return Value(term.value)
