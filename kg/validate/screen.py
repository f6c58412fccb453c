"""Which nodes of a graph may break which shape: a quick look that leaves the judgement to pySHACL.

The property shapes are compiled once into plain Python tests. A test that is not sure says "maybe", and a shape with a
constraint that is not known here is a "maybe" for every node that it is asked of; pySHACL then decides. So the screen
can cost time, but hides no result. Where a node lacks a value that it must have, or a number is out of the bounds that
are all that is asked of it, nothing is left to decide.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node as Term

from kg.validate.constraints import Look, Node, Test, compile_test, is_number
from kg.validate.nodes import BACK, Value, pointing, typed
from kg.validate.shapes import Shapes

__all__ = ["Screen", "Suspect", "screen"]

_SILENT = {RDF.type, SH.path, SH.message, SH.severity, SH.name, SH.description, SH.minCount, SH.maxCount}
_OF_NODE_SHAPES = {RDF.type, SH.name, SH.description, SH.property, SH.targetClass, SH.targetSubjectsOf}
_ENDLESS = 1 << 30


class Suspect(NamedTuple):
    """A node that may break a shape."""

    shape: URIRef
    node: str
    sure: bool
    """Whether it does for sure: it lacks a value that it must have, or a number is out of bounds."""


@dataclass(frozen=True, slots=True, eq=False)
class _Rule:
    """One shape, compiled; `least` above `most` makes it a maybe for every node."""

    shape: URIRef
    paths: tuple[str, ...] = ("",)
    least: int = 1
    most: int = 0
    tests: tuple[Test, ...] = ()
    bounds: bool = False
    """Whether it asks no more of a value than that it lies within bounds."""

    def suspect(self, iri: str, node: Node, look: Look) -> Suspect | None:
        """The node as a suspect; None where it surely keeps to the shape."""
        values = node.get(self.paths[0], [])
        for path in self.paths[1:]:
            values = values + node.get(path, [])
        if self.least <= len(values) <= self.most and not (values and self.tests and self._fails(values, node, look)):
            return None
        lacking = len(values) < self.least <= self.most
        beyond = self.bounds and self.least <= len(values) <= self.most and all(map(is_number, values))
        return Suspect(self.shape, iri, lacking or beyond)

    def _fails(self, values: list[Value], node: Node, look: Look) -> bool:
        return any(not test(values, node, look) for test in self.tests)


@dataclass(frozen=True, slots=True)
class Screen:
    """All rules of a set of shapes, by what their node shape targets."""

    by_class: dict[str, tuple[_Rule, ...]]
    by_subject: dict[str, tuple[_Rule, ...]]
    inverse: frozenset[str]
    """The properties that a shape follows backwards."""
    memory: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[_Rule, ...]] = field(default_factory=dict, repr=False)
    """Rules by the classes and properties of a node, as they were found before."""

    def suspects(self, look: Look) -> list[Suspect]:
        """Every shape and node of `look.article` that may have a result, in a stable order."""
        incoming = pointing(look.article, self.inverse)
        found = (
            rule.suspect(iri, node | incoming[iri] if iri in incoming else node, look)
            for iri, node in look.article.items()
            for rule in self._rules(node)
        )
        return sorted(suspect for suspect in found if suspect is not None)

    def _rules(self, node: Node) -> tuple[_Rule, ...]:
        """The rules of a node; those of nodes of the same classes are found once."""
        key = (tuple(typed(node)), tuple([predicate for predicate in self.by_subject if predicate in node]))
        if key not in self.memory:
            classes, predicates = key
            rules = [*(self.by_class.get(kind, ()) for kind in classes), *(self.by_subject[p] for p in predicates)]
            self.memory[key] = tuple(dict.fromkeys(rule for some in rules for rule in some))
        return self.memory[key]


@cache
def screen(held: Shapes) -> Screen:
    """The screen of a set of shapes, compiled once in a process."""
    graph = held.graph
    by_class: dict[str, tuple[_Rule, ...]] = {}
    by_subject: dict[str, tuple[_Rule, ...]] = {}
    for shape in sorted(map(_named, graph.subjects(RDF.type, SH.NodeShape))):
        rules = _rules(graph, shape)
        for name, targets in ((SH.targetClass, by_class), (SH.targetSubjectsOf, by_subject)):
            for target in graph.objects(shape, name):
                targets[str(target)] = targets.get(str(target), ()) + rules
    return Screen(by_class, by_subject, frozenset(map(str, graph.objects(None, SH.inversePath))))


def _named(shape: Term) -> URIRef:
    assert isinstance(shape, URIRef), "every shape has an IRI, so that a result can name it"
    return shape


def _rules(graph: Graph, shape: URIRef) -> tuple[_Rule, ...]:
    if set(graph.predicates(shape)) - _OF_NODE_SHAPES:
        return (_Rule(shape),)
    return tuple(_rule(graph, part) for part in sorted(map(_named, graph.objects(shape, SH.property))))


def _rule(graph: Graph, shape: URIRef) -> _Rule:
    paths = _paths(graph, shape)
    constraints = [(p, o) for p, o in graph.predicate_objects(shape) if p not in _SILENT]
    tests = [compile_test(graph, shape, predicate, argument) for predicate, argument in constraints]
    if not paths or None in tests:
        return _Rule(shape)
    most = graph.value(shape, SH.maxCount)
    return _Rule(
        shape,
        paths,
        _least(graph, shape),
        _ENDLESS if most is None else int(str(most)),
        tuple(test for test in tests if test is not None),
        {predicate for predicate, _ in constraints} <= {SH.minInclusive, SH.maxInclusive},
    )


def _least(graph: Graph, shape: URIRef) -> int:
    least = graph.value(shape, SH.minCount)
    return max(0 if least is None else int(str(least)), 1 if (shape, SH.hasValue, None) in graph else 0)


def _paths(graph: Graph, shape: URIRef) -> tuple[str, ...]:
    path = graph.value(shape, SH.path)
    if isinstance(path, URIRef):
        return (str(path),)
    inverse = graph.value(path, SH.inversePath) if path is not None else None
    if isinstance(inverse, URIRef):
        return (BACK + str(inverse),)
    choices = graph.value(path, SH.alternativePath) if path is not None else None
    parts = list(Collection(graph, choices)) if choices is not None else []
    return tuple(map(str, parts)) if all(isinstance(part, URIRef) for part in parts) else ()
