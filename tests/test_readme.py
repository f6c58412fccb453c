"""The run in the README prints what the README says."""

from __future__ import annotations

import re

from tests.readme import COMMAND, README, run, told


def test_the_run_is_as_told() -> None:
    assert run(told()) == told(), "look at it, then: python -m tests.readme"


def test_the_run_asks_and_exports() -> None:
    commands = [command.split()[2] for command in COMMAND.findall(told())]
    assert {"build", "query", "export"} <= set(commands)


def test_the_first_screen_has_demo_and_test() -> None:
    first = "\n".join(README.read_text(encoding="utf-8").splitlines()[:20])
    assert re.search(r"^make demo\b", first, re.MULTILINE)
    assert re.search(r"^make test\b", first, re.MULTILINE)
