from __future__ import annotations

from decimal import Decimal

import pytest
from factory import agreement, arms_transfer, article, casualties, deployment, facts

from describe.graphs import only, table
from kg.describe import describe
from kg.model import CasualtyType, Claim, Modality, Personnel, Qualifier

PAGE = article("Bis zu 12.000 Soldaten gehen im Herbst nach Kursk. Minsk gab Drohnen und Brot. Zwei fielen.")
SENT = "Bis zu 12.000 Soldaten gehen im Herbst nach Kursk"


def test_every_property_of_a_deployment() -> None:
    claim = deployment(
        PAGE,
        SENT,
        claimants=("usa", "south-korea"),
        number=12_000,
        qualifier=Qualifier.UP_TO,
        maximum=12_000,
        modality=Modality.PLANNED,
        when="2024-09/2024-11",
        places=("kursk",),
        personnel=Personnel.SOLDIERS,
        certainty=Decimal("0.8"),
    )
    quads = list(describe(facts(PAGE, claims=(claim,))))
    node = only(quads, "kg:DeploymentClaim")
    (event,) = node.pop("kg:about")
    assert node == {
        "rdf:type": ["kg:Claim", "kg:DeploymentClaim"],
        "kg:inArticle": ["article:a1"],
        "kg:claimant": ["actor:south-korea", "actor:usa"],
        "kg:number": ['"12000"^^<xsd:integer>'],
        "kg:numberMax": ['"12000"^^<xsd:integer>'],
        "kg:qualifier": ["kg:upTo"],
        "kg:modality": ["kg:planned"],
        "kg:when": ['"2024-09/2024-11"^^<edtf:EDTF>'],
        "kg:whenEarliest": ['"2024-09-01"^^<xsd:date>'],
        "kg:whenLatest": ['"2024-11-30"^^<xsd:date>'],
        "kg:sender": ["actor:north-korea"],
        "kg:host": ["actor:russia"],
        "kg:place": ["place:kursk"],
        "kg:personnel": ["kg:soldiers"],
        "kg:evidence": [f'"{SENT}"@de'],
        "kg:evidenceStart": ['"0"^^<xsd:integer>'],
        "kg:evidenceEnd": [f'"{len(SENT)}"^^<xsd:integer>'],
        "kg:rule": ['"deployment/eintreffen"'],
        "kg:certainty": ['"0.8"^^<xsd:decimal>'],
    }
    assert table(quads)[event]["rdf:type"] == ["kg:Deployment", "kg:Event"]


def test_an_event_has_the_roles_and_no_number() -> None:
    claim = deployment(
        PAGE, SENT, number=12_000, qualifier=Qualifier.UP_TO, maximum=12_000, when="2024", places=("kursk",)
    )
    event = only(describe(facts(PAGE, claims=(claim,))), "kg:Event")
    assert set(event) == {"rdf:type", "kg:sender", "kg:host", "kg:place", "kg:when", "kg:whenEarliest", "kg:whenLatest"}


def test_an_arms_transfer_names_goods_and_their_kinds() -> None:
    claim = arms_transfer(PAGE, "Minsk gab Drohnen und Brot", items=(("Drohnen", "drones"), "Brot"), recipient=None)
    node = only(describe(facts(PAGE, claims=(claim,))), "kg:ArmsTransferClaim")
    assert node["kg:item"] == ['"Brot"@de', '"Drohnen"@de']
    assert node["kg:itemConcept"] == ["kg:drones"]
    assert node["kg:supplier"] == ["actor:north-korea"]
    assert "kg:recipient" not in node


def test_casualties() -> None:
    claim = casualties(PAGE, "Zwei fielen", number=2, minimum=2, maximum=2, qualifier=Qualifier.EXACTLY)
    node = only(describe(facts(PAGE, claims=(claim,))), "kg:CasualtyClaim")
    assert node["kg:ofActor"] == ["actor:north-korea"]
    assert node["kg:casualtyType"] == ["kg:killed"]
    assert node["kg:numberMin"] == node["kg:numberMax"] == node["kg:number"]


@pytest.mark.parametrize(
    "other",
    [
        {"number": 3},
        {"sender": "belarus"},
        {"places": ("kursk",)},
        {"personnel": Personnel.GENERALS},
        {"claimants": ("usa",)},
        {"when": "2024"},
    ],
)
def test_what_differs_in_its_roles_is_another_claim(other: dict[str, object]) -> None:
    claims: tuple[Claim, ...] = (deployment(PAGE, SENT), deployment(PAGE, SENT, key="c2", **other))
    nodes = table(describe(facts(PAGE, claims=claims)))
    assert sum("kg:Claim" in node["rdf:type"] for node in nodes.values()) == 2
    assert sum("kg:Event" in node["rdf:type"] for node in nodes.values()) == 2


@pytest.mark.parametrize(
    "other", [{"modality": Modality.DENIED}, {"rule": "deployment/gehen"}, {"certainty": Decimal("0.1")}]
)
def test_a_better_judgement_does_not_move_a_claim(other: dict[str, object]) -> None:
    before, after = (table(describe(facts(PAGE, claims=(deployment(PAGE, SENT, **values),)))) for values in ({}, other))
    assert set(before) == set(after)


def test_kinds_with_the_same_words_stay_apart() -> None:
    claims = (deployment(PAGE, SENT), casualties(PAGE, SENT, key="c2"), agreement(PAGE, SENT, key="c3"))
    nodes = table(describe(facts(PAGE, claims=claims)))
    assert sum("kg:Claim" in node["rdf:type"] for node in nodes.values()) == 3


def test_wounded() -> None:
    claim = casualties(PAGE, "Zwei fielen", type=CasualtyType.WOUNDED, of=None)
    node = only(describe(facts(PAGE, claims=(claim,))), "kg:CasualtyClaim")
    assert node["kg:casualtyType"] == ["kg:wounded"]
    assert "kg:ofActor" not in node
