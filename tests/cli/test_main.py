"""What all commands share: help, version, errors, exit codes, start-up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg import __version__
from kg.cli import commands as table
from kg.cli import run
from tests.cli.conftest import Command

HEAVY = ("rdflib", "pyshacl", "HanTa", "trafilatura", "httpx", "starlette", "uvicorn", "rich", "kg.pipeline")


def test_the_version(kg: Command) -> None:
    assert kg("--version") == (0, f"kg {__version__}\n", "")


def test_without_a_command_there_is_the_help() -> None:
    outcome = subprocess.run([sys.executable, "-m", "kg"], capture_output=True, text=True, check=False)
    assert outcome.returncode == 2
    assert "build" in outcome.stdout + outcome.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nonsense",), "kg: No such command 'nonsense'"),
        (("stats", "--nonsense"), "kg: No such option: --nonsense"),
        (("explain",), "kg: Missing argument 'IRI'; see kg explain --help"),
        (("build", "--jobs", "many", "x"), "kg: Invalid value for '--jobs'"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(kg: Command, arguments: tuple[str, ...], message: str) -> None:
    outcome = kg(*arguments)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert outcome.err.startswith(message)


def test_a_fault_of_the_program_is_no_finding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("kg.cli.app", fail)
    assert run([]) == 70
    assert "ZeroDivisionError: by nought" in capsys.readouterr().err


def modules_of(*arguments: str) -> set[str]:
    code = f"import sys\nfrom kg.cli import run\nrun({list(arguments)!r})\nsys.stderr.write(' '.join(sys.modules))"
    outcome = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(outcome.stderr.split())


@pytest.mark.parametrize("kind", ["version", "query"])
def test_starting_imports_nothing_heavy(store_path: Path, kind: str) -> None:
    query = ("query", "articles", "--store", str(store_path), "-q")
    loaded = modules_of(*(query if kind == "query" else ("--version",)))
    assert "kg.cli" in loaded
    assert not [name for name in HEAVY if name in loaded]


def test_every_row_of_the_table_is_in_a_panel() -> None:
    assert {command.panel for command in table.COMMANDS} == {table.MAKE, table.ASK, table.HAND_ON}
