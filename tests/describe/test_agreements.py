from __future__ import annotations

from factory import agreement, article, facts

from describe.graphs import only
from kg.describe import describe

PAGE = article("Im Juni 2024 besiegelten beide in Pjöngjang einen Pakt.")


def test_every_property_of_an_agreement() -> None:
    claim = agreement(
        PAGE,
        "besiegelten beide in Pjöngjang einen Pakt",
        signatories=("kim-jong-un", "vladimir-putin"),
        signed="2024-06",
        place="pyongyang",
    )
    quads = list(describe(facts(PAGE, claims=(claim,))))
    said = {
        "kg:party": ["actor:north-korea", "actor:russia"],
        "kg:signatory": ["actor:kim-jong-un", "actor:vladimir-putin"],
        "kg:agreementType": ['"mutual defence pact"@en'],
        "kg:signedOn": ['"2024-06"^^<edtf:EDTF>'],
        "kg:signedOnEarliest": ['"2024-06-01"^^<xsd:date>'],
        "kg:signedOnLatest": ['"2024-06-30"^^<xsd:date>'],
        "kg:signedAt": ["place:pyongyang"],
    }
    node, event = only(quads, "kg:AgreementClaim"), only(quads, "kg:Agreement")
    assert {name: node[name] for name in said} == said
    assert event == said | {"rdf:type": ["kg:Agreement", "kg:Event"]}


def test_what_the_article_does_not_say_is_absent() -> None:
    node = only(describe(facts(PAGE, claims=(agreement(PAGE, "einen Pakt"),))), "kg:AgreementClaim")
    assert not {"kg:signatory", "kg:signedOn", "kg:signedAt", "kg:when"} & set(node)
