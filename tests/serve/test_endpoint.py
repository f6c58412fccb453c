from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from pyoxigraph import RdfFormat, parse

from kg.canonical import fingerprint
from kg.errors import NetworkError, StoreError
from kg.serve import Offer, serve
from kg.store import Store
from tests.serve.conftest import asking

GRAPH = "https://w3id.org/conflict-kg/id/graph/"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_one_graph(client: httpx.Client, served: Path) -> None:
    answer = client.get("/store", params={"graph": f"{GRAPH}registry"})
    assert answer.headers["content-type"].startswith("text/turtle")
    theirs = parse(answer.content, format=RdfFormat.TURTLE)
    ours = (
        quad.triple
        for graph in Store.reading(served).graphs()
        if graph.value.endswith("/registry")
        for quad in Store.reading(served).quads(graph)
    )
    assert fingerprint(theirs) == fingerprint(ours)


def test_the_union_and_the_dataset(client: httpx.Client) -> None:
    lines = client.get("/store?default", headers={"accept": "application/n-triples"}).text.splitlines()
    quads = client.get("/store", headers={"accept": "application/n-quads"}).text.splitlines()
    assert len(lines) == len(quads) > 1000
    assert client.get("/store").headers["content-type"] == "application/n-quads"
    assert client.head("/store", params={"graph": f"{GRAPH}run"}).status_code == 200


def test_graphs_that_are_not_there(client: httpx.Client) -> None:
    assert client.get("/store", params={"graph": f"{GRAPH}nowhere"}).status_code == 404
    assert client.get("/store", params={"graph": "nowhere"}).status_code == 400
    assert client.get(f"/store?default&graph={GRAPH}run").status_code == 400
    assert client.get("/store", headers={"accept": "image/png"}).status_code == 406


@pytest.mark.parametrize("method", ["put", "post", "delete"])
def test_graphs_are_only_read(client: httpx.Client, method: str) -> None:
    assert client.request(method, "/store", params={"graph": f"{GRAPH}run"}).status_code == 405


def test_the_endpoint_describes_itself(client: httpx.Client) -> None:
    answer = client.get("/sparql")
    assert answer.headers["content-type"].startswith("text/turtle")
    objects = {quad.object.value for quad in parse(answer.content, format=RdfFormat.TURTLE)}
    assert "http://www.w3.org/ns/sparql-service-description#Service" in objects
    assert f"{GRAPH}registry" in objects
    assert f"{GRAPH}texts" not in objects
    as_json = client.get("/sparql", headers={"accept": "application/ld+json"})
    assert len(list(parse(as_json.content, format=RdfFormat.JSON_LD))) > 10


def test_a_query_that_takes_too_long_is_ended_and_the_next_is_answered(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": SLOW})
    assert answer.status_code == 503
    assert "longer than 3 seconds" in answer.text
    assert client.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True


def test_an_answer_that_is_too_large(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }"})
    assert answer.status_code == 500
    assert "larger than" in answer.text


def test_a_request_that_is_too_large(client: httpx.Client) -> None:
    answer = client.post("/sparql", data={"query": "#" * 1_100_000})
    assert answer.status_code == 413


def test_texts_stay_here_unless_asked_for(client: httpx.Client, served: Path) -> None:
    query = {"query": "SELECT ?t { ?a kg:text ?t }"}
    assert not client.get("/sparql", params=query).json()["results"]["bindings"]
    assert client.get("/store", params={"graph": f"{GRAPH}texts"}).status_code == 404
    with asking(served, Offer(with_text=True, processes=1)) as other:
        assert len(other.get("/sparql", params=query).json()["results"]["bindings"]) == 3


def test_other_pages_may_ask_only_where_told(client: httpx.Client, served: Path) -> None:
    origin = {"origin": "https://a.example"}
    assert "access-control-allow-origin" not in client.get("/sparql", headers=origin).headers
    with asking(served, Offer(cors=("https://a.example",), processes=1)) as other:
        assert other.get("/sparql", headers=origin).headers["access-control-allow-origin"] == "https://a.example"
        elsewhere = other.get("/sparql", headers={"origin": "https://b.example"})
        assert "access-control-allow-origin" not in elsewhere.headers


def test_a_build_does_not_disturb_it(tmp_path: Path, served: Path) -> None:
    base = "https://example.org/id/"
    from pyoxigraph import Literal, NamedNode, Quad

    graph = NamedNode(f"{base}graph/one")
    writer = Store.writing(tmp_path / "store", base=base)
    writer.replace(graph, [Quad(graph, graph, Literal("before"), graph)])
    writer.flush()
    with asking(tmp_path / "store", Offer(processes=1)) as other:
        writer.replace(graph, [Quad(graph, graph, Literal("after"), graph)])
        writer.flush()
        assert "before" in other.get("/store", params={"graph": graph.value}).text
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_a_place_without_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here"):
        serve(tmp_path / "nothing")


def test_an_address_that_is_taken(served: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(NetworkError, match="--port"):
        serve(served, port=taken.getsockname()[1])


def test_the_heavy_parts_are_loaded_late() -> None:
    code = "import sys, kg.cli; sys.exit('uvicorn' in sys.modules or 'starlette' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
