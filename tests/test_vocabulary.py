"""One vocabulary everywhere: enums = concepts of the ontology = sh:in of the shapes; what is written is declared."""

from __future__ import annotations

import json
import tomllib
from enum import StrEnum

import factory
import pytest
from describe.graphs import short
from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SDO, SH, SKOS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

from kg.derive import derive
from kg.describe import describe, describe_registry, describe_run, describe_text
from kg.describe.iris import NAMESPACES, camel
from kg.describe.provenance import Run
from kg.model import (
    ActorKind,
    CasualtyType,
    Modality,
    Mode,
    Office,
    PartialDate,
    Personnel,
    Qualifier,
    Stance,
    Topic,
)
from kg.resources import resource

KG = Namespace(NAMESPACES["kg"])
KGSH = Namespace("https://w3id.org/conflict-kg/shapes#")


def _parsed(*parts: str) -> Graph:
    graph = Graph()
    for path in sorted(resource(parts[0]).glob(parts[1])):
        graph.parse(path)
    return graph


ONTOLOGY = _parsed("ontology", "kg.ttl")
ALIGNMENTS = _parsed("ontology", "alignments.ttl")
SHAPES = _parsed("shapes", "*.ttl")
TERMS = sorted({term for term in ONTOLOGY.subjects() if isinstance(term, URIRef) and term.startswith(KG)})
PROPERTIES = sorted(
    {*ONTOLOGY.subjects(RDF.type, OWL.ObjectProperty), *ONTOLOGY.subjects(RDF.type, OWL.DatatypeProperty)}
)

ENUMS: list[tuple[type[StrEnum], str, str]] = [
    (Stance, "Stance", "statement-stance"),
    (Mode, "Mode", "statement-mode"),
    (Modality, "Modality", "claim-modality"),
    (Qualifier, "Qualifier", "claim-qualifier"),
    (Topic, "Topic", "statement-topicKnown"),
    (Personnel, "PersonnelKind", "deployment-personnel"),
    (CasualtyType, "CasualtyKind", "casualties-casualtyType"),
]


def _local(terms: object) -> set[str]:
    return {str(term).removeprefix(KG) for term in terms}  # type: ignore[attr-defined]


def _listed(shape: str) -> set[str]:
    head = SHAPES.value(KGSH[shape], SH["in"])
    assert head is not None
    return _local(Collection(SHAPES, head))


@pytest.mark.parametrize(("enum", "kind", "shape"), ENUMS)
def test_enum_is_scheme_is_shape(enum: type[StrEnum], kind: str, shape: str) -> None:
    concepts = set(ONTOLOGY.subjects(RDF.type, KG[kind]))
    assert _local(concepts) == set(enum) == _listed(shape)
    assert all((concept, SKOS.inScheme, KG[f"{kind}Scheme"]) in ONTOLOGY for concept in concepts)
    assert all((concept, RDF.type, SKOS.Concept) in ONTOLOGY for concept in concepts)


def test_actor_kinds_are_classes_and_listed() -> None:
    assert _local(ONTOLOGY.subjects(RDFS.subClassOf, KG.Actor)) == set(ActorKind)
    assert _listed("actor-kind") == {"Actor", *ActorKind}


def test_kinds_of_goods_are_those_of_the_table() -> None:
    path = resource("kg", "lang", "de", "items.toml")
    table = {camel(key) for key in tomllib.loads(path.read_text(encoding="utf-8"))}
    assert _local(ONTOLOGY.subjects(RDF.type, KG.ItemKind)) == table == _listed("armsTransfer-itemConcept")


@pytest.mark.parametrize("term", TERMS, ids=_local)
def test_every_term_is_named_and_defined_in_both_languages(term: URIRef) -> None:
    for name in ("label", "definition"):
        values = [*ONTOLOGY.objects(term, SKOS.definition)] if name == "definition" else []
        if name == "label":
            values = [*ONTOLOGY.objects(term, RDFS.label), *ONTOLOGY.objects(term, SKOS.prefLabel)]
        assert {value.language for value in values if isinstance(value, Literal)} == {"en", "de"}, name


@pytest.mark.parametrize("term", PROPERTIES, ids=_local)
def test_every_property_has_one_domain_and_range_that_are_declared(term: URIRef) -> None:
    for side in (RDFS.domain, RDFS.range):
        (kind,) = ONTOLOGY.objects(term, side)
        assert (kind, RDF.type, OWL.Class) in ONTOLOGY or not str(kind).startswith(KG), kind


