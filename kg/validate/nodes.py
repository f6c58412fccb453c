"""Quads → nodes by IRI, in plain Python values; and from there the rdflib graph of some of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import Literal, Quad
from rdflib import Graph, URIRef
from rdflib import Literal as RdfLiteral

__all__ = ["KG", "TYPE", "Nodes", "Value", "graph_of", "nodes", "typed"]

KG = "https://w3id.org/conflict-kg/ontology#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANG = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


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
        found.setdefault(_iri(subject).value, {}).setdefault(predicate.value, []).append(value)
    return found


def typed(node: dict[str, list[Value]]) -> list[str]:
    """The classes of a node."""
    return [value.value for value in node.get(TYPE, ())]


def graph_of(focus: Iterable[str], article: Nodes, registry: Nodes) -> Graph:
    """The rdflib graph of the nodes in `focus` and of what they point at, literals exactly as written."""
    graph = Graph(bind_namespaces="none")
    for iri in sorted(_reached(focus, article)):
        node = article.get(iri) or registry.get(iri) or {}
        for predicate, values in node.items():
            for value in values:
                graph.add((URIRef(iri), URIRef(predicate), _rdf(value)))
    return graph


def _iri(term: object) -> Value:
    value = getattr(term, "value", None)
    if not isinstance(value, str):
        raise TypeError(f"{term} is neither an IRI nor a literal: the graph has no other terms")
    return Value(value)


def _reached(focus: Iterable[str], article: Nodes) -> set[str]:
    return {iri for node in focus for iri in _with_neighbours(node, article)}


def _with_neighbours(iri: str, article: Nodes) -> Iterator[str]:
    yield iri
    for values in article.get(iri, {}).values():
        yield from (value.value for value in values if not value.datatype)


def _rdf(value: Value) -> URIRef | RdfLiteral:
    if not value.datatype:
        return URIRef(value.value)
    if value.datatype == _LANG:
        return RdfLiteral(value.value, lang=value.language)
    # rdflib holds "x" and "x"^^xsd:string apart, and repairs lexical forms unless told not to.
    datatype = None if value.datatype == _STRING else URIRef(value.datatype)
    return RdfLiteral(value.value, datatype=datatype, normalize=False)
