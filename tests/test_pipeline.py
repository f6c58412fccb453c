"""The order of the stages for one article, and many articles into a store."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad

from kg.corpus import Issue, Summary, build
from kg.describe.iris import BASE, Iris
from kg.errors import TableError
from kg.model import Article, PartialDate
from kg.pipeline import Options, build_article, facts_of, run_of, tools_of
from kg.read.problems import Problem
from kg.store import Store

WORDS = (
    "Der südkoreanische Verteidigungsminister bestätigte am Montag, dass Nordkorea rund 1500 Soldaten nach Russland "
    "entsandt hat. Der Kreml dementierte das."
)


def article(identifier: str = "eins", words: str = WORDS, **values: object) -> Article:
    return Article(id=identifier, text=words, published=PartialDate("2024-10-28"), source=f"{identifier}.txt", **values)  # type: ignore[arg-type]


def built(store: Store, *found: Article | Problem, force: bool = False) -> tuple[Summary, list[Issue]]:
    told: list[Issue] = []
    return build(found, store, Options(), force=force, report=told.append), told


def test_an_article_becomes_a_publishable_graph() -> None:
    result = build_article(article(), Options())
    assert result.publishable
    assert result.statements >= 1
    graph = Iris().article_graph("eins")
    assert {quad.graph_name for quad in result.quads} == {graph}


def test_the_same_article_gives_the_same_graph() -> None:
    assert build_article(article(), Options()).quads == build_article(article(), Options()).quads


def test_a_result_is_the_same_in_another_process() -> None:
    result = build_article(article(), Options())
    assert pickle.loads(pickle.dumps(result)) == result


def test_every_span_of_the_graph_is_in_the_text() -> None:
    facts = facts_of(article(), tools_of(Options()))
    for statement in facts.statements:
        assert 0 <= statement.content.start < statement.content.end <= len(WORDS)


@pytest.mark.parametrize(
    "words", ["", " \n\t ", "„“", "1. 2. 3.", "\u0000\ufeff", "a" * 5000, "„" * 500, "sagte. " * 300]
)
def test_odd_texts_make_no_fault(words: str) -> None:
    assert build_article(article(words=words), Options()).publishable


def test_the_run_is_named_by_what_it_depends_on(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(
        "id,type,label_en,label_de\nmy-institute,Organisation,My Institute,Mein Institut\n", encoding="utf-8"
    )
    own = Options(registries=(tmp_path / "own.csv",))
    assert run_of(Options()) == run_of(Options())
    assert run_of(own).registry_sha256 != run_of(Options()).registry_sha256


def test_a_faulty_registry_stops_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("id,type\nx,Nonsense\n", encoding="utf-8")
    options = Options(registries=(tmp_path / "own.csv",))
    with pytest.raises(TableError, match=r"own\.csv"):
        build([], Store.in_memory(base=BASE), options)


def test_a_build_counts_what_it_did() -> None:
    store = Store.in_memory(base=BASE)
    summary, told = built(store, article(), article("zwei"), Problem("x.txt", "is empty"))
    assert (summary.built, summary.unchanged, summary.failed) == (2, 0, 1)
    assert told == [Issue("x.txt", "is empty")] == list(summary.issues)
    assert summary.exit_code == 5
    again, _ = built(store, article(), article("zwei"))
    assert (again.built, again.unchanged, again.exit_code) == (0, 2, 0)
    forced, _ = built(store, article(), force=True)
    assert (forced.built, forced.unchanged) == (1, 0)


def test_a_note_on_an_article_that_is_read_all_the_same_is_no_failure() -> None:
    summary, told = built(Store.in_memory(base=BASE), Problem("t.csv", "odd date", article="eins"), article())
    assert (summary.built, summary.failed, summary.exit_code) == (1, 0, 0)
    assert len(told) == 1


@pytest.mark.parametrize("found", [(), (Problem("x.txt", "is empty"),)])
def test_nothing_built_is_an_error_of_the_input(found: tuple[Problem, ...]) -> None:
    assert built(Store.in_memory(base=BASE), *found)[0].exit_code == 3


@pytest.mark.parametrize(
    "changed", [{"words": WORDS + " Ende."}, {"headline": "Neu"}, {"url": "https://example.org/a"}]
)
def test_a_changed_article_is_built_again(changed: dict[str, str]) -> None:
    store = Store.in_memory(base=BASE)
    built(store, article())
    assert built(store, article(**changed))[0].built == 1
    assert built(store, article(**changed))[0].unchanged == 1


def test_the_store_has_all_its_graphs() -> None:
    store = Store.in_memory(base=BASE)
    built(store, article())
    names = {graph.value.removeprefix(f"{BASE}graph/") for graph in store.graphs()}
    assert names == {"article-eins", "ontology", "registry", "run", "texts"}
    texts = [quad.object for quad in store.quads(Iris().graph("texts"))]
    assert texts == [Literal(WORDS)]


def test_what_was_derived_is_dropped_where_it_no_longer_fits() -> None:
    store, derived = Store.in_memory(base=BASE), Iris().graph("derived")
    built(store, article())
    store.replace(derived, [Quad(derived, derived, Literal("old"), derived)])
    built(store, article())
    assert derived in store.graphs()
    built(store, article(words=WORDS + " Ende."))
    assert derived not in store.graphs()


def test_an_article_that_cannot_be_published_leaves_the_graph_that_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from kg import corpus
    from kg.model import Violation

    store = Store.in_memory(base=BASE)
    built(store, article())
    before = set(store.quads(Iris().article_graph("eins")))
    fault = Violation(severity="Violation", focus="urn:x", path=None, message="has no words", shape="urn:s")
    whole = corpus.build_article
    monkeypatch.setattr(corpus, "build_article", lambda *given: replace(whole(*given), violations=(fault,)))
    summary, told = built(store, article(words=WORDS + " Ende."), article("zwei"))
    assert (summary.built, summary.failed, summary.exit_code) == (0, 2, 3)
    assert told[0] == Issue("eins.txt", "not stored: urn:x: has no words")
    assert set(store.quads(Iris().article_graph("eins"))) == before


def test_an_article_that_the_program_cannot_cope_with_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from kg import corpus

    whole = corpus.build_article

    def failing(page: Article, options: Options) -> object:
        if page.id == "zwei":
            raise ZeroDivisionError("by nought")
        return whole(page, options)

    monkeypatch.setattr(corpus, "build_article", failing)
    summary, told = built(Store.in_memory(base=BASE), article(), article("zwei"), article("drei"))
    assert (summary.built, summary.failed) == (2, 1)
    assert told == [Issue("zwei.txt", "internal error: ZeroDivisionError: by nought")]
