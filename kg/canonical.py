"""The canonical form of quads and its hash: two datasets are the same exactly where these are.

RDF Dataset Canonicalization (RDFC-1.0): https://www.w3.org/TR/rdf-canon/
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, Triple, serialize

__all__ = ["canonical", "fingerprint"]


def canonical(quads: Iterable[Quad] | Iterable[Triple]) -> bytes:
    """The canonical N-Quads document: blank nodes relabelled, no repetition, lines in the order of code points."""
    dataset = Dataset(_quad(item) for item in quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    lines = (serialize(dataset, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
    return b"".join(sorted(lines))


def fingerprint(quads: Iterable[Quad] | Iterable[Triple]) -> str:
    """The SHA-256 of the canonical document, in hex."""
    return hashlib.sha256(canonical(quads)).hexdigest()


def _quad(item: Quad | Triple) -> Quad:
    return item if isinstance(item, Quad) else Quad(item.subject, item.predicate, item.object)
