"""kg validate, show, explain and stats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from kg.describe.iris import BASE, Iris
from kg.describe.iris import kg as term
from kg.store import Store
from tests import factory
from tests.cli.conftest import Command

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A store with one article whose first statement has no evidence words."""
    from kg.describe import describe, describe_text

    facts = factory.full_facts(id="kaputt")
    graph = Iris().article_graph("kaputt")
    quads = [quad for quad in describe(facts) if quad.predicate != term("content")]
    store = Store.writing(tmp_path / "broken", base=BASE)
    store.replace(graph, quads, beside=list(describe_text(facts.article)))
    store.flush()
    return tmp_path / "broken"


def node(store_path: Path, kind: str) -> str:
    rows = Store.reading(store_path).rows(f"SELECT DISTINCT ?s {{ ?s a <{term(kind).value}> }} ORDER BY ?s")
    return next(iter(rows))["s"]


def test_a_sound_graph_conforms(kg: Command, store_path: Path) -> None:
    outcome = kg("validate", "--store", store_path)
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.startswith("2 graphs: 0 Violation")


def test_a_broken_graph_is_a_finding(kg: Command, broken: Path) -> None:
    outcome = kg("validate", "--store", broken)
    assert outcome.code == 1
    assert "graph:article-kaputt" in outcome.out
    found = json.loads(kg("validate", "--store", broken, "--json").out)
    assert found["results"]["Violation"] >= 1
    assert found["shown"][0]["message"]


def test_the_derived_graph_is_validated_too(kg: Command, folder: Path, tmp_path: Path) -> None:
    kg("build", folder, "--store", tmp_path / "s")
    assert kg("validate", "--store", tmp_path / "s").err.startswith("3 graphs: 0 Violation")
    store = Store.writing(tmp_path / "s", base=BASE)
    derived = Iris().graph("derived")
    node = Iris().minted("contradiction", "of nothing")
    store.replace(derived, [Quad(node, NamedNode(f"{RDF}type"), term("Contradiction"), derived)])
    del store
    outcome = kg("validate", "--store", tmp_path / "s")
    assert outcome.code == 1
    assert "graph:derived" in outcome.out


def test_only_the_articles_asked_for_are_validated(kg: Command, store_path: Path) -> None:
    assert kg("validate", "a2", "--store", store_path).err.startswith("1 graphs: ")
    assert kg("validate", "a7", "--store", store_path).code == 2


def test_a_file_is_validated_without_a_store(kg: Command, broken: Path, tmp_path: Path) -> None:
    assert kg("export", tmp_path / "g.trig", "--store", broken).code == 0
    assert kg("validate", "--data", tmp_path / "g.trig").code == 1


def test_results_are_shown_from_the_severity_asked_for(kg: Command, store_path: Path) -> None:
    assert kg("validate", "--store", store_path, "--severity", "Info").code == 0
    assert kg("validate", "--store", store_path, "--severity", "Nonsense").code == 2


def test_an_article_is_shown_with_its_facts_marked(kg: Command, store_path: Path) -> None:
    out = kg("show", "a1", "--store", store_path).out
    assert out.startswith("a1\nTruppen in Kursk\n")
    assert "[c1 [s1 rund 1500 Soldaten aus Nordkorea seien eingetroffen]]" in out
    assert "s2  Russland · denies · direct · no date" in out
    assert "c3  Casualty · fact · by the article itself" in out


def test_facts_are_shown_without_the_text(kg: Command, store_path: Path) -> None:
    out = kg("show", "a1", "--no-text", "--store", store_path).out
    assert "[s1" not in out
    assert "s1  " in out


def test_an_article_is_shown_as_json(kg: Command, store_path: Path) -> None:
    shown = json.loads(kg("show", "article:a1", "--json", "--store", store_path).out)
    assert shown["article"]["identifier"] == ["a1"]
    assert len(shown["statements"]) == 2
    assert len(shown["claims"]) == 4


@pytest.mark.parametrize(
    ("words", "message"),
    [("a", "'a' may be article/a1, article/a2"), ("b9", "no article of this store is called 'b9'")],
)
def test_an_article_that_is_not_clear_is_told(kg: Command, store_path: Path, words: str, message: str) -> None:
    outcome = kg("show", words, "--store", store_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


def test_a_store_without_the_text_says_so(kg: Command, broken: Path, tmp_path: Path) -> None:
    store = Store.writing(broken, base=BASE)
    store.remove(Iris().graph("texts"))
    store.flush()
    del store
    assert "--no-text" in kg("show", "kaputt", "--store", broken).err
    assert kg("show", "kaputt", "--no-text", "--store", broken).code == 0


@pytest.mark.parametrize("shape", ["{iri}", "<{iri}>", "statement:{end}", "statement/{end}", "{end}", "{tail}"])
def test_a_node_is_found_by_any_form_of_its_name(kg: Command, store_path: Path, shape: str) -> None:
    iri = node(store_path, "Statement")
    end = iri.rsplit("/", 1)[-1]
    outcome = kg("explain", shape.format(iri=iri, end=end, tail=end[-9:]), "--store", store_path)
    assert outcome.code == 0
    assert outcome.out.startswith(f"statement:{end}  Statement\n")


def test_a_statement_is_explained_by_words_rule_and_article(kg: Command, store_path: Path) -> None:
    rows = Store.reading(store_path).rows(f"SELECT ?s {{ ?s <{term('stance').value}> <{term('asserts').value}> }}")
    out = kg("explain", next(iter(rows))["s"], "--store", store_path).out
    assert "»rund 1500 Soldaten aus Nordkorea seien eingetroffen«" in out
    assert "saying/sagen" in out
    assert "kg/lang/de/saying.toml: stance = 'asserts'" in out
    assert "Truppen in Kursk" in out
    assert "expresses" in out


def test_an_actor_is_explained_by_what_it_says(kg: Command, store_path: Path) -> None:
    out = kg("explain", "russia", "--store", store_path).out
    assert "wd:Q159" in out
    assert out.count("speaker of") == 2
    assert json.loads(kg("explain", "russia", "--json", "--store", store_path).out)["values"]["registered"] == ["true"]


@pytest.mark.parametrize("kind", ["Article", "Claim", "Event", "Agreement", "Place", "Run"])
def test_every_kind_of_node_is_explained(kg: Command, store_path: Path, kind: str) -> None:
    assert kg("explain", node(store_path, kind), "--store", store_path).code == 0


@pytest.mark.parametrize("words", ["nothing-of-that-name", "https://example.org/none", "claim:none", "a b", ""])
def test_a_node_that_is_not_there_is_told(kg: Command, store_path: Path, words: str) -> None:
    outcome = kg("explain", words, "--store", store_path)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)


def test_what_is_there_is_counted(kg: Command, store_path: Path) -> None:
    counts = json.loads(kg("stats", "--json", "--store", store_path).out)
    assert counts["kind"]["Statement"] == 4
    assert counts["kind"]["Claim"] == 8
    assert counts["stance"] == {"asserts": 2, "denies": 2}
    assert counts["article"] == {"a1": 6, "a2": 6}
    assert "denies   2" in kg("stats", "--by", "stance", "--store", store_path).out


@pytest.mark.parametrize("command", ["validate", "show", "explain", "stats"])
def test_without_a_store_there_is_one_line(kg: Command, tmp_path: Path, command: str) -> None:
    arguments = ["x"] if command in {"show", "explain"} else []
    outcome = kg(command, *arguments, "--store", tmp_path / "none")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (4, "", 1)
