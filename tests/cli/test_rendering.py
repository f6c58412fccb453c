from __future__ import annotations

import io
import re
import sys

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from kg.cli.rendering import Format, markdown, render, shortener, table
from kg.errors import UsageError

PREFIXES = {"e": "https://example.org/", "deep": "https://example.org/deep/"}
RDF_FORMATS = (Format.TURTLE, Format.NTRIPLES, Format.JSONLD, Format.RDFXML)


@pytest.fixture
def store() -> Store:
    made = Store()
    for number in (2, 1):
        made.add(Quad(NamedNode(f"https://example.org/s{number}"), NamedNode("https://example.org/p"), Literal(number)))
    return made


def rendered(store: Store, query: str, format_: Format) -> str:
    out = io.BytesIO()
    render(store.query(query), format_, out, prefixes=PREFIXES)
    return out.getvalue().decode()


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (NamedNode("https://example.org/a-b.c"), "e:a-b.c"),
        (NamedNode("https://example.org/deep/x"), "deep:x"),
        (NamedNode("https://example.org/a/b"), "https://example.org/a/b"),
        (NamedNode("https://example.org/"), "https://example.org/"),
        (NamedNode("urn:other"), "urn:other"),
        (Literal("Wörter", language="de"), "Wörter"),
        (BlankNode("b"), "_:b"),
        (None, ""),
    ],
)
def test_terms_are_written_as_people_read_them(term: NamedNode | Literal | BlankNode | None, words: str) -> None:
    assert shortener(PREFIXES)(term) == words


def test_a_table_in_a_pipe_is_as_wide_as_its_words() -> None:
    long = "Wort " * 60
    drawn = table(("a", "b"), [("1", long), ("22\n3", "")])
    assert drawn.splitlines() == ["a     b", f"----  {'-' * len(long.strip())}", f"1     {long.strip()}", "22 3"]


def test_a_table_on_a_terminal_is_as_wide_as_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    drawn = re.sub(r"\x1b\[[0-9;]*m", "", table(("a", "b"), [("1", "Wort " * 60)]))
    assert drawn.count("Wort") == 60
    assert max(len(line) for line in drawn.splitlines()) <= 40


def test_a_table_of_too_many_columns_has_one_value_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    drawn = table(("name", "what", "when"), [("Wort " * 10, "Wort " * 10, ""), ("eins", "zwei " * 9, "drei")])
    lines = drawn.splitlines()
    assert lines[0] == "── 1 " + "─" * 35
    assert lines[1] == "name  Wort Wort Wort Wort Wort Wort Wort"
    assert lines[-1] == "when  drei"
    assert drawn.count("when") == 1
    assert max(map(len, lines)) <= 40


def test_markdown_has_a_row_a_line() -> None:
    assert markdown(("a",), [("x|y",), ("1\n2",)]) == "| a |\n| --- |\n| x\\|y |\n| 1 2 |"


@pytest.mark.parametrize("format_", RDF_FORMATS)
def test_triples_come_in_a_fixed_order_once(store: Store, format_: Format) -> None:
    query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . ?a ?b ?c }"
    text = rendered(store, query, format_)
    assert text.index("s1") < text.index("s2")
    assert text.count("s1") == 1
    assert text == rendered(store, query, format_)


@pytest.mark.parametrize("format_", RDF_FORMATS)
def test_rows_are_no_triples(store: Store, format_: Format) -> None:
    with pytest.raises(UsageError, match="this query gives rows"):
        rendered(store, "SELECT * { ?s ?p ?o }", format_)


def test_the_rows_of_a_table_are_counted(store: Store) -> None:
    assert render(store.query("SELECT * { ?s ?p ?o }"), Format.TABLE, io.BytesIO(), prefixes={}) == 2
    assert render(store.query("SELECT * { ?s ?p ?o }"), Format.CSV, io.BytesIO(), prefixes={}) is None
