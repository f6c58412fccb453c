"""The cases of the SPARQL 1.1 Protocol for queries, written from its text, each with the failure beside it."""

from __future__ import annotations

import json

import httpx
import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

ASK = "ASK { ?s ?p ?o }"
SELECT = "SELECT ?s { ?s a kg:Statement } ORDER BY ?s"
GRAPH = "https://w3id.org/conflict-kg/id/graph/"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"


def rows(text: str) -> list[dict[str, str]]:
    return [{name: cell["value"] for name, cell in row.items()} for row in json.loads(text)["results"]["bindings"]]


def count(client: httpx.Client, query: str, **parameters: str | list[str]) -> int:
    answer = client.get("/sparql", params={"query": query, **parameters})
    assert answer.status_code == 200, answer.text
    return int(rows(answer.text)[0]["n"])


def test_query_by_get(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": ASK})
    assert answer.status_code == 200
    assert answer.json()["boolean"] is True


def test_query_by_form(client: httpx.Client) -> None:
    answer = client.post("/sparql", data={"query": ASK})
    assert (answer.status_code, answer.json()["boolean"]) == (200, True)


def test_query_as_body(client: httpx.Client) -> None:
    answer = client.post("/sparql", content=ASK, headers={"content-type": f"{QUERY}; charset=UTF-8"})
    assert (answer.status_code, answer.json()["boolean"]) == (200, True)


def test_umlauts_survive_every_way(client: httpx.Client) -> None:
    query = "SELECT ?a { ?a skos:prefLabel 'Südkorea'@de }"
    for answer in (
        client.get("/sparql", params={"query": query}),
        client.post("/sparql", data={"query": query}),
        client.post("/sparql", content=query.encode(), headers={"content-type": QUERY}),
    ):
        assert [row["a"].rsplit("/", 1)[-1] for row in rows(answer.text)] == ["south-korea"]


COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
IN_GRAPHS = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


def test_the_default_graph_is_the_union(client: httpx.Client) -> None:
    whole = count(client, COUNT)
    one = count(client, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{GRAPH}registry> {{ ?s ?p ?o }} }}")
    assert whole > one > 10


def test_default_graphs_of_the_protocol(client: httpx.Client) -> None:
    registry = count(client, COUNT, **{"default-graph-uri": f"{GRAPH}registry"})
    run = count(client, COUNT, **{"default-graph-uri": f"{GRAPH}run"})
    both = count(client, COUNT, **{"default-graph-uri": [f"{GRAPH}registry", f"{GRAPH}run"]})
    assert both == registry + run
    assert count(client, IN_GRAPHS, **{"default-graph-uri": f"{GRAPH}registry"}) == 0


def test_named_graphs_of_the_protocol(client: httpx.Client) -> None:
    named = {"named-graph-uri": [f"{GRAPH}registry", f"{GRAPH}run"]}
    assert count(client, IN_GRAPHS, **named) == 2
    assert count(client, COUNT, **named) == 0


def test_default_and_named_graphs_together_by_get_and_post(client: httpx.Client) -> None:
    both = {"default-graph-uri": f"{GRAPH}run", "named-graph-uri": f"{GRAPH}registry"}
    query = "SELECT (COUNT(*) AS ?n) { ?s a prov:SoftwareAgent . GRAPH ?g { ?a kg:registered true } }"
    by_get = count(client, query, **both)
    by_form = client.post("/sparql", data={"query": query, **both})
    by_body = client.post("/sparql", params=both, content=query, headers={"content-type": QUERY})
    assert by_get == int(rows(by_form.text)[0]["n"]) == int(rows(by_body.text)[0]["n"]) == 5


def test_the_dataset_of_the_query(client: httpx.Client) -> None:
    registry = count(client, COUNT, **{"default-graph-uri": f"{GRAPH}registry"})
    assert count(client, f"SELECT (COUNT(*) AS ?n) FROM <{GRAPH}registry> {{ ?s ?p ?o }}") == registry
    assert (
        count(client, f"SELECT (COUNT(DISTINCT ?g) AS ?n) FROM NAMED <{GRAPH}run> {{ GRAPH ?g {{ ?s ?p ?o }} }}") == 1
    )


def test_the_protocol_overrides_the_query(client: httpx.Client) -> None:
    query = f"SELECT (COUNT(*) AS ?n) FROM <{GRAPH}run> {{ ?s ?p ?o }}"
    parameters = {"default-graph-uri": f"{GRAPH}registry"}
    assert count(client, query, **parameters) == count(client, COUNT, **parameters)