def test_dates_come_in_threes() -> None:
    for term in ONTOLOGY.subjects(RDFS.range, URIRef(NAMESPACES["edtf"] + "EDTF")):
        for end in ("Earliest", "Latest"):
            assert (URIRef(f"{term}{end}"), RDF.type, OWL.DatatypeProperty) in ONTOLOGY


def test_no_blank_nodes_in_the_ontology() -> None:
    assert not any(isinstance(term, BNode) for graph in (ONTOLOGY, ALIGNMENTS) for triple in graph for term in triple)


def test_alignments_and_shapes_use_declared_terms_only() -> None:
    shaped = {term for triple in SHAPES for term in triple}
    aligned = {term for triple in ALIGNMENTS for term in triple}
    used = {term for term in shaped | aligned if isinstance(term, URIRef) and term.startswith(KG)}
    assert used <= set(TERMS)


def test_every_other_vocabulary_is_aligned() -> None:
    for namespace in ("prov#", "schema.org/", "2009/11/sem/", "ns/oa#", "conflict-kg/plover#", "InterchangeOntology#"):
        assert any(namespace in str(thing) and str(subject).startswith(KG) for subject, _, thing in ALIGNMENTS), (
            namespace
        )


def _everything() -> list:  # type: ignore[type-arg]
    facts = factory.full_facts(url="https://example.org/a", license="x", updated="2024-10-29")
    office = Office(
        office="president-russia", holder="vladimir-putin", since=PartialDate("2012"), until=PartialDate("2030")
    )
    run = Run(version="1", registry_sha256="a", judgements_sha256="b")
    known = [*describe_registry(factory.ACTORS, factory.PLACES, [office])]
    return [
        *describe(facts, run=run),
        *known,
        *derive([*describe(facts), *describe(factory.full_facts(id="a2")), *known]),
        *describe_run(run, ["a1"]),
        *describe_text(facts.article),
    ]


def test_every_iri_that_is_written_is_declared() -> None:
    quads = _everything()
    written = {quad.predicate.value for quad in quads}
    written |= {quad.object.value for quad in quads if quad.predicate.value == str(RDF.type)}
    written |= {quad.object.value for quad in quads if str(quad.object).startswith(f"<{KG}")}
    assert {iri for iri in written if iri.startswith(KG)} <= set(map(str, TERMS))
    foreign = {iri for iri in written if not iri.startswith(KG)}
    assert all(iri.startswith(tuple(NAMESPACES.values())) for iri in foreign)


def test_properties_are_used_as_they_are_declared() -> None:
    for quad in _everything():
        name = URIRef(quad.predicate.value)
        if not name.startswith(KG):
            continue
        is_iri = str(quad.object).startswith("<")
        assert (name, RDF.type, OWL.ObjectProperty if is_iri else OWL.DatatypeProperty) in ONTOLOGY, name
        if not is_iri:
            assert ONTOLOGY.value(name, RDFS.range) == URIRef(quad.object.datatype.value), name


def test_the_context_has_every_term() -> None:
    context = json.loads(resource("ontology", "context.jsonld").read_text(encoding="utf-8"))["@context"]
    for term in TERMS:
        local = term.removeprefix(KG)
        if not local.endswith("Scheme"):
            entry = context[local]
            assert (entry if isinstance(entry, str) else entry["@id"]) == f"kg:{local}"


def test_the_context_reads_what_it_names() -> None:
    document = json.loads(resource("ontology", "context.jsonld").read_text(encoding="utf-8")) | {
        "id": "https://example.org/s",
        "type": "Statement",
        "stance": "denies",
        "speaker": "kgid:actor/russia",
        "content": "Nichts davon",
        "contentStart": 4,
        "saidOn": "2024-10",
        "saidOnEarliest": "2024-10-01",
        "certainty": "0.9",
    }
    found = {
        (short(quad.predicate), short(quad.object)) for quad in parse(json.dumps(document), format=RdfFormat.JSON_LD)
    }
    assert found == {
        ("rdf:type", "kg:Statement"),
        ("kg:stance", "kg:denies"),
        ("kg:speaker", "actor:russia"),
        ("kg:content", '"Nichts davon"@de'),
        ("kg:contentStart", '"4"^^<xsd:integer>'),
        ("kg:saidOn", '"2024-10"^^<edtf:EDTF>'),
        ("kg:saidOnEarliest", '"2024-10-01"^^<xsd:date>'),
        ("kg:certainty", '"0.9"^^<xsd:decimal>'),
    }


def test_schema_org_is_written_with_https() -> None:
    assert NAMESPACES["schema"] == str(SDO)
