"""Graphs to validate: a good one of an article, and small edits that break it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import factory
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.describe import describe, describe_registry
from kg.describe.iris import prefixes
from kg.validate import Nodes, nodes

TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
TEXT = factory.full_facts().article.text
_PREFIXES = "".join(f"@prefix {name}: <{iri}> . " for name, iri in prefixes().items())

Quads = list[Quad]
Edit = Callable[[Quads], Quads]


def good() -> Quads:
    """An article graph in which nothing is wrong."""
    return list(describe(factory.full_facts()))


@cache
def registry() -> Nodes:
    """The nodes of the registry that the good graph names."""
    known = [actor for actor in factory.ACTORS if actor.registered]
    return nodes(describe_registry(known, factory.PLACES))


def _term(words: str) -> NamedNode | Literal:
    """A term as Turtle writes it: `kg:denies`, `"x"@de`, `7`."""
    (quad,) = parse(f"{_PREFIXES} <x:s> <x:p> {words} .".encode(), format=RdfFormat.TURTLE)
    assert isinstance(quad.object, NamedNode | Literal)
    return quad.object


def node(quads: Quads, kind: str) -> NamedNode:
    """The first node of a class, `kg:Statement`; or the node with this IRI, `actor:x`."""
    wanted = _term(kind)
    found = next((quad.subject for quad in quads if quad.predicate == TYPE and quad.object == wanted), wanted)
    assert isinstance(found, NamedNode)
    return found


def without(kind: str, name: str) -> Edit:
    """Takes a property away from a node."""

    def edit(quads: Quads) -> Quads:
        subject, predicate = node(quads, kind), _term(name)
        kept = [quad for quad in quads if (quad.subject, quad.predicate) != (subject, predicate)]
        assert len(kept) < len(quads), f"{kind} has no {name} to take away"
        return kept

    return edit


def with_(kind: str, name: str, *values: str) -> Edit:
    """Gives a node further values of a property."""

    def edit(quads: Quads) -> Quads:
        subject, predicate, graph = node(quads, kind), _term(name), quads[0].graph_name
        return quads + [Quad(subject, predicate, _term(value), graph) for value in values]  # type: ignore[arg-type]

    return edit


def instead(kind: str, name: str, *values: str) -> Edit:
    """Gives a node other values of a property that it has."""

    def edit(quads: Quads) -> Quads:
        return with_(kind, name, *values)(without(kind, name)(quads))

    return edit
