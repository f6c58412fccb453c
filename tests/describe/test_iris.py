from __future__ import annotations

import pytest

from kg.describe.iris import BASE, Iris, camel, kg, prefixes, segment


@pytest.mark.parametrize("name", ["000_1e92", "zeit-2024.10.28", "A", "a_b"])
def test_a_plain_name_stands_as_it_is(name: str) -> None:
    assert segment(name) == name


@pytest.mark.parametrize(
    "name", ["", "Ärger im Osten", "a/b", "..", "a.", "-a", "a%20b", "日本", "a b", "x" * 200 + "/"]
)
def test_any_other_name_becomes_a_slug_and_a_hash(name: str) -> None:
    made = segment(name)
    assert segment(made) == made
    assert "/" not in made
    assert len(made) <= 70


def test_names_with_the_same_slug_stay_apart() -> None:
    assert segment("a/b") != segment("a b") != segment("a-b")
    assert segment("Ärger im Osten").startswith("aerger-im-osten-")


def test_what_a_thing_is_makes_its_iri() -> None:
    iris = Iris()
    assert iris.minted("claim", "a", 1, None) == iris.minted("claim", "a", 1, None)
    assert iris.minted("claim", "a", 1, None) != iris.minted("claim", "a", None, 1)
    assert iris.minted("claim", "a") != iris.minted("statement", "a")
    assert iris.minted("claim", "ab", "c") != iris.minted("claim", "a", "bc")
    local = iris.minted("claim", "a").value.removeprefix(f"{BASE}claim/")
    assert len(local) == 16
    assert int(local, 16) >= 0


def test_base_and_kinds() -> None:
    iris = Iris("https://example.org/")
    assert iris.actor("north-korea").value == "https://example.org/actor/north-korea"
    assert iris.article_graph("a b").value.startswith("https://example.org/graph/article-a-b-")
    assert iris.graph("derived").value == "https://example.org/graph/derived"
    assert prefixes("https://example.org/")["actor"] == "https://example.org/actor/"
    assert kg("stance").value == "https://w3id.org/conflict-kg/ontology#stance"


def test_concepts_of_tables_are_camel_case_in_the_ontology() -> None:
    assert [camel(name) for name in ("air-defence", "know-how", "weapons", "armsTransfer")] == [
        "airDefence",
        "knowHow",
        "weapons",
        "armsTransfer",
    ]