@pytest.mark.parametrize(
    ("media", "kind"),
    [
        ("application/sparql-results+json", QueryResultsFormat.JSON),
        ("application/sparql-results+xml", QueryResultsFormat.XML),
        ("text/tab-separated-values", QueryResultsFormat.TSV),
    ],
)
def test_rows_in_the_format_that_is_asked_for(client: httpx.Client, media: str, kind: QueryResultsFormat) -> None:
    answer = client.get("/sparql", params={"query": SELECT}, headers={"accept": media})
    assert answer.headers["content-type"].partition(";")[0] == media
    assert len(list(parse_query_results(answer.content, format=kind))) == 6


def test_rows_as_csv(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": SELECT}, headers={"accept": "text/csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.text.split()[0] == "s"


@pytest.mark.parametrize(
    ("media", "kind"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", RdfFormat.RDF_XML),
        ("application/ld+json", RdfFormat.JSON_LD),
    ],
)
@pytest.mark.parametrize("form", ["CONSTRUCT WHERE { ?s a kg:Statement }", "DESCRIBE actor:russia"])
def test_triples_in_the_format_that_is_asked_for(client: httpx.Client, form: str, media: str, kind: RdfFormat) -> None:
    answer = client.get("/sparql", params={"query": form}, headers={"accept": media})
    assert answer.headers["content-type"].partition(";")[0] == media
    assert len(list(parse(answer.content, format=kind))) > 3


def test_a_browser_gets_what_the_weights_say(client: httpx.Client) -> None:
    accept = "text/html,application/xml;q=0.9,text/csv;q=0.95,*/*;q=0.8"
    assert client.get("/sparql", params={"query": ASK}, headers={"accept": accept}).headers["content-type"] == (
        "text/csv; charset=utf-8"
    )


def test_a_format_that_there_is_not(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": SELECT}, headers={"accept": "image/png"})
    assert answer.status_code == 406
    rows_as_graph = client.get("/sparql", params={"query": SELECT}, headers={"accept": "text/turtle"})
    assert rows_as_graph.status_code == 406


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods(client: httpx.Client, method: str) -> None:
    assert client.request(method, "/sparql", params={"query": ASK}).status_code == 405


def test_head_has_no_body(client: httpx.Client) -> None:
    answer = client.head("/sparql", params={"query": ASK})
    assert (answer.status_code, answer.content) == (200, b"")


def test_several_queries_at_once(client: httpx.Client) -> None:
    assert client.get("/sparql?query=ASK%7B%7D&query=SELECT%20*%7B%7D").status_code == 400
    assert client.post("/sparql?query=ASK%7B%7D", data={"query": ASK}).status_code == 400


def test_no_query_at_all(client: httpx.Client) -> None:
    assert client.post("/sparql", data={"other": "x"}).status_code == 400


@pytest.mark.parametrize("media", ["text/plain", "application/json", ""])
def test_a_body_of_another_kind(client: httpx.Client, media: str) -> None:
    answer = client.post("/sparql", content=ASK, headers={"content-type": media})
    assert answer.status_code == 415


def test_a_form_without_its_media_type(client: httpx.Client) -> None:
    assert client.post("/sparql", content="query=ASK%20%7B%7D").status_code == 415


def test_a_body_that_is_not_utf_8(client: httpx.Client) -> None:
    declared = client.post(
        "/sparql", content=ASK.encode("utf-16"), headers={"content-type": f"{QUERY}; charset=UTF-16"}
    )
    assert declared.status_code == 415
    undeclared = client.post("/sparql", content=b"ASK { ?s ?p '\xe4' }", headers={"content-type": QUERY})
    assert undeclared.status_code == 400
    in_form = client.post(
        "/sparql", content=b"query=ASK%20%7B%20%3Fs%20%3Fp%20%27%E4%27%20%7D", headers={"content-type": FORM}
    )
    assert in_form.status_code == 400


def test_a_malformed_query_is_told_where(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT ?s\nWHERE { ?s ?p }"})
    assert answer.status_code == 400
    assert "line 2" in answer.text


@pytest.mark.parametrize(
    "update", ["INSERT DATA { <a:a> <a:b> <a:c> }", "DROP ALL", "PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }"]
)
def test_updates_are_refused(client: httpx.Client, update: str) -> None:
    before = count(client, COUNT)
    answers = [
        client.post("/sparql", data={"update": update}),
        client.post("/sparql", content=update, headers={"content-type": "application/sparql-update"}),
        client.post("/sparql", params={"update": update}, data={"query": ASK}),
        client.get("/sparql", params={"update": update}),
    ]
    assert [answer.status_code for answer in answers] == [403] * 4
    assert client.post("/sparql", data={"query": update}).status_code == 400
    assert count(client, COUNT) == before


def test_other_servers_are_not_asked(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"})
    assert answer.status_code == 400
    assert "SERVICE" in answer.text


def test_an_iri_that_is_none(client: httpx.Client) -> None:
    assert client.get("/sparql", params={"query": ASK, "default-graph-uri": "not an iri"}).status_code == 400
