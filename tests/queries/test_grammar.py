from __future__ import annotations

import pytest
from pyoxigraph import Store

from kg.queries import named_queries
from kg.queries.grammar import first_fault

GOOD = [
    "SELECT * {}",
    "BASE <http://e/> PREFIX : <http://e/> PREFIX a.b: <http://f/> SELECT DISTINCT (COUNT(*) AS ?n) FROM NAMED <g> {}",
    "ASK { ?s a :x.y, 'a'@de-ch, \"b\"^^:t ; :p 1, -2, +3.5, .5, 1e9, true ; . }".replace(":", "rdf:"),
    "CONSTRUCT { ?s ?p _:b } WHERE { ?s ?p [ ?q ( 1 [] ?x ) ] } ORDER BY DESC(?s) LIMIT 3 OFFSET 2",
    "CONSTRUCT WHERE { ?s ?p ?o }",
    "DESCRIBE <http://e/x> ?y { ?y ?p () }",
    "SELECT ?x { { SELECT ?x { ?x !(<http://a>|^<http://b>)*/(<http://c>|^<http://d>)? ?y } GROUP BY ?x } }",
    "SELECT ?x { ?x ?p ?y } GROUP BY ?x HAVING(MAX(?y) > 1 && COUNT(DISTINCT *) < 7)",
    "SELECT * { ?s ?p ?o . FILTER NOT EXISTS { ?s ?q ?o } FILTER(?o NOT IN (1, 2) && ?o+1 >= -2*?x/3 || !BOUND(?o)) }",
    "SELECT * { ?s ?p ?o MINUS { ?s ?p 1 } GRAPH ?g { ?s ?p ?o } OPTIONAL { ?s ?p ?o } BIND(IF(?o, 1, 2) AS ?z) }",
    "SELECT (GROUP_CONCAT(DISTINCT ?o; separator=', ') AS ?x) { VALUES (?o ?p) { (1 UNDEF) } VALUES ?q { 1 2 } }",
    "SELECT ?x { ?s ?p ?o } GROUP BY (STR(?s) AS ?x) ?o VALUES ?s { <http://e/> }",
    'SELECT * { ?s ?p """a " b""" } # the end',
]
BAD = [
    "SELECT * { ?s ?p ?o",
    "SELECT * ?x {}",
    "SELECT { ?s ?p ?o }",
    "SELECT * { ?s ?p ?o ?x }",
    "SELECT * { ?s ?p ?o .. }",
    "SELECT * { FILTER ?x }",
    "SELECT * { BIND(1 ?x) }",
    "SELECT * {} LIMIT ?x",
    "SELECT * {} ORDER ?x",
    "ASK {} }",
    "PREFIX x <http://e/> ASK {}",
    "SELECT * { ?s ?p 'open }",
    "SELECT * { OPTIONAL ?s ?p ?o }",
]


@pytest.mark.parametrize("query", GOOD)
def test_what_the_database_takes_has_no_fault(query: str) -> None:
    Store().query(query, prefixes={"rdf": "http://e/"})
    assert first_fault(query) is None


@pytest.mark.parametrize("query", BAD)
def test_what_the_database_refuses_has_one(query: str) -> None:
    with pytest.raises(SyntaxError):
        Store().query(query)
    assert first_fault(query) is not None


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_every_shipped_query_follows_the_grammar(name: str) -> None:
    assert first_fault(named_queries()[name].text) is None


def test_the_first_of_two_faults_is_told() -> None:
    fault = first_fault("SELECT * { ?s ?p } LIMIT x")
    assert fault is not None
    assert fault.lexeme is not None
    assert (fault.lexeme.words, fault.lexeme.start) == ("}", 17)
    assert {"VARIABLE", "IRI", "STRING"} <= set(fault.expected)
