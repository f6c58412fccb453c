"""The shipped shapes, parsed once in a process: as an rdflib graph, and as pySHACL holds them."""

from __future__ import annotations

from functools import cache

from pyshacl.shapes_graph import ShapesGraph
from rdflib import Graph

from kg.resources import resource

__all__ = ["shapes_graph", "shapes_held"]


@cache
def shapes_graph() -> Graph:
    """All shapes in one graph, read-only by agreement."""
    graph = Graph(bind_namespaces="none")
    for path in sorted(resource("shapes").glob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


@cache
def shapes_held() -> ShapesGraph:
    """The shapes as pySHACL looks them up, ready to validate single focus nodes."""
    held = ShapesGraph(shapes_graph())
    assert held.shapes, "there are shapes"
    return held
