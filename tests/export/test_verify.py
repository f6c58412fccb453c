from __future__ import annotations

import pytest
from pyoxigraph import Literal, Quad

from kg.describe import describe
from kg.describe.iris import kg
from kg.export.verify import verify
from tests.factory import full_facts

FACTS = full_facts()
QUADS = list(describe(FACTS))
TEXTS = {FACTS.article.id: FACTS.article.text}


def changed(local: str, value: Literal) -> list[Quad]:
    """The graph with the first value of a property replaced."""
    first = next(quad for quad in QUADS if quad.predicate == kg(local))
    return [Quad(quad.subject, quad.predicate, value, quad.graph_name) if quad == first else quad for quad in QUADS]


def test_a_sound_graph() -> None:
    verdict = verify(QUADS, TEXTS)
    assert verdict.faults == ()
    assert verdict.articles == 1
    # Content, speaker and cue of two statements, evidence of four claims.
    assert verdict.quotations == 10


def test_offsets_count_code_points() -> None:
    words = "🙂 " + FACTS.article.text
    (fault,) = {fault.reason for fault in verify(QUADS, {"a1": words}).faults if "SHA-256" in fault.reason}
    assert "another text" in fault
    moved = [quad for quad in QUADS if quad.predicate != kg("sha256")]
    assert len(verify(moved, {"a1": words}).faults) == 10


@pytest.mark.parametrize(
    ("local", "value", "words"),
    [
        ("evidence", Literal("Zehn Mann kamen", language="de"), "stands “"),
        ("contentStart", Literal(57), "stands “und 1500"),
        ("cueEnd", Literal(30), "is no stretch"),
        ("speakerEnd", Literal(10_000_000), "is no stretch"),
        ("evidenceStart", Literal("-5"), "not all given"),
    ],
)
def test_the_node_that_fails_is_named(local: str, value: Literal, words: str) -> None:
    verdict = verify(changed(local, value), TEXTS)
    (fault,) = verdict.faults
    assert words in fault.reason
    first = next(quad for quad in QUADS if quad.predicate == kg(local))
    assert fault.node == first.subject.value


def test_missing_words_or_offsets() -> None:
    for local in ("evidence", "evidenceStart"):
        faults = verify([quad for quad in QUADS if quad.predicate != kg(local)], TEXTS).faults
        assert len(faults) == 4
        assert all("not all given" in fault.reason for fault in faults)


def test_an_article_that_is_not_there() -> None:
    faults = verify(QUADS, {"other": "text"}).faults
    assert "no article 'a1'" in faults[0].reason
    assert len(faults) == 11


def test_a_node_without_article() -> None:
    loose = [quad for quad in QUADS if quad.predicate != kg("inArticle")]
    assert {fault.reason.partition(": ")[2] for fault in verify(loose, TEXTS).faults} == {
        "it names no article (kg:inArticle) that the graph describes"
    }
