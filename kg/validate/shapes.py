"""The shipped shapes, each set parsed once in a process: as an rdflib graph, and as pySHACL holds them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pyshacl.shapes_graph import ShapesGraph
from rdflib import Graph

from kg.resources import resource

__all__ = ["Shapes", "shapes"]

_FOLDERS = {"article": ("shapes",), "derived": ("shapes", "derived")}


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """A set of shapes, read-only by agreement."""

    graph: Graph
    held: ShapesGraph


@cache
def shapes(of: str) -> Shapes:
    """The shapes of an "article" graph or of the "derived" graph."""
    graph = Graph(bind_namespaces="none")
    for path in sorted(resource(*_FOLDERS[of]).glob("*.ttl")):
        graph.parse(path, format="turtle")
    held = ShapesGraph(graph)
    assert held.shapes, "reading them is what makes pySHACL find the shapes"
    return Shapes(graph, held)
