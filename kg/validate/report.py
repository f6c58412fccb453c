"""pySHACL's judgement on nodes, as `Violation`s."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
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

__all__ = ["judge", "judge_all", "lacks", "ranked"]

_RANKS = {"Violation": 0, "Warning": 1, "Info": 2}


def judge(pairs: Iterable[Suspect], graph: Graph, shapes: Shapes) -> list[Violation]:
    """The results of pySHACL for these shapes on these nodes of `graph`."""
    executor, results = SHACLExecutor(), []
    data = DataGraph.from_rdflib_graph(graph)
    for shape, group in groupby(sorted(pairs), key=lambda pair: pair.shape):
        focus = [URIRef(pair.node) for pair in group]
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


def lacks(pair: Suspect, shapes: Shapes) -> Violation:
    """The result for a node that lacks a value, as pySHACL gives it."""
    severity, path, message = _told(pair.shape, shapes)
    return Violation(severity=severity, focus=pair.node, path=path, message=message, shape=str(pair.shape))


def ranked(results: Iterable[Violation]) -> list[Violation]:
    """The results without doubles, Violations first."""
    return sorted(set(results), key=lambda result: (_RANKS.get(result.severity, 3), result.focus, result.shape))


@cache
def _told(shape: URIRef, shapes: Shapes) -> tuple[str, str | None, str]:
    """Severity, path and message of every result of a shape."""
    severity = shapes.graph.value(shape, SH.severity, default=SH.Violation)
    return _name(severity), _path(shape, shapes.graph), _message(shape, shapes.graph)


def _violations(report: Graph, shapes: Graph) -> list[Violation]:
    return ranked(_violation(report, result, shapes) for result in report.objects(None, SH.result))


def _violation(report: Graph, result: Term, shapes: Graph) -> Violation:
    shape = report.value(result, SH.sourceShape)
    assert shape is not None
    return Violation(
        severity=_name(report.value(result, SH.resultSeverity)),
        focus=str(report.value(result, SH.focusNode)),
        path=_path(shape, shapes),
        message=_message(shape, shapes),
        shape=str(shape),
    )


def _name(severity: Term | None) -> str:
    return str(severity).rsplit("#", 1)[-1]


def _message(shape: Term, shapes: Graph) -> str:
    return " ".join(sorted(str(words) for words in shapes.objects(shape, SH.message)))


def _path(shape: Term, shapes: Graph) -> str | None:
    path = shapes.value(shape, SH.path)
    if path is None or isinstance(path, URIRef):
        return None if path is None else str(path)
    inverse, choices = shapes.value(path, SH.inversePath), shapes.value(path, SH.alternativePath)
    if choices is not None:
        return "|".join(map(str, Collection(shapes, choices)))
    return f"^{inverse}"
