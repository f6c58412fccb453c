"""Every row of the frames of claims makes a claim of its own sentences, and of its near misses none."""

from __future__ import annotations

import pytest

from kg.lang.arms_transfer import ArmsTransferRow
from kg.lang.casualties import CasualtyRow
from kg.lang.deployment import DeploymentRow
from tests.lang.rules import Example, examples, rules_in


@pytest.mark.parametrize("example", [*examples(DeploymentRow), *examples(ArmsTransferRow), *examples(CasualtyRow)])
def test_sentence(example: Example) -> None:
    assert (example.rule in rules_in(example.sentence)) is example.expected
