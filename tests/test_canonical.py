from __future__ import annotations

import hashlib

from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, parse, serialize

from kg.canonical import canonical, fingerprint
from tests.push.conftest import article_quads


def by_the_library(quads: list[Quad]) -> bytes:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return b"".join(sorted((serialize(dataset, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)))


def test_without_blank_nodes_the_short_way_is_right() -> None:
    quads = article_quads("a", 200)
    assert canonical(reversed([*quads, *quads])) == by_the_library(quads)


def test_with_blank_nodes_and_with_words_that_look_like_them() -> None:
    text = '_:x <http://a.example/p> "_:y" <http://a.example/g> .\n_:y <http://a.example/p> _:x .\n'
    quads = list(parse(text, format=RdfFormat.N_QUADS))
    assert canonical(quads) == by_the_library(quads)
    words = list(parse('<http://a.example/s> <http://a.example/p> "_:y" .', format=RdfFormat.N_QUADS))
    assert canonical(words) == by_the_library(words)


def test_the_fingerprint_is_the_hash_of_the_canonical_form() -> None:
    quads = article_quads("a", 20)
    assert fingerprint(quads) == hashlib.sha256(canonical(quads)).hexdigest()
    assert fingerprint(quads) == fingerprint(set(quads))
    assert fingerprint(quads) != fingerprint(quads[1:])
