"""Every noun of saying makes a statement of its own sentences, and of its near misses none."""

from __future__ import annotations

import pytest

from kg.lang.saying import SayingNoun
from tests.lang.rules import Example, examples, rules_in


@pytest.mark.parametrize("example", examples(SayingNoun))
def test_sentence(example: Example) -> None:
    assert (example.rule in rules_in(example.sentence)) is example.expected
