"""Reads a graph from a store that cuts long answers in silence: in parts, each well below the limit.

The parts are the properties of the graph and, of a property that is used too often, stretches of a hash over its
subject and object.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

__all__ = ["parts"]

_HASHES = [f"{number:02x}" for number in range(256)]
# Literals stay out of the hash: one with letters beyond ASCII makes some stores fail.
_HASH = 'SUBSTR(MD5(CONCAT(STR(?s), IF(isIRI(?o), STR(?o), ""))), 1, 2)'


def parts(graph: NamedNode, counts: dict[str, int], limit: int) -> Iterator[str]:
    """Queries that together give every triple of a graph once, each half of `limit` at most as far as hashes spread
    evenly; `counts` are the triples of each property, by its IRI."""
    for property_, count in sorted(counts.items()):
        pattern = f"CONSTRUCT {{ ?s <{property_}> ?o }} WHERE {{ GRAPH {graph} {{ ?s <{property_}> ?o }}"
        pieces = min(256, -(-count // (limit // 2)))
        if pieces == 1:
            yield f"{pattern} }}"
            continue
        size = -(-256 // pieces)
        for start in range(0, 256, size):
            chosen = ", ".join(f'"{each}"' for each in _HASHES[start : start + size])
            yield f"{pattern} FILTER({_HASH} IN ({chosen})) }}"
