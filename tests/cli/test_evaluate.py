"""`kg evaluate`: figures, errors and refusals."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kg.cli import run
from kg.describe import describe, describe_registry
from kg.gazetteer import load
from kg.rdffile import read_rdf
from tests.gold_facts import gold_facts

GOLD = Path(__file__).parents[1] / "gold"
NAME = "zinnsoldaten"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One article and its gold."""
    for suffix in (".txt", ".json"):
        shutil.copy(GOLD / f"{NAME}{suffix}", tmp_path)
    return tmp_path


def test_figures_of_articles_built_in_memory(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", str(folder), str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["articles", "acc", "1.0", "of", "1"]
    assert any(line.startswith("statements  ") and "gold 1" in line for line in lines)


def test_figures_as_json_and_errors(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = folder / f"{NAME}.json"
    gold.write_text(gold.read_text(encoding="utf-8").replace("Dorothea Kranz", "Mark Rutte", 1), encoding="utf-8")
    assert run(["evaluate", str(folder), str(folder), "--json", "--errors"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["figures"]["speaker"]["of"] == 1
    assert any("for Mark Rutte" in error for error in told["errors"])


def test_dates_from_a_table_elsewhere(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "elsewhere").mkdir()
    table = folder / "elsewhere" / "dates.csv"
    day = json.loads((folder / f"{NAME}.json").read_text(encoding="utf-8"))["published"]
    table.write_text(f"id,published\n{NAME},{day}\n", encoding="utf-8")
    assert run(["evaluate", str(folder), str(folder), "--metadata", str(table), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["published"] == {"acc": 1.0, "of": 1}


def test_a_graph_from_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from pyoxigraph import RdfFormat, serialize

    known = load()
    (facts,) = (each for each in gold_facts(GOLD, GOLD) if each.article.id == NAME)
    graph = folder / "graph.nq"
    quads = [*describe_registry(known.actors.values(), known.places.values()), *describe(facts)]
    serialize(quads, output=graph, format=RdfFormat.N_QUADS)
    assert len(list(read_rdf(graph))) == len(quads)
    assert run(["evaluate", str(folder), str(folder), "--data", str(graph)]) == 0
    assert "statements             p 1.0  r 1.0  f1 1.0" in capsys.readouterr().out


def test_no_gold_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", str(GOLD), str(tmp_path)]) == 3
    assert "no gold files (NAME.json) here" in capsys.readouterr().err


def test_gold_without_its_article_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / f"{NAME}.txt").unlink()
    assert run(["evaluate", str(folder), str(folder)]) == 3
    assert f"no article '{NAME}' for its gold file" in capsys.readouterr().err


def test_gold_that_is_no_json_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / f"{NAME}.json").write_text("{", encoding="utf-8")
    assert run(["evaluate", str(folder), str(folder)]) == 3
    assert f"{NAME}.json: cannot be read as JSON" in capsys.readouterr().err
