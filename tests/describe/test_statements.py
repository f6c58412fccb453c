from __future__ import annotations

from decimal import Decimal

import factory
from factory import article, facts, statement

from describe.graphs import only, table
from kg.describe import describe
from kg.model import Mode, Stance, Topic

PAGE = article("Kiew warnte vor neuen Truppen, berichtet Reuters. Sie seien schon unterwegs.")


def test_every_property_of_a_statement() -> None:
    said = statement(
        PAGE,
        "neuen Truppen",
        speakers=("ukraine", "usa"),
        stance=Stance.WARNS,
        mode=Mode.REPORTED,
        speaker="Kiew",
        cue="warnte",
        said_on="2024-10",
        topics=(Topic.DEPLOYMENT, Topic.COMBAT),
        via=("reuters",),
        certainty=Decimal("0.50"),
        reason="metonym of a capital",
    )
    node = only(describe(facts(PAGE, statements=(said,))), "kg:Statement")
    assert node == {
        "rdf:type": ["kg:Statement"],
        "kg:inArticle": ["article:a1"],
        "kg:speaker": ["actor:ukraine", "actor:usa"],
        "kg:stance": ["kg:warns"],
        "kg:mode": ["kg:reported"],
        "kg:content": ['"neuen Truppen"@de'],
        "kg:contentStart": ['"16"^^<xsd:integer>'],
        "kg:contentEnd": ['"29"^^<xsd:integer>'],
        "kg:speakerText": ['"Kiew"@de'],
        "kg:speakerStart": ['"0"^^<xsd:integer>'],
        "kg:speakerEnd": ['"4"^^<xsd:integer>'],
        "kg:cue": ['"warnte"@de'],
        "kg:cueStart": ['"5"^^<xsd:integer>'],
        "kg:cueEnd": ['"11"^^<xsd:integer>'],
        "kg:saidOn": ['"2024-10"^^<edtf:EDTF>'],
        "kg:saidOnEarliest": ['"2024-10-01"^^<xsd:date>'],
        "kg:saidOnLatest": ['"2024-10-31"^^<xsd:date>'],
        "kg:topic": ["kg:combat", "kg:deployment"],
        "kg:via": ["actor:reuters"],
        "kg:rule": ['"saying/sagen"'],
        "kg:certainty": ['"0.5"^^<xsd:decimal>'],
        "kg:reason": ['"metonym of a capital"'],
    }


def test_what_is_not_known_is_absent() -> None:
    node = only(describe(facts(PAGE, statements=(statement(PAGE, "neuen Truppen"),))), "kg:Statement")
    absent = {"kg:cue", "kg:cueStart", "kg:speakerText", "kg:saidOn", "kg:saidOnEarliest", "kg:via", "kg:reason"}
    assert not absent & set(node)


def test_statements_are_tied_to_each_other_and_to_their_claims() -> None:
    relayed = statement(PAGE, "neuen Truppen")
    relay = statement(PAGE, "vor neuen Truppen", key="s2", relays="s1", speakers=("reuters",))
    more = statement(PAGE, "Sie seien schon unterwegs", key="s3", continues="s1")
    claim = factory.deployment(PAGE, "Sie seien schon unterwegs", statement="s3")
    nodes = table(describe(facts(PAGE, statements=(relayed, relay, more), claims=(claim,))))
    by_content = {node["kg:content"][0]: (iri, node) for iri, node in nodes.items() if "kg:content" in node}
    first = by_content['"neuen Truppen"@de'][0]
    assert by_content['"vor neuen Truppen"@de'][1]["kg:relays"] == [first]
    assert by_content['"Sie seien schon unterwegs"@de'][1]["kg:continues"] == [first]
    (expressed,) = by_content['"Sie seien schon unterwegs"@de'][1]["kg:expresses"]
    assert nodes[expressed]["kg:evidence"] == ['"Sie seien schon unterwegs"@de']


def test_two_acts_with_the_same_words_stay_two_nodes() -> None:
    twice = (statement(PAGE, "neuen Truppen"), statement(PAGE, "neuen Truppen", key="s2", stance=Stance.DENIES))
    nodes = table(describe(facts(PAGE, statements=twice)))
    assert sorted(node["kg:stance"][0] for node in nodes.values() if "kg:stance" in node) == ["kg:asserts", "kg:denies"]


def test_a_better_stance_does_not_move_a_statement() -> None:
    before, after = (
        table(describe(facts(PAGE, statements=(statement(PAGE, "neuen Truppen", stance=stance),))))
        for stance in (Stance.ASSERTS, Stance.WARNS)
    )
    assert set(before) == set(after)


def test_the_same_text_in_two_articles_gives_two_statements() -> None:
    one, other = (
        {
            iri
            for iri in table(describe(facts(page, statements=(statement(page, "neuen Truppen"),))))
            if "statement" in iri
        }
        for page in (PAGE, article(PAGE.text, id="a2"))
    )
    assert not one & other
