"""Nodes → the rdflib graph that pySHACL judges."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rdflib import Literal, URIRef

from kg.validate.nodes import BACK, XSD, Nodes, Value, pointing, well_formed
from kg.validate.prepared import PreparedGraph

__all__ = ["graph_of"]

_STRING = f"{XSD}string"
_LANG = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def graph_of(focus: Collection[str], article: Nodes, registry: Nodes, inverse: Collection[str] = ()) -> PreparedGraph:
    """The rdflib graph of the nodes in `focus`, of what they point at, and of what points at them by a property of
    `inverse`; literals exactly as written."""
    graph = PreparedGraph(bind_namespaces="none")
    for iri in sorted({reached for node in focus for reached in _with_neighbours(node, article)}):
        for predicate, values in (article.get(iri) or registry.get(iri) or {}).items():
            for value in values:
                graph.add((URIRef(iri), URIRef(predicate), _rdf(value)))
    back = pointing(article, inverse)
    for iri in sorted(set(focus) & set(back)):
        for predicate, values in back[iri].items():
            for value in values:
                graph.add((URIRef(value.value), URIRef(predicate.removeprefix(BACK)), URIRef(iri)))
    return graph


def _with_neighbours(iri: str, article: Nodes) -> Iterator[str]:
    yield iri
    for values in article.get(iri, {}).values():
        yield from (value.value for value in values if not value.datatype)


def _rdf(value: Value) -> URIRef | Literal:
    if not value.datatype:
        return URIRef(value.value)
    if value.datatype == _LANG:
        return Literal(value.value, lang=value.language)
    # rdflib holds "x" and "x"^^xsd:string apart, repairs lexical forms unless told not to, and cannot compare what it
    # cannot read: a literal that is not of its type is shown as a string, which no shape mistakes for a date or number.
    plain = value.datatype == _STRING or not well_formed(value)
    return Literal(value.value, datatype=None if plain else URIRef(value.datatype), normalize=False)
