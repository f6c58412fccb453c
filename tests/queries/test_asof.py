"""Queries rewritten to what could be known on a day give what the graph of that day gives."""

from __future__ import annotations

from datetime import date

import pytest

from kg.derive import derive
from kg.derive.known_store import known_store
from kg.describe.iris import BASE, prefixes
from kg.errors import UsageError
from kg.queries import bind, named_queries
from kg.queries.asof import Clock, as_of
from kg.queries.lexemes import lexemes
from kg.queries.patterns import patterns
from kg.queries.sparql import with_prefixes
from kg.store import Store
from tests.queries.test_questions import store

KNOWN = prefixes(BASE)
NEVER, DAY = date(2100, 1, 1), date(2024, 10, 22)
VALUES = {"actor": "Russland", "text": "Kursk", "date": "2025-12-31", "iri": "actor:russia", "integer": "1"}


def rows(source: Store, query: str) -> set[tuple[tuple[str, str], ...]]:
    return {tuple(sorted(row.items())) for row in source.rows(with_prefixes(query, KNOWN), prefixes=KNOWN)}


def then(query: str, day: date = DAY, clock: Clock = Clock.PUBLISHED) -> set[tuple[tuple[str, str], ...]]:
    return rows(store("own"), as_of(with_prefixes(query, KNOWN), day, clock=clock))


def named(name: str) -> str:
    query = named_queries()[name]
    values = {each.name: VALUES[each.type] for each in query.parameters if each.default is None}
    return bind(query, values, find_actor=lambda _: f"{BASE}actor/russia", prefixes=KNOWN)


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_at_the_end_of_days_every_shipped_query_answers_as_always(name: str) -> None:
    assert then(named(name), NEVER) == rows(store("own"), named(name))


@pytest.mark.parametrize("clock", Clock)
@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s { ?s a kg:Statement }",
        "SELECT ?s ?c { ?s a kg:Statement OPTIONAL { ?s kg:expresses ?c } }",
        "SELECT ?s { { ?s a kg:Statement } UNION { ?s a kg:Claim } MINUS { ?s kg:modality kg:denied } }",
        "SELECT ?s { ?s a kg:Claim FILTER NOT EXISTS { ?s kg:corroborates ?other } }",
        "SELECT ?s ?n { ?s a kg:Actor { SELECT ?s (COUNT(DISTINCT ?x) AS ?n) { ?x kg:speaker ?s } GROUP BY ?s } }",
        "SELECT ?s ?who { GRAPH ?g { ?s a kg:Statement ; kg:speaker ?who } }",
        "SELECT ?s { VALUES ?t { kg:Statement } ?s a ?t . FILTER(EXISTS { ?s kg:cue ?cue } || ?s = <x:y>) }",
        "SELECT ?l { ?s kg:expresses/kg:claimant/skos:prefLabel ?l }",
        "SELECT * { ?s kg:expresses/kg:number ?n ; kg:speaker ?w BIND(?n + 1 AS ?m) FILTER EXISTS { ?s kg:cue ?no } }",
        "SELECT DISTINCT * { GRAPH ?g { ?s kg:stance ?t } MINUS { ?s kg:via ?x } VALUES ?t { kg:denies kg:asserts } }",
        "SELECT * { ?s kg:mode ?t { SELECT ?s (MAX(?e) AS ?m) { ?s kg:contentEnd ?e } GROUP BY ?s } }",
        "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT *) AS ?m) { ?s kg:expresses/kg:modality ?how }",
        "SELECT ?c { ?c a kg:Claim ; kg:claimant|kg:sender [ kg:registered true ] ; kg:number ?n . FILTER(?n > 1000) }",
    ],
)
def test_rewritten_query_finds_what_the_graph_of_the_day_has(query: str, clock: Clock) -> None:
    past = known_store(store("own"), DAY, clock=clock)
    found = then(query, clock=clock)
    assert found == rows(past, query)
    assert found != rows(store("own"), query)


def test_counts_are_of_what_is_known() -> None:
    query = "SELECT ?n ?m { ?e kg:independentSources ?n ; kg:independentArticles ?m ; rdfs:label ?l } ORDER BY ?l"
    early = then(query, date(2024, 7, 31))
    assert len(early) < len(rows(store("own"), query))
    one = 'SELECT ?n { ?e rdfs:label "Deployment: North Korea → Russia, troops"@en ; kg:independentSources ?n }'
    assert [value for row in then(one) for _, value in row] == ["1"]


def test_a_constant_count_is_compared() -> None:
    assert then("SELECT ?e { ?e kg:independentSources 1 }")
    assert then("SELECT ?e { ?e kg:independentSources 77 }") == set()


def test_named_node_of_a_later_article_is_not_there() -> None:
    late = next(
        row for row in store("own").rows(with_prefixes("SELECT ?s { ?s kg:saidOn ?d FILTER(STR(?d) > '2025') }", KNOWN))
    )
    assert then(f"SELECT ?x {{ <{late['s']}> kg:stance ?x }}") == set()
    assert then(f"SELECT ?x {{ <{late['s']}> kg:stance ?x }}", NEVER) != set()


def test_undated_article_is_known_on_no_day() -> None:
    facts = undated_store()
    past = as_of(with_prefixes("SELECT ?s { ?s a kg:Statement }", KNOWN), NEVER)
    assert list(facts.rows(past)) == []


def undated_store() -> Store:
    import factory

    from kg.describe import describe

    quads = list(describe(factory.full_facts(published=None)))
    quads = [quad for quad in quads if "saidOn" not in quad.predicate.value]
    return Store.in_memory([*quads, *derive(quads)], base=BASE)


def test_strings_comments_and_templates_stay() -> None:
    query = 'SELECT ?s { ?s kg:content "{ ?x }" . # { ?y }\n }'
    assert '"{ ?x }"' in as_of(query, DAY)
    built = as_of("CONSTRUCT { ?s a kg:Old } WHERE { ?s a kg:Statement }", DAY)
    assert built.startswith("CONSTRUCT { ?s a kg:Old } WHERE {")
    assert as_of("ASK { ?s a kg:Statement }", DAY).startswith("ASK {")


@pytest.mark.parametrize(
    "query",
    [
        "DESCRIBE ?s { ?s a kg:Claim }",
        "SELECT ?s FROM <x:g> { ?s ?p ?o }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "SELECT ?s { ?s ?p",
    ],
)
def test_what_cannot_be_rewritten_is_refused(query: str) -> None:
    with pytest.raises(UsageError):
        as_of(query, DAY)


def test_patterns_read_every_form_of_triples() -> None:
    first = '?s a kg:C ; kg:p/^kg:q+ ?o, "x"@de-at, "1"^^xsd:int ; !(kg:a|kg:b) ( 1 ?v ) .'
    block = f"{first} [ kg:p ?w ] . <x:y> (kg:a|kg:b)* 3 ."
    assert [tuple(pattern) for pattern in patterns(lexemes(block))] == [
        ("?s", ("a",), "kg:C"),
        ("?s", ("kg:p", "^kg:q+"), "?o"),
        ("?s", ("kg:p", "^kg:q+"), '"x"@de-at'),
        ("?s", ("kg:p", "^kg:q+"), '"1"^^xsd:int'),
        ("?s", ("!( kg:a | kg:b )",), "( 1 ?v )"),
        ("[ kg:p ?w ]", (), ""),
        ("<x:y>", ("( kg:a | kg:b )*",), "3"),
    ]
