"""What every part of the derived graph is written with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.derive.known import Known
from kg.describe.iris import kg, term
from kg.describe.literals import day

__all__ = ["Triple", "a", "in_graph", "known_pairs", "node"]

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


def node(iri: str) -> NamedNode:
    """The node of an IRI."""
    return NamedNode(iri)


def a(subject: NamedNode, *classes: str) -> Iterator[Triple]:
    """The classes of a node, by their local names in the ontology."""
    return ((subject, term("rdf", "type"), kg(name)) for name in classes)


def known_pairs(subject: NamedNode, known: Known) -> Iterator[Triple]:
    """From which day on a node can have been known, by both clocks; `kg:undated` names the clock that has no day."""
    for name, when in (("publicFrom", known.public), ("saidFrom", known.said)):
        if when is None:
            yield subject, kg("undated"), kg(name)
        else:
            yield subject, kg(name), day(when)


def in_graph(triples: Iterable[Triple], graph: NamedNode) -> tuple[Quad, ...]:
    """The triples as quads of a graph, each once, sorted by subject, property and value."""
    ordered = sorted(set(triples), key=lambda triple: (triple[0].value, triple[1].value, str(triple[2])))
    return tuple(Quad(*triple, graph) for triple in ordered)
