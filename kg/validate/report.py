"""pySHACL's judgement on nodes, as `Violation`s."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import pyshacl
from pyshacl.graph_abstraction import DataGraph
from pyshacl.pytypes import SHACLExecutor
from pyshacl.validator import Validator
from rdflib import SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node as Term

from kg.model import Violation
from kg.validate.screen import Suspect
from kg.validate.shapes import Shapes

__all__ = ["judge", "judge_all"]

_RANKS = {"Violation": 0, "Warning": 1, "Info": 2}


def judge(pairs: Iterable[Suspect], graph: Graph, shapes: Shapes) -> list[Violation]:
    """The results of pySHACL for these shapes on these nodes of `graph`."""
    executor, results = SHACLExecutor(), []
    data = DataGraph.from_rdflib_graph(graph)
    for shape, group in groupby(sorted(pairs), key=lambda pair: pair[0]):
        focus = [URIRef(iri) for _, iri in group]
        results += shapes.held.lookup_shape_from_node(shape).validate(executor, data, focus=focus)[1]
    if not results:
        return []
    report, _ = Validator.create_validation_report(shapes.held, False, results)
    return _violations(report, shapes.graph)


def judge_all(graph: Graph, shapes: Shapes) -> list[Violation]:
    """The results of pySHACL for all shapes on the whole of `graph`."""
    _, report, words = pyshacl.validate(graph, shacl_graph=shapes.graph, inplace=True)
    if not isinstance(report, Graph):
        raise RuntimeError(f"pySHACL could not validate: {words}")
    return _violations(report, shapes.graph)


def _violations(report: Graph, shapes: Graph) -> list[Violation]:
    found = {_violation(report, result, shapes) for result in report.objects(None, SH.result)}
    return sorted(found, key=lambda result: (_RANKS.get(result.severity, 3), result.focus, result.shape))


def _violation(report: Graph, result: Term, shapes: Graph) -> Violation:
    def value(name: URIRef) -> Term | None:
        return report.value(result, name)

    shape = value(SH.sourceShape)
    assert shape is not None
    return Violation(
        severity=str(value(SH.resultSeverity)).rsplit("#", 1)[-1],
        focus=str(value(SH.focusNode)),
        path=_path(shape, shapes),
        message=" ".join(sorted(str(words) for words in shapes.objects(shape, SH.message))),
        shape=str(shape),
    )


def _path(shape: Term, shapes: Graph) -> str | None:
    path = shapes.value(shape, SH.path)
    if path is None or isinstance(path, URIRef):
        return None if path is None else str(path)
    inverse, choices = shapes.value(path, SH.inversePath), shapes.value(path, SH.alternativePath)
    if choices is not None:
        return "|".join(map(str, Collection(shapes, choices)))
    return f"^{inverse}"
