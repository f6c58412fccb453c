"""The same articles give the same bytes, in whatever order and however often; all words stand where the graph says."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli import run
from kg.cli.article import nodes_of
from kg.store import Store

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
SPANNED = {"content": "content", "cue": "cue", "evidence": "evidence", "speaker": "speakerText"}


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three stores: built at once, built the other way round, and built one after the other with repetitions."""
    folder = tmp_path_factory.mktemp("repeat")
    first, second, third = (folder / name for name in ("one", "two", "three"))
    paths = [str(path) for path in SEEDS]
    assert run(["build", *paths, "--store", str(first), "-q", "-j", "1"]) == 0
    assert run(["build", *reversed(paths), "--store", str(second), "-q", "-j", "1"]) == 0
    for path in [*paths[2:], *paths]:
        assert run(["build", path, "--store", str(third), "-q", "-j", "1", "--force"]) == 0
    return [first, second, third]


@pytest.mark.parametrize("ending", ["ttl", "trig", "nq", "nt", "jsonld", "rdf"])
def test_the_same_articles_give_the_same_bytes(stores: list[Path], tmp_path: Path, ending: str) -> None:
    files = [tmp_path / f"{store.name}.{ending}" for store in stores]
    for store, file in zip(stores, files, strict=True):
        assert run(["export", str(file), "--store", str(store), "-q"]) == 0
    first, *others = (file.read_bytes() for file in files)
    assert len(first) > 10_000
    assert all(other == first for other in others)


def test_all_words_stand_where_the_graph_says(stores: list[Path]) -> None:
    nodes = nodes_of(Store.reading(stores[0]).quads())
    checked = 0
    for node in nodes.values():
        article = nodes.get(node.one("inArticle") or "")
        for place, words in SPANNED.items():
            span = node.span(place)
            if span is not None and article is not None:
                assert span.of(article.one("text") or "") == node.one(words)
                checked += 1
    assert checked > 100
