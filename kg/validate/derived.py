"""The derived graph → what SHACL finds wrong with it.

Its shapes look at a node and the nodes that point at it, all inside the derived graph, so that it is judged in parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

import pyshacl
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize
from rdflib import SH, Graph, URIRef

from kg.model import Violation
from kg.resources import resource

__all__ = ["validate_derived"]

PART = 500
"""Nodes that are judged together."""


def validate_derived(quads: Iterable[Quad]) -> list[Violation]:
    """What is wrong with a derived graph, by node; empty where nothing is."""
    about: dict[str, list[Quad]] = {}
    pointing: dict[str, list[Quad]] = {}
    for quad in quads:
        about.setdefault(str(quad.subject), []).append(quad)
        if isinstance(quad.object, NamedNode):
            pointing.setdefault(str(quad.object), []).append(quad)
    found: set[Violation] = set()
    for nodes in _parts(sorted(about)):
        inside = {quad.triple for node in nodes for quad in (*about[node], *pointing.get(node, ()))}
        focus = {node.strip("<>") for node in nodes}
        # A node that only points into this part is judged in its own.
        found |= {result for result in _judged(inside) if result.focus in focus}
    return sorted(found, key=lambda result: (result.focus, result.shape))


def _parts(nodes: list[str]) -> Iterator[list[str]]:
    rest = iter(nodes)
    while part := list(islice(rest, PART)):
        yield part


def _judged(triples: Iterable[Triple]) -> Iterator[Violation]:
    words = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    data = Graph(bind_namespaces="none").parse(data=words.decode(), format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=_shapes(), inplace=True)
    assert isinstance(report, Graph), "pySHACL gives a report as a graph"
    for result in set(report.objects(None, SH.result)):
        shape = report.value(result, SH.sourceShape)
        path = report.value(result, SH.resultPath)
        yield Violation(
            severity=str(report.value(result, SH.resultSeverity)).rsplit("#", 1)[-1],
            focus=str(report.value(result, SH.focusNode)),
            path=str(path) if isinstance(path, URIRef) else None,
            message=" ".join(sorted(str(message) for message in _shapes().objects(shape, SH.message))),
            shape=str(shape),
        )


@cache
def _shapes() -> Graph:
    graph = Graph(bind_namespaces="none")
    for path in sorted(resource("shapes", "derived").glob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph
