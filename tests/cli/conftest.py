"""What tests of commands share: running one, with what it prints and its exit code."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.cli import run


class Outcome(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]

ARTICLE = (
    "Der Sprecher des Generalstabs in Seoul sagte am Montag, rund 1500 Soldaten aus Nordkorea seien in der Region "
    "Kursk eingetroffen. Der Kreml wies die Berichte zurück: „Davon wissen wir nichts“, sagte ein Vertreter.\n"
)
"""An article of our own that is long enough to be told for German."""


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs one command in this process: `kg("query", "articles", "--store", path, stdin="…")`."""

    def command(*arguments: object, stdin: str | bytes = "") -> Outcome:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Outcome(code, *capsys.readouterr())

    return command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two short articles and their dates."""
    path = tmp_path / "articles"
    path.mkdir()
    (path / "eins.txt").write_text(ARTICLE, encoding="utf-8")
    (path / "zwei.txt").write_text(ARTICLE.replace("1500", "2000"), encoding="utf-8")
    (path / "metadata.csv").write_text("id,published\neins,2024-10-28\nzwei,2024-10-29\n", encoding="utf-8")
    return path
