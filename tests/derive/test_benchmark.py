"""The benchmark runs, and what it makes grows as its articles do."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PATH = Path(__file__).parents[2] / "benchmarks" / "derive.py"


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_derive", PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_prints_a_row_a_size(benchmark: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmark.main(["--sizes", "20", "40"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("|")[0].strip() for line in lines[:3]] == ["articles", "20", "40"]
    assert "160 claims" in lines[2]
    assert "2 copies" in lines[2]


def test_work_grows_with_the_articles_and_not_with_their_square(benchmark: ModuleType) -> None:
    calls = [_calls(benchmark, size) for size in (100, 400)]
    assert calls[1] < 5 * calls[0]


def _calls(benchmark: ModuleType, size: int) -> int:
    """How many functions of the package are called to find everything in so many articles."""
    corpus, words = benchmark.read_corpus(list(benchmark.quads(size))), benchmark.words_of(benchmark.language("de"))
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        benchmark.find(corpus, (), words, base=benchmark.BASE)
    finally:
        sys.setprofile(None)
    return count
