"""Every command has help, is in the manual, and the manual is what the help says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli.commands import COMMANDS
from kg.cli.manual import manual
from kg.queries import named_queries

ROOT = Path(__file__).parents[1]


def help_of(*arguments: str) -> str:
    command = [sys.executable, "-m", "kg", *arguments, "--help"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_manual_is_what_the_help_says() -> None:
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert written == manual() + "\n", "run: make docs"


def test_help_names_every_command() -> None:
    shown = help_of()
    assert all(re.search(rf"\b{command.name}\b", shown) for command in COMMANDS)
    assert "Exit codes" in shown


@pytest.mark.parametrize("name", ["build", "query", "export"])
def test_a_command_has_help(name: str) -> None:
    assert f"Usage: kg {name}" in help_of(name)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_says_what_it_does(command: object) -> None:
    function = command.function  # type: ignore[attr-defined]
    assert function.__doc__
    assert len(function.__doc__.strip().splitlines()[0]) > 20
    assert function.__module__.startswith("kg.cli.")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_option_says_what_it_is(command: object) -> None:
    section = manual().split(f"## kg {command.name}\n")[1].split("\n## ")[0]  # type: ignore[attr-defined]
    lines = [line for line in section.splitlines() if line.startswith("- ")]
    assert lines
    assert all(len(line.split("` ", 1)) == 2 for line in lines), lines


def test_every_shipped_query_is_in_the_manual() -> None:
    assert all(f"- **{name}** " in manual() for name in named_queries())


def test_the_readme_names_only_commands_that_there_are() -> None:
    named = set(re.findall(r"\bkg ([a-z]+) ", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert named <= {command.name for command in COMMANDS}
