"""Every shape: the good graph passes it, an edit breaks it, and the screen finds what pySHACL finds."""

from __future__ import annotations

import pytest
from rdflib import RDF, SH, Graph

from kg.resources import resource
from kg.validate import validate
from validate.graphs import TEXT, Edit, good, instead, registry, with_, without

ACTOR = "actor:x-group-sprecher-des-generalstabs"
STATEMENT, CLAIM, ARTICLE = "kg:Statement", "kg:DeploymentClaim", "kg:Article"
ARMS, FALLEN, PACT = "kg:ArmsTransferClaim", "kg:CasualtyClaim", "kg:AgreementClaim"


def _date(shape: str, kind: str, name: str) -> dict[str, Edit]:
    return {
        f"{shape}-{name}": instead_or_with(kind, f"kg:{name}", '"Ende Mai"^^edtf:EDTF'),
        f"{shape}-{name}Earliest": instead_or_with(kind, f"kg:{name}Earliest", '"2124-10-28"^^xsd:date'),
        f"{shape}-{name}Latest": instead_or_with(kind, f"kg:{name}Latest", '"2024-10-28T10:00:00"^^xsd:date'),
    }


def instead_or_with(kind: str, name: str, value: str) -> Edit:
    def edit(quads: list) -> list:  # type: ignore[type-arg]
        try:
            return instead(kind, name, value)(quads)
        except AssertionError:
            latest = name.replace("Earliest", "Latest")
            extra = [] if name == latest else [with_(kind, latest, '"2024-10-28"^^xsd:date')]
            for change in [*extra, with_(kind, name, value)]:
                quads = change(quads)
            return quads

    return edit


def _words(shape: str, kind: str, text: str, name: str) -> dict[str, Edit]:
    return {
        f"{shape}-{text}": with_(kind, f"kg:{text}", '"noch etwas"@de'),
        f"{shape}-{text}AtOffsets": instead(kind, f"kg:{name}Start", "1"),
        f"{shape}-{name}Start": instead(kind, f"kg:{name}Start", "9999"),
        f"{shape}-{name}End": instead(kind, f"kg:{name}End", '"0107"^^xsd:integer'),
    }


def _made(shape: str, kind: str) -> dict[str, Edit]:
    return {
        f"{shape}-inArticle": without(kind, "kg:inArticle"),
        f"{shape}-rule": without(kind, "kg:rule"),
        f"{shape}-certainty": instead(kind, "kg:certainty", "1.5"),
        f"{shape}-unsure": instead(kind, "kg:certainty", "0.3"),
    }


