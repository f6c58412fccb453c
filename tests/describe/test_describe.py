"""The graph of an article as a whole."""

from __future__ import annotations

import dataclasses

import factory

from describe.graphs import table
from kg.describe import describe, describe_ontology, describe_registry
from kg.describe.iris import prefixes
from kg.model import PlaceKind


def test_all_of_an_article_is_in_its_one_graph() -> None:
    assert {quad.graph_name.value for quad in describe(factory.full_facts())} == {
        "https://w3id.org/conflict-kg/id/graph/article-a1"
    }


def test_same_facts_same_quads_in_order_and_each_once() -> None:
    first, second = (list(describe(factory.full_facts())) for _ in range(2))
    assert first == second
    keys = [(quad.subject.value, quad.predicate.value, str(quad.object)) for quad in first]
    assert keys == sorted(set(keys))


def test_another_base_moves_all_data_and_no_vocabulary() -> None:
    for quad in describe(factory.full_facts(), base="https://example.org/x/"):
        assert quad.subject.value.startswith("https://example.org/x/")
        assert "conflict-kg/id/" not in str(quad)
        assert not quad.predicate.value.startswith("https://example.org/")


def test_only_actors_that_no_registry_knows_are_described_with_the_article() -> None:
    nodes = table(describe(factory.full_facts()))
    assert [node for node in nodes if node.startswith("actor:")] == ["actor:x-group-sprecher-des-generalstabs"]
    assert not any(node.startswith("place:") for node in nodes)


def test_places_that_no_registry_knows_are_described_with_the_article() -> None:
    facts = factory.full_facts()
    here = factory.place("x-ort-neudorf", PlaceKind.CITY)
    nodes = table(describe(dataclasses.replace(facts, places=(*facts.places, here))))
    assert nodes["place:x-ort-neudorf"]["rdf:type"] == ["kg:Place"]


def test_every_node_is_an_iri_with_one_segment_for_its_kind() -> None:
    kinds = tuple(prefixes().values())
    for quad in [*describe(factory.full_facts()), *describe_registry(factory.ACTORS, factory.PLACES)]:
        for iri in (quad.subject.value, quad.predicate.value):
            (prefix,) = (prefix for prefix in kinds if iri.startswith(prefix))
            assert "/" not in iri.removeprefix(prefix)


def test_no_words_but_those_of_the_article() -> None:
    facts = factory.full_facts()
    nodes = table(describe(facts))
    for node in nodes.values():
        for name in ("content", "speaker", "cue", "evidence"):
            if f"kg:{name}Start" in node:
                first, last = (int(node[f"kg:{name}{end}"][0].split('"')[1]) for end in ("Start", "End"))
                words = node["kg:speakerText" if name == "speaker" else f"kg:{name}"]
                assert words == [f'"{facts.article.text[first:last]}"@de']


def test_the_ontology_graph_holds_ontology_and_alignments() -> None:
    quads = list(describe_ontology())
    assert {quad.graph_name.value for quad in quads} == {"https://w3id.org/conflict-kg/id/graph/ontology"}
    assert any("wasDerivedFrom" in str(quad.object) for quad in quads)
    assert not any("_:" in str(quad.subject) for quad in quads)
