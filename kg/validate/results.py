"""What a result says: the shape's severity, path and message, and the node."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rdflib import SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node as Term

from kg.model import Violation
from kg.validate.screen import Suspect
from kg.validate.shapes import Shapes

__all__ = ["broken", "message_of", "path_of", "ranked", "severity_name"]

_RANKS = {"Violation": 0, "Warning": 1, "Info": 2}


def broken(pair: Suspect, shapes: Shapes) -> Violation:
    """The result for a node that surely breaks a shape, as pySHACL gives it."""
    severity, path, message = _told(pair.shape, shapes)
    return Violation(severity=severity, focus=pair.node, path=path, message=message, shape=str(pair.shape))


def ranked(results: Iterable[Violation]) -> list[Violation]:
    """The results without doubles, Violations first."""
    return sorted(set(results), key=lambda result: (_RANKS.get(result.severity, 3), result.focus, result.shape))


@cache
def _told(shape: URIRef, shapes: Shapes) -> tuple[str, str | None, str]:
    """Severity, path and message of every result of a shape."""
    severity = shapes.graph.value(shape, SH.severity, default=SH.Violation)
    return severity_name(severity), path_of(shape, shapes.graph), message_of(shape, shapes.graph)


def severity_name(severity: Term | None) -> str:
    """The name of one of SHACL's severities."""
    return str(severity).rsplit("#", 1)[-1]


def message_of(shape: Term, shapes: Graph) -> str:
    """The messages of a shape."""
    return " ".join(sorted(str(words) for words in shapes.objects(shape, SH.message)))


def path_of(shape: Term, shapes: Graph) -> str | None:
    """The path of a property shape: an IRI, "^" and an IRI for its inverse, or IRIs between bars."""
    path = shapes.value(shape, SH.path)
    if path is None or isinstance(path, URIRef):
        return None if path is None else str(path)
    inverse, choices = shapes.value(path, SH.inversePath), shapes.value(path, SH.alternativePath)
    if choices is not None:
        return "|".join(map(str, Collection(shapes, choices)))
    return f"^{inverse}"
