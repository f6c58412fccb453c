"""What validation takes for granted, what it reports, and in what order."""

from __future__ import annotations

import factory
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode, Quad

from kg.describe import describe, describe_registry
from kg.validate import nodes, validate
from kg.validate.constraints import Look
from kg.validate.screen import screen
from kg.validate.shapes import shapes
from validate.graphs import TEXT, good, instead, registry, with_, without


def test_words_are_compared_with_the_text_at_hand() -> None:
    moved = "x" + TEXT
    wrong = {result.shape.rsplit("#", 1)[-1] for result in validate(good(), registry=registry(), text=moved)}
    assert {"statement-contentAtOffsets", "claim-evidenceAtOffsets", "article-sha256OfText"} <= wrong


def test_without_the_text_only_the_length_of_the_words_is_checked() -> None:
    other = instead("kg:Statement", "kg:cue", '"rief."@de')(good())
    longer = instead("kg:Statement", "kg:cue", '"rief laut"@de')(good())
    assert validate(other, registry=registry()) == []
    assert [result.shape for result in validate(longer, registry=registry())] == [
        "https://w3id.org/conflict-kg/shapes#statement-cueAtOffsets"
    ]


def test_offsets_count_code_points() -> None:
    page = factory.article(
        "Ein 🚀-Experte sagte: „Die Raketen flögen.“", published="2024-10-28", publisher="Beispielblatt"
    )
    said = factory.statement(page, "Die Raketen flögen.", cue="sagte")
    quads = list(describe(factory.facts(page, statements=(said,))))
    assert validate(quads, registry=registry(), text=page.text) == []
    assert validate(quads, registry=registry(), text=page.text, screened=False) == []


def test_actors_that_nobody_describes_are_reported() -> None:
    results = validate(good(), text=TEXT)
    assert {"statement-speakerIsActor", "agreement-party"} <= {result.shape.rsplit("#", 1)[-1] for result in results}


def test_another_articles_claim_lends_no_evidence() -> None:
    bare = without("kg:DeploymentClaim", "kg:evidence")(good())
    assert "claim-evidence" in {result.shape.rsplit("#", 1)[-1] for result in validate(bare, registry=registry())}


def test_lexical_forms_are_judged_as_they_were_written() -> None:
    for name, value in (("kg:numberMin", '"007"^^xsd:integer'), ("kg:certainty", '"0.90"^^xsd:decimal')):
        quads = with_("kg:DeploymentClaim", name, value)(good())
        assert validate(quads, registry=registry(), text=TEXT), value


def test_results_come_worst_first_and_each_once() -> None:
    broken = instead("kg:Statement", "kg:saidOnEarliest", '"28.10.2024"^^xsd:date')(good())
    broken = without("kg:DeploymentClaim", "kg:sender")(without("kg:Article", "schema:publisher")(broken))
    results = validate(broken, registry=registry(), text=TEXT)
    assert [result.severity for result in results] == ["Violation", "Warning", "Info"]
    assert results[0].path == "https://w3id.org/conflict-kg/ontology#saidOnEarliest"
    assert results[0].focus.startswith("https://w3id.org/conflict-kg/id/statement/")
    assert results[2].path == "https://schema.org/publisher|https://schema.org/url"


def test_the_registry_itself_can_be_validated() -> None:
    quads = list(describe_registry(factory.ACTORS, factory.PLACES))
    assert validate(quads) == []
    nameless = without("actor:russia", "skos:prefLabel")(quads)
    assert [result.shape.rsplit("#", 1)[-1] for result in validate(nameless)] == ["actor-labelled"]


def test_blank_nodes_are_refused() -> None:
    graph = good()[0].graph_name
    quad = Quad(BlankNode("b"), NamedNode("https://schema.org/name"), NamedNode("x:y"), graph)
    with pytest.raises(TypeError, match="neither an IRI nor a literal"):
        validate([quad])


VALUES = ["kg:denies", "actor:russia", "statement:gone", '"sagte"@de', '"x"', "7", "-3", "0.25", "true", "8e1"]
VALUES += ['"2024-10-28"^^xsd:date', '"2024-02-31"^^xsd:date', '"2024"^^edtf:EDTF', '"07"^^xsd:integer', '""@de']
VALUES += [""] * 5  # none at all


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from(VALUES), st.booleans()), min_size=1, max_size=4))
def test_screen_and_pyshacl_agree_on_any_damage(damage: list[tuple[int, str, bool]]) -> None:
    quads = good()
    for place, value, replaced in damage:
        quad = quads[place % len(quads)]
        node, name = f"<{quad.subject.value}>", f"<{quad.predicate.value}>"
        edit = instead if replaced else with_
        quads = (edit(node, name, value) if value else without(node, name))(quads)
    assert validate(quads, registry=registry(), text=TEXT) == validate(
        quads, registry=registry(), text=TEXT, screened=False
    )


def test_the_screen_suspects_only_what_is_broken() -> None:
    assert screen(shapes("article")).suspects(Look(nodes(good()), registry(), TEXT)) == []
    broken = without("kg:Statement", "kg:speaker")(good())
    assert [
        str(shape).rsplit("#", 1)[-1]
        for shape, *_ in screen(shapes("article")).suspects(Look(nodes(broken), registry(), TEXT))
    ] == ["statement-speaker"]
