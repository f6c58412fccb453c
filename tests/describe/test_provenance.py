from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from factory import article, facts

from describe.graphs import only, table
from kg.describe import describe, describe_run, describe_text
from kg.describe.provenance import Run

PAGE = article(
    "Über Nacht kam Schnee.",
    id="blatt-7",
    headline="Schnee",
    url="https://example.org/schnee?x=1",
    publisher="Beispielblatt",
    published="2024-10-28",
    updated="2024-10",
    license="https://creativecommons.org/licenses/by/4.0/",
)


def test_every_property_of_an_article() -> None:
    quads = list(describe(facts(PAGE)))
    assert only(quads, "kg:Article") == {
        "rdf:type": ["schema:NewsArticle", "kg:Article"],
        "dcterms:identifier": ['"blatt-7"'],
        "dcterms:language": ['"de"'],
        "dcterms:license": ["https://creativecommons.org/licenses/by/4.0/"],
        "schema:headline": ['"Schnee"@de'],
        "schema:publisher": ['"Beispielblatt"'],
        "schema:url": ['"https://example.org/schnee?x=1"^^<xsd:anyURI>'],
        "schema:datePublished": ['"2024-10-28"^^<xsd:date>'],
        "kg:publishedOn": ['"2024-10-28"^^<edtf:EDTF>'],
        "kg:publishedOnEarliest": ['"2024-10-28"^^<xsd:date>'],
        "kg:publishedOnLatest": ['"2024-10-28"^^<xsd:date>'],
        "kg:updatedOn": ['"2024-10"^^<edtf:EDTF>'],
        "kg:updatedOnEarliest": ['"2024-10-01"^^<xsd:date>'],
        "kg:updatedOnLatest": ['"2024-10-31"^^<xsd:date>'],
        "kg:sha256": [f'"{hashlib.sha256(PAGE.text.encode()).hexdigest()}"'],
    }


def test_a_month_is_no_day_of_publication() -> None:
    node = only(describe(facts(article("Schnee.", published="2024-10"))), "kg:Article")
    assert "schema:datePublished" not in node
    assert node["kg:publishedOn"] == ['"2024-10"^^<edtf:EDTF>']


def test_a_license_in_words_stays_words() -> None:
    node = only(describe(facts(article("Schnee.", license="Alle Rechte vorbehalten"))), "kg:Article")
    assert node["dcterms:license"] == ['"Alle Rechte vorbehalten"']


def test_the_text_is_in_a_graph_of_its_own() -> None:
    assert not any("Schnee." in str(quad) and "#text>" in str(quad) for quad in describe(facts(PAGE)))
    (quad,) = describe_text(PAGE)
    assert quad.object.value == PAGE.text
    assert quad.graph_name.value.endswith("/graph/texts")


def test_a_run_tells_program_registry_and_graphs() -> None:
    run = Run(version="1.2.0", registry_sha256="ab" * 32, started=datetime(2024, 10, 28, tzinfo=UTC))
    nodes = table(describe_run(run, ["blatt-7", "ein zweites"]))
    (activity,) = (node for node in nodes.values() if "kg:Run" in node["rdf:type"])
    assert activity["prov:wasAssociatedWith"] == ["agent:conflict-kg-1.2.0"]
    assert activity["kg:registrySha256"] == [f'"{"ab" * 32}"']
    assert activity["prov:startedAtTime"] == ['"2024-10-28T00:00:00Z"^^<xsd:dateTime>']
    assert nodes["graph:article-blatt-7"]["prov:wasDerivedFrom"] == ["article:blatt-7"]
    assert len(activity["prov:used"]) == 3


def test_the_time_is_no_part_of_what_a_run_is() -> None:
    early, late = (
        list(describe(facts(PAGE), run=Run(version="1", started=datetime(year, 1, 1, tzinfo=UTC))))
        for year in (2024, 2025)
    )
    assert early == late
    assert any("wasGeneratedBy" in str(quad) for quad in early)
