"""The annotated articles: every text field stands in its article, every value is of a closed set."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.evaluate import Gold, read_gold
from kg.model import CasualtyType, Modality, Mode, PartialDate, Personnel, Stance

GOLD = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parents[1] / "seeds"

QUALIFIERS = {"exact", "about", "at_least", "up_to"}
TOPICS = {"deployment", "arms_transfer", "casualties", "agreement", "training", "combat", "other"}
GOLDS = {gold.identifier: (gold, GOLD) for gold in read_gold(GOLD)} | {
    gold.identifier: (gold, SEEDS) for gold in read_gold(GOLD / "seeds")
}


@pytest.fixture(params=sorted(GOLDS))
def gold(request: pytest.FixtureRequest) -> Gold:
    return GOLDS[request.param][0]


@pytest.fixture
def words(gold: Gold) -> str:
    return (GOLDS[gold.identifier][1] / f"{gold.identifier}.txt").read_text(encoding="utf-8")


def test_there_is_enough_of_it() -> None:
    assert len(GOLDS) >= 15
    assert sum(len(gold.statements) for gold, _ in GOLDS.values()) >= 300


def test_words_stand_in_the_article(gold: Gold, words: str) -> None:
    fields = [
        *(part for fact in gold.statements for part in (fact.speaker_text, fact.content, fact.cue)),
        *(part for claim in gold.claims for part in (claim.evidence, *claim.items)),
        *(agreement.evidence for agreement in gold.agreements),
    ]
    assert [part for part in fields if part is not None and part not in words] == []


def test_values_are_closed(gold: Gold) -> None:
    for statement in gold.statements:
        assert Stance(statement.stance)
        assert Mode(statement.mode)
        assert set(statement.topics) <= TOPICS
    for claim in gold.claims:
        assert Modality(claim.modality)
        assert (claim.number is None) == (claim.qualifier is None)
        assert claim.qualifier is None or claim.qualifier in QUALIFIERS
        assert claim.personnel is None or Personnel(claim.personnel)
        assert claim.type is None or CasualtyType(claim.type)


def test_dates_are_dates(gold: Gold) -> None:
    dates = [
        gold.published,
        *(statement.said_on for statement in gold.statements),
        *(claim.when for claim in gold.claims),
        *(agreement.signed for agreement in gold.agreements),
    ]
    for day in dates:
        assert day is None or PartialDate(day)


def test_claims_hang_on_their_statements(gold: Gold) -> None:
    statements = {statement.id: statement for statement in gold.statements}
    for claim in gold.claims:
        assert bool(claim.claimants) == (claim.statement is not None)
        if claim.statement is not None:
            assert statements[claim.statement].speaker in claim.claimants
    assert len(statements) == len(gold.statements)


def test_agreements_have_two_parties(gold: Gold) -> None:
    assert all(len(set(agreement.parties)) >= 2 for agreement in gold.agreements)
