"""Every claim sentence makes the claims that it should and no others. Those of known_claim_failures.toml do not yet:
they must fail, so that one that is mended leaves the list."""

from __future__ import annotations

import pytest

from kg.model import Agreement
from tests.extract.claim_cases import cases, claims_of, facts_of, known_failures

KNOWN = known_failures()


def parameters() -> list[object]:
    failing = pytest.mark.xfail(reason="not read rightly yet")
    return [pytest.param(id_, marks=[failing] if id_ in KNOWN else []) for id_ in cases()]


@pytest.mark.parametrize("id_", parameters())
def test_sentence(id_: str) -> None:
    assert claims_of(cases()[id_]) == sorted(cases()[id_].claims)


def test_the_list_names_sentences() -> None:
    assert cases().keys() >= KNOWN


def test_keys_number_the_claims_in_the_order_of_the_text() -> None:
    facts = facts_of(
        "Nordkorea hat 1500 Soldaten nach Russland geschickt. Der Iran lieferte Russland Drohnen. "
        "Russland und der Iran unterzeichneten in Moskau ein Abkommen."
    )
    assert [claim.key for claim in facts.claims] == ["c1", "c2", "a1"]
    assert [claim.evidence.start for claim in facts.claims] == sorted(c.evidence.start for c in facts.claims)


def test_evidence_and_items_are_words_of_the_text() -> None:
    words = "Nach dem Angriff auf Odessa meldete die Ukraine fünf Tote. Polen liefert der Ukraine 14 Kampfpanzer."
    facts = facts_of(words)
    assert [claim.evidence.of(words) for claim in facts.claims][-1] == "Polen liefert der Ukraine 14 Kampfpanzer"
    assert "fünf Tote" in facts.claims[0].evidence.of(words)


def test_a_claim_names_the_statement_that_carries_it() -> None:
    facts = facts_of("Der Sprecher der Nato sagte, Nordkorea habe 1500 Soldaten nach Russland geschickt.")
    (claim,) = facts.claims
    assert claim.statement in {statement.key for statement in facts.statements}


def test_one_agreement_however_often_it_is_mentioned() -> None:
    facts = facts_of(
        "Russland und der Iran unterzeichneten am 17. Oktober in Moskau einen Vertrag. "
        "Der Vertrag zwischen Russland und dem Iran gilt für 20 Jahre."
    )
    agreements = [claim for claim in facts.claims if isinstance(claim, Agreement)]
    assert len(agreements) == 1
    assert agreements[0].place == "moscow"


def test_a_text_without_events_has_no_claims() -> None:
    assert facts_of("Der Frühling kommt in diesem Jahr spät nach Tirol.").claims == ()
