from __future__ import annotations

import pytest
from pyoxigraph import Store

from kg.errors import UsageError
from kg.queries.sparql import fault_of, literal, refuse_writing, substitute, with_prefixes

PREFIXES = {"kg": "https://example.org/kg#", "skos": "https://example.org/skos#"}


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "prefix service: <http://e/> select * { ?s service:x ?delete }",
        'SELECT * { ?s ?p "SERVICE <http://e/> { }" } # SERVICE',
        "BASE <http://e/insert> ASK { <delete> ?service <#service> }",
        "SELECT ?insert { ?insert ?p 'DROP GRAPH' }",
        'SELECT * { ?s ?p """a "quoted" SERVICE""" }',
        "CONSTRUCT WHERE { ?s ?p ?o }",
    ],
)
def test_reading_is_let_through(query: str) -> None:
    refuse_writing(query)


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <b:b> <c:c> }",
        "# innocent\nPREFIX x: <http://e/> delete where { ?s ?p ?o }",
        "drop all",
        "WITH <http://e/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "LOAD <http://e/>",
    ],
)
def test_updates_are_refused(query: str) -> None:
    with pytest.raises(UsageError, match="is an update; kg query only reads"):
        refuse_writing(query)


@pytest.mark.parametrize("word", ["SERVICE", "service", "Service SILENT"])
def test_asking_another_server_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match="SERVICE asks another server"):
        refuse_writing(f"SELECT * {{ ?s ?p ?o . {word} <http://127.0.0.1:9/> {{ ?s ?p ?o }} }}")


@pytest.mark.parametrize("words", ['a "b" \\ c', "two\nlines\r\tand", "$x } #", "„Nein“ 😀", ""])
def test_a_literal_comes_back_as_it_was(words: str) -> None:
    rows = Store().query(f"SELECT ({literal(words)} AS ?x) {{}}")
    assert [row["x"].value for row in rows] == [words]  # type: ignore[union-attr]


def test_substitution_leaves_strings_comments_and_question_marks() -> None:
    query = 'SELECT * { ?x ?p $x FILTER("$x" != $xy) } # $x'
    assert substitute(query, {"x": "<http://e/>"}) == 'SELECT * { ?x ?p <http://e/> FILTER("$x" != $xy) } # $x'


def test_a_replaced_term_is_not_replaced_again() -> None:
    assert substitute("$a $b", {"a": '"$b"', "b": "1"}) == '"$b" 1'


def test_prefixes_are_added_where_used_and_not_declared() -> None:
    query = "PREFIX kg: <http://other/> SELECT * { ?s kg:a ?o ; skos:b 'kg:c' }"
    assert with_prefixes(query, PREFIXES) == "PREFIX skos: <https://example.org/skos#>\n" + query


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * {\n  ?s ?p\n}", "line 3, column 1: '}' cannot stand here; expected ("),
        ("SELECT * { ?s ?p ?o", "line 1, column 20: the query breaks off here; expected , or . or ;"),
        ("", "line 1, column 1: the query breaks off here"),
        ("SELEKT * {}", "line 1, column 1: 'SELEKT' cannot stand here; did you mean SELECT?"),
        (
            "SELECT * {\n ?s ?p ?o . OPTIONL { ?s ?p ?x } }",
            "line 2, column 13: 'OPTIONL' cannot stand here; did you mean",
        ),
        ("SELECT * { ?ä „x“ ?o }", "line 1, column 15: '„' cannot"),
        ("SELECT * { ?s ?p 'ä' . FILTER(?a = ) }", "line 1, column 36: ')' cannot"),
        ("SELECT * { ?s ?p ?o } ORDER BY !BOUND(?o)", "line 1, column 32: '!' cannot"),
        ("SELECT * {\n ?s foo:bar ?o }", "line 2, column 5: the prefix of foo:bar is not declared"),
        ("SELECT ?a (COUNT(?b) AS ?c) { ?a ?b ?d }", "about line 1, column 41: "),
    ],
)
def test_a_fault_has_its_place(query: str, message: str) -> None:
    with pytest.raises(SyntaxError) as caught:
        Store().query(query)
    assert f"malformed query, {message}" in str(fault_of(query, caught.value))


def test_a_known_prefix_is_not_the_fault() -> None:
    report = SyntaxError("error at 1:9: odd")
    assert "about line 1, column 9: odd" in str(fault_of("ASK { ?s kg:p ?o }", report, prefixes=["kg"]))


def test_a_report_without_a_place_keeps_its_words() -> None:
    assert str(fault_of("ASK {}", SyntaxError("odd"))) == "malformed query: odd"
