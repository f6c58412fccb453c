"""The shipped shapes, each set parsed once in a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rdflib import Graph

from kg.resources import resource

__all__ = ["Shapes", "shapes"]

_FOLDERS = {"article": ("shapes",), "derived": ("shapes", "derived")}


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """A set of shapes, read-only by agreement."""

    graph: Graph


@cache
def shapes(of: str) -> Shapes:
    """The shapes of an "article" graph or of the "derived" graph."""
    graph = Graph(bind_namespaces="none")
    for path in sorted(resource(*_FOLDERS[of]).glob("*.ttl")):
        graph.parse(path, format="turtle")
    return Shapes(graph)
