"""pySHACL's judgement on nodes, as `Violation`s."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import groupby

import pyshacl
from pyshacl.graph_abstraction import DataGraph
from pyshacl.pytypes import SHACLExecutor
from pyshacl.shapes_graph import ShapesGraph
from pyshacl.validator import Validator
from rdflib import SH, Graph, URIRef
from rdflib.term import Node as Term

from kg.model import Violation
from kg.validate.results import message_of, path_of, ranked, severity_name
from kg.validate.screen import Suspect
from kg.validate.shapes import Shapes

__all__ = ["judge", "judge_all"]


def judge(pairs: Iterable[Suspect], graph: Graph, shapes: Shapes) -> list[Violation]:
    """The results of pySHACL for these shapes on these nodes of `graph`."""
    executor, results = SHACLExecutor(), []
    data, held = DataGraph.from_rdflib_graph(graph), _held(shapes)
    for shape, group in groupby(sorted(pairs), key=lambda pair: pair.shape):
        focus = [URIRef(pair.node) for pair in group]
        results += held.lookup_shape_from_node(shape).validate(executor, data, focus=focus)[1]
    if not results:
        return []
    report, _ = Validator.create_validation_report(held, False, results)
    return _violations(report, shapes.graph)


def judge_all(graph: Graph, shapes: Shapes) -> list[Violation]:
    """The results of pySHACL for all shapes on the whole of `graph`."""
    _, report, words = pyshacl.validate(graph, shacl_graph=shapes.graph, inplace=True)
    if not isinstance(report, Graph):
        raise RuntimeError(f"pySHACL could not validate: {words}")
    return _violations(report, shapes.graph)


@cache
def _held(shapes: Shapes) -> ShapesGraph:
    """The shapes as pySHACL holds them."""
    held = ShapesGraph(shapes.graph)
    assert held.shapes, "reading them is what makes pySHACL find the shapes"
    return held


def _violations(report: Graph, shapes: Graph) -> list[Violation]:
    return ranked(_violation(report, result, shapes) for result in report.objects(None, SH.result))


def _violation(report: Graph, result: Term, shapes: Graph) -> Violation:
    shape = report.value(result, SH.sourceShape)
    assert shape is not None
    return Violation(
        severity=severity_name(report.value(result, SH.resultSeverity)),
        focus=str(report.value(result, SH.focusNode)),
        path=path_of(shape, shapes),
        message=message_of(shape, shapes),
        shape=str(shape),
    )
