"""The canonical form of quads and its hash: two datasets are the same exactly where these are.

RDF Dataset Canonicalization (RDFC-1.0): https://www.w3.org/TR/rdf-canon/
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, Triple, parse, serialize

__all__ = ["canonical", "fingerprint"]


def canonical(quads: Iterable[Quad] | Iterable[Triple]) -> bytes:
    """The canonical N-Quads document: blank nodes relabelled, no repetition, lines in the order of code points."""
    text = _lines(quads)
    if b"_:" in text:
        dataset = Dataset(parse(text, format=RdfFormat.N_QUADS))
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        text = _lines(dataset)
    # Without blank nodes nothing is left to do but to sort: the serialiser writes canonical lines.
    return b"".join(sorted(set(text.splitlines(keepends=True))))


def fingerprint(quads: Iterable[Quad] | Iterable[Triple]) -> str:
    """The SHA-256 of the canonical document, in hex."""
    return hashlib.sha256(canonical(quads)).hexdigest()


def _lines(quads: Iterable[Quad] | Iterable[Triple]) -> bytes:
    return serialize(quads, format=RdfFormat.N_QUADS) or b""
