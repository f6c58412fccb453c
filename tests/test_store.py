from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.store import Store

BASE = "https://example.org/id/"
ONE, TWO, SHARED = (NamedNode(f"{BASE}graph/{name}") for name in ("one", "two", "shared"))
SAYS = NamedNode("https://example.org/says")


def quad(subject: str, words: str, graph: NamedNode = ONE) -> Quad:
    return Quad(NamedNode(BASE + subject), SAYS, Literal(words), graph)


def said(store: Store, graph: NamedNode) -> set[str]:
    return {each.object.value for each in store.quads(graph)}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.writing(tmp_path / "store", base=BASE)


def test_replacing_leaves_nothing_of_the_old_graph_and_all_of_the_others(store: Store) -> None:
    store.replace(ONE, [quad("a", "old"), quad("b", "older")])
    store.replace(TWO, [quad("a", "other", TWO)])
    store.replace(ONE, [quad("a", "new")])
    assert said(store, ONE) == {"new"}
    assert said(store, TWO) == {"other"}


def test_quads_beside_replace_only_what_their_graph_said_of_their_subject(store: Store) -> None:
    store.replace(ONE, [quad("a", "x")], beside=[quad("a", "first", SHARED)])
    store.replace(TWO, [quad("b", "x", TWO)], beside=[quad("b", "second", SHARED)])
    store.replace(ONE, [quad("a", "y")], beside=[quad("a", "third", SHARED)])
    assert said(store, SHARED) == {"second", "third"}
    assert said(store, ONE) == {"y"}


def test_rewriting_leaves_other_subjects_alone(store: Store) -> None:
    store.replace(ONE, [quad("a", "x"), quad("b", "y")])
    store.rewrite([quad("a", "z")])
    assert said(store, ONE) == {"z", "y"}


def test_rewriting_with_nothing_changes_nothing(store: Store) -> None:
    store.replace(ONE, [quad("a", "x")])
    store.rewrite([])
    assert said(store, ONE) == {"x"}


@pytest.mark.parametrize("count", [3, 120])
def test_many_at_once_are_the_same_as_one_by_one(store: Store, count: int) -> None:
    graphs = [NamedNode(f"{BASE}graph/article-{number}") for number in range(count)]
    store.replace(graphs[0], [quad("old", "gone", graphs[0])])
    store.replace_all(
        [(graph, [quad("a", "x", graph)], [quad(f"t{n}", "text", SHARED)]) for n, graph in enumerate(graphs)]
    )
    assert set(store.graphs()) == {*graphs, SHARED}
    assert said(store, graphs[0]) == {"x"}
    assert len(list(store.quads(SHARED))) == count


def test_words_come_back_as_they_went_in(store: Store) -> None:
    words = 'Er sagte: „Nein“, "ja" \\ und\n\tging. \U0001f600 $x ?y }'
    store.replace(ONE, [quad("a", "before")])
    store.replace(ONE, [quad("a", words)], beside=[quad("a", words, SHARED)])
    assert said(store, ONE) == said(store, SHARED) == {words}


def test_removing_a_graph_that_is_not_there_is_no_error(store: Store) -> None:
    store.replace(ONE, [quad("a", "x")])
    store.remove(TWO)
    store.remove(ONE)
    assert store.graphs() == ()


def test_a_query_sees_all_graphs_at_once_and_knows_the_prefixes(store: Store) -> None:
    store.replace(ONE, [quad("a", "x")])
    store.replace(TWO, [quad("b", "y", TWO)])
    rows = store.query("SELECT ?o { ?s ex:says ?o }", prefixes={"ex": "https://example.org/"})
    assert {row["o"].value for row in rows} == {"x", "y"}


def test_a_reader_beside_a_writer_keeps_the_state_that_it_opened(store: Store, tmp_path: Path) -> None:
    store.replace(ONE, [quad("a", "old")])
    reader = Store.reading(tmp_path / "store")
    store.replace(ONE, [quad("a", "new")])
    store.flush()
    assert said(reader, ONE) == {"old"}
    assert said(Store.reading(tmp_path / "store"), ONE) == {"new"}


def test_a_second_writer_is_told_in_one_line(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="another process is writing this store"):
        Store.writing(tmp_path / "store", base=BASE)


def test_reading_where_no_store_is_makes_none(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here; make one with: kg build"):
        Store.reading(tmp_path / "none")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("opening", [Store.reading, lambda path: Store.writing(path, base=BASE)])
def test_a_folder_of_something_else_is_left_alone(tmp_path: Path, opening: object) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(StoreError, match="not a store"):
        opening(tmp_path)  # type: ignore[operator]
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="a store is a folder"):
        Store.reading(tmp_path / "file")


def test_another_base_is_refused(store: Store, tmp_path: Path) -> None:
    del store
    with pytest.raises(StoreError, match="this store was built with --base"):
        Store.writing(tmp_path / "store", base="https://other.example/")


def test_a_damaged_store_is_told_in_one_line(store: Store, tmp_path: Path) -> None:
    del store
    (tmp_path / "store" / "CURRENT").write_text("nonsense", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be read"):
        Store.reading(tmp_path / "store")


def test_a_store_of_another_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "conflict-kg.json").write_text('{"format": 99, "base": "x"}', encoding="utf-8")
    with pytest.raises(StoreError, match="another version"):
        Store.reading(tmp_path)


def test_a_store_in_memory_holds_what_it_is_given() -> None:
    store = Store.in_memory([quad("a", "x"), quad("a", "x", TWO)])
    assert store.graphs() == (ONE, TWO)
    assert len(list(store.query("SELECT DISTINCT * { ?s ?p ?o }"))) == 1


KILLED = """
import os, sys
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad
from kg.store import Store
store = Store.writing(Path(sys.argv[1]), base="https://example.org/id/")
graph = NamedNode("https://example.org/id/graph/one")
for round in range(1000):
    quads = [Quad(NamedNode(f"https://example.org/{n}"), graph, Literal(str(round)), graph) for n in range(200)]
    store.replace(graph, quads)
    sys.stdout.write("x"); sys.stdout.flush()
"""


def test_a_killed_writer_leaves_a_whole_graph(tmp_path: Path) -> None:
    writer = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path / "store")], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    writer.stdout.read(5)
    writer.kill()
    writer.wait()
    writer.stdout.close()
    found = list(Store.reading(tmp_path / "store").quads(ONE))
    assert len(found) == 200
    assert len({each.object.value for each in found}) == 1


def test_refilled_graph_says_only_what_is_new(tmp_path: Path) -> None:
    graph, other = NamedNode("https://example.org/g"), NamedNode("https://example.org/h")
    name = NamedNode("https://example.org/p")
    old, new, kept = (
        Quad(name, name, Literal(word), where) for word, where in (("a", graph), ("b", graph), ("c", other))
    )
    store = Store.writing(tmp_path / "s", base="https://example.org/")
    store.replace(graph, [old])
    store.replace(other, [kept])
    store.refill(graph, [new])
    assert set(store.quads()) == {new, kept}
    store.refill(graph, [])
    assert set(store.quads()) == {kept}
