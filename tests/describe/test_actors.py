from __future__ import annotations

from factory import actor, place

from describe.graphs import table
from kg.describe import describe_registry
from kg.model import ActorKind, Office, PartialDate, PlaceKind

PUTIN = actor(
    "vladimir-putin",
    "Wladimir Putin",
    ActorKind.PERSON,
    label_en="Vladimir Putin",
    aliases=("Putin", "Wladimir Putin", "Putin"),
    wikidata="Q7747",
    acts_for="russia",
    role_de="Präsident",
    role_en="President",
)


def test_every_property_of_an_actor() -> None:
    assert table(describe_registry([PUTIN], []))["actor:vladimir-putin"] == {
        "rdf:type": ["kg:Actor", "kg:Person"],
        "skos:prefLabel": ['"Vladimir Putin"@en', '"Wladimir Putin"@de'],
        "skos:altLabel": ['"Putin"@de'],
        "skos:exactMatch": ["wd:Q7747"],
        "kg:actsFor": ["actor:russia"],
        "kg:role": ['"President"@en', '"Präsident"@de'],
        "kg:registered": ['"true"^^<xsd:boolean>'],
    }


def test_a_body_of_a_state_has_english_names_in_both_orders() -> None:
    body = actor(
        "latvian-mod",
        "Lettisches Verteidigungsministerium",
        ActorKind.MINISTRY,
        label_en="Ministry of Defence (Latvia)",
        aliases_en=("Latvian Ministry of Defence",),
    )
    assert table(describe_registry([body], []))["actor:latvian-mod"]["skos:altLabel"] == [
        '"Latvia Ministry of Defence"@en',
        '"Latvian Ministry of Defence"@en',
        '"Ministry of Defence of Latvia"@en',
    ]


def test_every_property_of_a_place() -> None:
    kursk = place("kursk", PlaceKind.REGION, label_de="Oblast Kursk", country="russia", wikidata="Q3178")
    assert table(describe_registry([], [kursk]))["place:kursk"] == {
        "rdf:type": ["kg:Place"],
        "dcterms:type": ['"region"'],
        "skos:prefLabel": ['"Kursk"@en', '"Oblast Kursk"@de'],
        "skos:exactMatch": ["wd:Q3178"],
        "kg:country": ["actor:russia"],
    }


def test_an_office_is_held_for_a_time() -> None:
    office = Office(office="president-russia", holder="vladimir-putin", since=PartialDate("2012-05-07"))
    nodes = table(describe_registry([PUTIN], [], [office]))
    (tenure,) = (node for node in nodes.values() if "kg:Tenure" in node["rdf:type"])
    assert tenure == {
        "rdf:type": ["kg:Tenure"],
        "kg:holder": ["actor:vladimir-putin"],
        "kg:office": ["office:president-russia"],
        "kg:since": ['"2012-05-07"^^<edtf:EDTF>'],
        "kg:sinceEarliest": ['"2012-05-07"^^<xsd:date>'],
        "kg:sinceLatest": ['"2012-05-07"^^<xsd:date>'],
    }
    assert nodes["office:president-russia"]["dcterms:identifier"] == ['"president-russia"']


def test_an_unregistered_actor_says_so() -> None:
    expert = actor("x-person-erika-muster", "Erika Muster", ActorKind.PERSON, registered=False)
    node = table(describe_registry([expert], []))["actor:x-person-erika-muster"]
    assert node["kg:registered"] == ['"false"^^<xsd:boolean>']
    assert "skos:exactMatch" not in node
