"""How sure a statement is: surer the more its signs were right when people read, and never beyond 0 to 1."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from tests.extract.claim_cases import facts_of

FROM_SURE_TO_UNSURE = (
    "Die Ministerin Anna Holm sagte am Montag, dass der Hafen von Riga noch in diesem Jahr wieder öffnen kann.",
    "Laut Fachleuten kann der Hafen von Riga noch in diesem Jahr wieder öffnen.",
    "Fachleute kritisierten den Hafen.",
    "Fachleute kündigten Proteste an.",
)


def certainty(text: str) -> Decimal:
    (statement,) = facts_of(text).statements
    return statement.certainty


@pytest.mark.parametrize(("surer", "other"), list(pairwise(FROM_SURE_TO_UNSURE)))
def test_who_speaks_and_what_is_said_tell_how_sure_it_is(surer: str, other: str) -> None:
    assert certainty(surer) > certainty(other)


def test_a_person_who_says_a_whole_sentence_is_nearly_sure() -> None:
    assert certainty(FROM_SURE_TO_UNSURE[0]) >= Decimal("0.9")


def test_a_group_and_one_word_are_not_to_be_relied_on() -> None:
    assert certainty(FROM_SURE_TO_UNSURE[-1]) < Decimal("0.5")
