"""The benchmarks that take a corpus run on a small one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.read import read

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds as JSON Lines."""
    path = tmp_path_factory.mktemp("corpus") / "seeds.jsonl"
    articles = [item for item in read([ROOT / "seeds"]) if not hasattr(item, "message")]
    records = ({"id": article.id, "text": article.text, "published": article.published.edtf} for article in articles)
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def ran(script: str, *arguments: object) -> str:
    command = [sys.executable, str(ROOT / "benchmarks" / script), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def test_throughput(corpus: Path) -> None:
    lines = ran("throughput.py", corpus).splitlines()
    assert lines[0].split()[:2] == ["articles", "5,"]
    assert "not publishable     0" in lines


def test_the_same_draw_is_made_again(corpus: Path) -> None:
    drawn = ran("sample.py", corpus, "--number", 3)
    assert drawn.count("⟦") == 3
    assert drawn == ran("sample.py", corpus, "--number", 3)
    assert drawn != ran("sample.py", corpus, "--number", 3, "--seed", "other")


def test_rules_that_fire_and_those_that_do_not(corpus: Path) -> None:
    lines = ran("rules.py", corpus).splitlines()
    assert "saying/sagen" in lines[0]
    assert any(line.endswith("did not:") for line in lines)


def test_builds_beside_each_other(corpus: Path) -> None:
    core = min(os.sched_getaffinity(0))
    lines = ran("beside.py", corpus, ROOT, ROOT, "--core", core).splitlines()
    assert [line.split()[-1] for line in lines] == [str(ROOT)] * 2
    assert " 1.000 " in lines[0]
