"""Looks into quads: what a node has."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from kg.describe.iris import prefixes


def short(term: object) -> str:
    """A term with its prefix, or the literal as N-Triples writes it, its datatype with a prefix."""
    words = term.value if isinstance(term, NamedNode) else str(term)
    for prefix, iri in prefixes().items():
        if isinstance(term, NamedNode) and words.startswith(iri):
            return f"{prefix}:{words.removeprefix(iri)}"
        words = words.replace(f"<{iri}", f"<{prefix}:")
    return words


def table(quads: Iterable[Quad]) -> dict[str, dict[str, list[str]]]:
    """Node → property → values, all in short form."""
    found: dict[str, dict[str, list[str]]] = {}
    for quad in quads:
        found.setdefault(short(quad.subject), {}).setdefault(short(quad.predicate), []).append(short(quad.object))
    return found


def only(quads: Iterable[Quad], kind: str) -> dict[str, list[str]]:
    """The one node of a class."""
    (node,) = (node for node in table(quads).values() if kind in node.get("rdf:type", []))
    return node
