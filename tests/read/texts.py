"""Invented articles for the tests of `read`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.model import Article
from kg.read import read
from kg.read.problems import Problem

BODY = "Der Minister reiste am Montag nach Riga. Dort traf er die Präsidentin, wie sein Amt für Äußeres mitteilte."
DUTCH = "De minister reisde maandag naar Riga, waar hij volgens zijn woordvoerder met de president heeft gesproken."


def split(found: Iterable[Article | Problem]) -> tuple[list[Article], list[str]]:
    """Articles and the lines of problems."""
    articles, problems = [], []
    for each in found:
        if isinstance(each, Problem):
            problems.append(str(each))
        else:
            articles.append(each)
    return articles, problems


def read_all(*paths: str | Path, metadata: Path | None = None) -> tuple[list[Article], list[str]]:
    return split(read(paths, metadata=metadata))


def write(folder: Path, name: str, words: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(words if isinstance(words, bytes) else words.encode("utf-8"))
    return path