BREAKS: dict[str, Edit] = {
    "actor-kind": with_(ACTOR, "rdf:type", "kg:Martian"),
    "actor-labelled": without(ACTOR, "skos:prefLabel"),
    "actor-label": with_(ACTOR, "skos:prefLabel", '"porte-parole"@fr'),
    "actor-registered": without(ACTOR, "kg:registered"),
    "actor-actsFor": with_(ACTOR, "kg:actsFor", '"Ukraine"'),
    "actor-exactMatch": with_(ACTOR, "skos:exactMatch", "<http://dbpedia.org/resource/NATO>"),
    "place-labelled": with_("place:x-here", "rdf:type", "kg:Place"),
    "place-country": with_("place:x-here", "rdf:type", "kg:Place"),
    "agreement-parties": instead(PACT, "kg:party", "actor:russia"),
    "agreement-party": with_(PACT, "kg:party", "actor:nobody"),
    "agreement-signatory": with_(PACT, "kg:signatory", '"Putin"'),
    "agreement-agreementType": without(PACT, "kg:agreementType"),
    "agreement-signedAt": instead(PACT, "kg:signedAt", "actor:russia"),
    **_date("agreement", PACT, "signedOn"),
    "armsTransfer-supplierGiven": without(ARMS, "kg:supplier"),
    "armsTransfer-supplier": with_(ARMS, "kg:supplier", "actor:russia"),
    "armsTransfer-recipientGiven": without(ARMS, "kg:recipient"),
    "armsTransfer-recipient": instead(ARMS, "kg:recipient", "place:kursk"),
    "armsTransfer-itemGiven": without(ARMS, "kg:item"),
    "armsTransfer-item": instead(ARMS, "kg:item", '"Granaten"'),
    "armsTransfer-itemConcept": instead(ARMS, "kg:itemConcept", "kg:pistachios"),
    "armsTransfer-between": instead(ARMS, "kg:recipient", "actor:north-korea"),
    "casualties-ofActorGiven": without(FALLEN, "kg:ofActor"),
    "casualties-ofActor": instead(FALLEN, "kg:ofActor", "actor:nobody"),
    "casualties-casualtyType": instead(FALLEN, "kg:casualtyType", "kg:tired"),
    "claim-about": without(CLAIM, "kg:about"),
    "claim-claimant": instead(CLAIM, "kg:claimant", "place:kursk"),
    "claim-modality": instead(CLAIM, "kg:modality", "kg:rumoured"),
    "claim-number": instead(CLAIM, "kg:number", '"viele"^^xsd:integer'),
    "claim-numberMin": with_(CLAIM, "kg:numberMin", "1600"),
    "claim-numberMax": with_(CLAIM, "kg:numberMax", '"+1600"^^xsd:integer'),
    "claim-numberBelowMax": with_(CLAIM, "kg:numberMax", "1400"),
    "claim-qualifier": instead(CLAIM, "kg:qualifier", "kg:roughly"),
    **_words("claim", CLAIM, "evidence", "evidence"),
    **_date("claim", CLAIM, "when"),
    **_made("claim", CLAIM),
    "numbered-qualifier": without(CLAIM, "kg:qualifier"),
    "deployment-senderGiven": without(CLAIM, "kg:sender"),
    "deployment-sender": with_(CLAIM, "kg:sender", "actor:russia"),
    "deployment-host": instead(CLAIM, "kg:host", '"Russland"@de'),
    "deployment-place": with_(CLAIM, "kg:place", "actor:russia"),
    "deployment-destination": lambda quads: without(CLAIM, "kg:host")(without(CLAIM, "kg:place")(quads)),
    "deployment-abroad": instead(CLAIM, "kg:host", "actor:north-korea"),
    "deployment-personnel": with_(CLAIM, "kg:personnel", "kg:tourists"),
    "article-identifier": with_(ARTICLE, "dcterms:identifier", '"a2"'),
    "article-sha256": instead(ARTICLE, "kg:sha256", '"deadbeef"'),
    "article-sha256OfText": instead(ARTICLE, "kg:sha256", f'"{"0" * 64}"'),
    "article-language": instead(ARTICLE, "dcterms:language", '"German"'),
    "article-headline": with_(ARTICLE, "schema:headline", '"Noch eine"@de'),
    "article-dated": without(ARTICLE, "kg:publishedOn"),
    "article-source": without(ARTICLE, "schema:publisher"),
    **_date("article", ARTICLE, "publishedOn"),
    **_date("article", ARTICLE, "updatedOn"),
    "statement-speaker": without(STATEMENT, "kg:speaker"),
    "statement-speakerIsActor": instead(STATEMENT, "kg:speaker", "actor:nobody"),
    "statement-stance": instead(STATEMENT, "kg:stance", "kg:shouts"),
    "statement-mode": with_(STATEMENT, "kg:mode", "kg:direct", "kg:reported"),
    "statement-topic": without(STATEMENT, "kg:topic"),
    "statement-topicKnown": with_(STATEMENT, "kg:topic", "kg:weather"),
    "statement-via": with_(STATEMENT, "kg:via", '"Reuters"'),
    "statement-relays": with_(STATEMENT, "kg:relays", "actor:russia"),
    "statement-continues": with_(STATEMENT, "kg:continues", "statement:gone"),
    "statement-expresses": with_(STATEMENT, "kg:expresses", "article:a1"),
    "statement-signalled": without(STATEMENT, "kg:cue"),
    **_words("statement", STATEMENT, "content", "content"),
    **_words("statement", STATEMENT, "speakerText", "speaker"),
    **_words("statement", STATEMENT, "cue", "cue"),
    **_date("statement", STATEMENT, "saidOn"),
    **_made("statement", STATEMENT),
}
BREAKS["place-country"] = lambda quads: with_("place:x-here", "kg:country", '"Russland"')(
    with_("place:x-here", "rdf:type", "kg:Place")(quads)
)


def _shapes() -> Graph:
    graph = Graph()
    for path in resource("shapes").glob("*.ttl"):
        graph.parse(path)
    return graph


SHAPES = _shapes()


@pytest.mark.parametrize("screened", [True, False])
def test_good_graph_passes(screened: bool) -> None:
    assert validate(good(), registry=registry(), text=TEXT, screened=screened) == []


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_edit_breaks_shape(name: str) -> None:
    broken = BREAKS[name](good())
    results = validate(broken, registry=registry(), text=TEXT)
    assert f"https://w3id.org/conflict-kg/shapes#{name}" in {result.shape for result in results}
    assert results == validate(broken, registry=registry(), text=TEXT, screened=False)


def test_every_property_shape_has_an_edit_that_breaks_it() -> None:
    named = {str(shape).rsplit("#", 1)[-1] for shape in SHAPES.subjects(RDF.type, SH.PropertyShape)}
    assert named == set(BREAKS)


def test_every_property_shape_belongs_to_a_node_shape_with_a_target() -> None:
    for shape in SHAPES.subjects(RDF.type, SH.PropertyShape):
        owners = list(SHAPES.subjects(SH.property, shape))
        assert owners, shape
        assert all(
            (owner, SH.targetClass, None) in SHAPES or (owner, SH.targetSubjectsOf, None) in SHAPES for owner in owners
        )


def test_every_message_says_what_is_wrong_and_what_to_do() -> None:
    for shape in SHAPES.subjects(RDF.type, SH.PropertyShape):
        (message,) = SHAPES.objects(shape, SH.message)
        what, colon, remedy = str(message).partition(":")
        assert colon, shape
        assert what[0].isupper(), shape
        assert remedy.rstrip().endswith("."), shape


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("claim-evidence", "Violation"),
        ("statement-contentAtOffsets", "Violation"),
        ("statement-speaker", "Violation"),
        ("statement-stance", "Violation"),
        ("statement-saidOnEarliest", "Violation"),
        ("claim-numberMin", "Violation"),
        ("agreement-parties", "Violation"),
        ("deployment-senderGiven", "Warning"),
        ("article-dated", "Warning"),
        ("article-source", "Info"),
        ("statement-unsure", "Info"),
    ],
)
def test_severity(name: str, severity: str) -> None:
    results = validate(BREAKS[name](good()), registry=registry(), text=TEXT)
    assert {result.severity for result in results if result.shape.endswith(f"#{name}")} == {severity}
