from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.cli import run
from kg.describe.iris import BASE, Iris
from kg.errors import NetworkError, UsageError
from kg.push import PROFILES, Client, Credentials, Patience, RemoteGraphs, State, check, detect, endpoints, plan, push
from kg.push.remote import RemoteStore
from kg.store import Store
from tests.push.conftest import article_quads, store_of
from tests.push.fake import PASSWORD, TOKEN, USER, Fake, answering

OXIGRAPH = PROFILES["oxigraph"]
Connect = Callable[..., RemoteGraphs]


@pytest.fixture
def fake() -> Iterator[Fake]:
    with answering() as found:
        yield found


@pytest.fixture
def small(tmp_path: Path) -> Store:
    return store_of(tmp_path / "small", {"one": 30, "two": 30, "three": 30})


def written(fake: Fake) -> list[str]:
    return [asked for asked in fake.asked if asked.startswith(("PUT", "DELETE")) or "update" in asked]


def test_only_what_changed_is_sent(fake: Fake, small: Store, state: State, graphs_at: Connect) -> None:
    there = graphs_at(fake.url, OXIGRAPH)
    first = plan(small, there, state)
    assert (len(first.send), first.keep, first.gone) == (3, (), ())
    assert push(small, there, state, send=first.send) == 90
    assert plan(small, there, state) == ((), first.send, ())
    small.replace(small.graphs()[0], article_quads("one", 20))
    assert plan(small, there, state).send == (small.graphs()[0].value,)


def test_graphs_that_are_gone_here_are_ours_only(fake: Fake, small: Store, state: State, graphs_at: Connect) -> None:
    there = graphs_at(fake.url, OXIGRAPH)
    old, other = Iris(BASE).article_graph("old"), NamedNode("http://a.example/graph")
    fake.data.add(Quad(old, old, old, old))
    fake.data.add(Quad(other, other, other, other))
    found = plan(small, there, state)
    assert found.gone == (old.value,)
    push(small, there, state, send=found.send, remove=found.gone)
    assert {graph.value for graph in fake.data.named_graphs()} == {*(g.value for g in small.graphs()), other.value}


@pytest.mark.parametrize("status", [0, 429, 503])
def test_what_fails_in_passing_is_tried_again(
    fake: Fake, small: Store, state: State, graphs_at: Connect, status: int
) -> None:
    there = graphs_at(fake.url, OXIGRAPH)
    found = plan(small, there, state)
    fake.faults = [status, status]
    assert push(small, there, state, send=found.send) == 90
    assert check(small, there, OXIGRAPH, found.send) == ()


def test_waits_grow_and_the_store_may_name_them(fake: Fake) -> None:
    waits: list[float] = []
    client = Client(fake.url, patience=Patience(tries=4, first_wait=0.5), sleep=waits.append)
    fake.faults = [503, 503, 200]
    assert client.send("DELETE", f"{fake.url}/store", params={"graph": "http://a.example/g"}).status_code == 204
    fake.faults, fake.headers = [429, 200], {"retry-after": "7"}
    client.send("DELETE", f"{fake.url}/store", params={"graph": "http://a.example/g"})
    client.close()
    assert waits == [0.5, 1.0, 7.0]


def test_what_does_not_pass_stops_the_push_and_it_goes_on_there(
    fake: Fake, small: Store, tmp_path: Path, graphs_at: Connect
) -> None:
    there, path = graphs_at(fake.url, OXIGRAPH), tmp_path / "state.jsonl"
    found = plan(small, there, State(path))
    fake.faults = [200, 500]
    with pytest.raises(NetworkError, match="article-three is not taken: HTTP 500 in words"):
        push(small, there, State(path), send=found.send)
    rest = plan(small, there, State(path))
    assert rest.keep == found.send[:1]
    assert rest.send == found.send[1:]
    push(small, there, State(path), send=rest.send)
    assert check(small, there, OXIGRAPH, found.send) == ()


def test_a_store_that_gives_up_for_good(fake: Fake, small: Store, state: State, graphs_at: Connect) -> None:
    there = graphs_at(fake.url, OXIGRAPH)
    found = plan(small, there, state)
    fake.faults = [503] * 10
    with pytest.raises(NetworkError, match="HTTP 503"):
        push(small, there, state, send=found.send)
    assert len(written(fake)) == 3


def test_nobody_answers(state: State, small: Store, graphs_at: Connect) -> None:
    with pytest.raises(NetworkError, match="does not answer"):
        plan(small, graphs_at("http://127.0.0.1:9", OXIGRAPH), state)


@pytest.mark.parametrize("guard", ["basic", "digest", "bearer"])
def test_credentials_of_every_kind(
    fake: Fake, small: Store, state: State, graphs_at: Connect, guard: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fake.guard = guard
    right = Credentials("", TOKEN, "bearer") if guard == "bearer" else Credentials(USER, PASSWORD)
    there = graphs_at(fake.url, OXIGRAPH, right)
    push(small, there, state, send=plan(small, there, state).send)
    wrong = right._replace(secret="falsch")
    with pytest.raises(NetworkError, match="does not accept these credentials") as refused:
        graphs_at(fake.url, OXIGRAPH, wrong).counts(BASE)
    assert "falsch" not in str(refused.value)
    assert "falsch" not in repr(wrong)
    with pytest.raises(NetworkError, match="asks who you are"):
        graphs_at(fake.url, OXIGRAPH).counts(BASE)


@pytest.mark.parametrize("guard", ["basic", "digest"])
def test_the_password_goes_before_the_body(fake: Fake, graphs_at: Connect, guard: str) -> None:
    fake.guard, fake.hasty = guard, True
    quads = article_quads("one", 30)
    there = graphs_at(fake.url, OXIGRAPH, Credentials(USER, PASSWORD))
    there.replace(Iris(BASE).article_graph("one"), [quad.triple for quad in quads])
    assert len(fake.data) == 30
    assert written(fake) == ["PUT /store"]


def test_secrets_do_not_belong_into_the_address() -> None:
    with pytest.raises(UsageError, match="leave user and password out") as refused:
        Client("http://kg:geheim@127.0.0.1:1/")
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize("url", ["ftp://a.example/", "a.example", "http://", "http://[::1"])
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(UsageError, match="not an address"):
        Client(url)


def test_updates_where_there_is_no_graph_store(fake: Fake, small: Store, state: State, graphs_at: Connect) -> None:
    profile = PROFILES["sparql"]
    addresses = endpoints(profile, f"{fake.url}/query", update=f"{fake.url}/update")
    there = RemoteGraphs(graphs_at(fake.url, OXIGRAPH)._client, profile, addresses)
    push(small, there, state, send=plan(small, there, state).send)
    assert check(small, there, profile, [graph.value for graph in small.graphs()]) == ()
    assert set(written(fake)) == {"POST /update"}
    there.remove(small.graphs()[0])
    assert len(there.counts(BASE)) == 2


def test_a_large_graph_is_put_together_beside_and_moved(
    fake: Fake, tmp_path: Path, state: State, graphs_at: Connect
) -> None:
    large = store_of(tmp_path / "large", {"large": 25_000})
    profile = PROFILES["sparql"]
    addresses = endpoints(profile, f"{fake.url}/query", update=f"{fake.url}/update")
    there = RemoteGraphs(graphs_at(fake.url, OXIGRAPH)._client, profile, addresses)
    (graph,) = large.graphs()
    fake.data.add(Quad(graph, graph, Literal("old"), graph))
    fake.faults = [200, 200, 200, 500]
    with pytest.raises(NetworkError):
        push(large, there, state, send=[graph.value])
    assert there.counts(BASE)[graph.value] == 1, "the old graph is there until the new one is whole"
    push(large, there, state, send=[graph.value])
    assert there.counts(BASE) == {graph.value: 25_000}
    assert check(large, there, profile, [graph.value]) == ()


def test_a_store_without_an_address_for_updates(small: Store, state: State, fake: Fake, graphs_at: Connect) -> None:
    there = graphs_at(f"{fake.url}/query", PROFILES["sparql"])
    with pytest.raises(NetworkError, match="--update-url"):
        push(small, there, state, send=plan(small, there, state).send)


def test_differences_are_named(fake: Fake, small: Store, state: State, graphs_at: Connect) -> None:
    there = graphs_at(fake.url, OXIGRAPH)
    graphs = [graph.value for graph in small.graphs()]
    push(small, there, state, send=graphs)
    node = NamedNode(graphs[0])
    quad = next(iter(fake.data.quads_for_pattern(None, None, None, node)))
    fake.data.remove(quad)
    fake.data.add(Quad(node, node, Literal("fremd"), node))
    (found,) = check(small, there, OXIGRAPH, graphs)
    assert found.graph == graphs[0]
    assert "1 triples missing, 1 that are not ours" in found.reason
    assert "fremd" in found.reason


@pytest.mark.parametrize(
    ("header", "kind"),
    [({"server": "Virtuoso/07.20"}, "virtuoso"), ({"server": "Oxigraph/0.5"}, "oxigraph"), ({}, "sparql")],
)
def test_stores_tell_what_they_are(fake: Fake, header: dict[str, str], kind: str) -> None:
    client = Client(fake.url)
    fake.headers = header
    # The server of the test writes a header of its own name first.
    fake.RequestHandlerClass.version_string = lambda self: header.get("server", "Test")  # type: ignore[method-assign]
    assert detect(client, f"{fake.url}/query") == kind
    client.close()


def test_a_remote_store_answers_over_the_union(fake: Fake, small: Store, state: State, graphs_at: Connect) -> None:
    there = graphs_at(fake.url, OXIGRAPH)
    push(small, there, state, send=[graph.value for graph in small.graphs()])
    profile = PROFILES["sparql"]
    remote = RemoteStore(there._client, profile, endpoints(profile, f"{fake.url}/query"), base=BASE)
    (row,) = remote.rows(
        "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?g) AS ?m) { { ?s ?p ?o } UNION { GRAPH ?g { ?a ?b ?c } } }"
    )
    assert row == {"n": "180", "m": "3"}
    triples = remote.query(
        "CONSTRUCT WHERE { ?s a kg:Article }", prefixes={"kg": "https://w3id.org/conflict-kg/ontology#"}
    )
    assert len(list(triples)) == 3  # type: ignore[arg-type]


def test_an_answer_that_was_cut_is_no_answer(fake: Fake, graphs_at: Connect) -> None:
    fake.headers = {"X-SPARQL-MaxRows": "10000"}
    with pytest.raises(NetworkError, match="cuts answers after 10000 rows"):
        graphs_at(fake.url, OXIGRAPH).select("SELECT * { ?s ?p ?o }")


def test_the_command(
    fake: Fake, small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake.guard = "bearer"
    monkeypatch.setenv("KG_TOKEN", TOKEN)
    call = ["push", fake.url, "--kind", "oxigraph", "--store", str(tmp_path / "small"), "--json"]
    assert run([*call, "--dry-run"]) == 0
    assert len(json.loads(capsys.readouterr().out)["sent"]) == 3
    assert not written(fake)
    assert run(call) == 0
    assert json.loads(capsys.readouterr().out)["quads"] == 90
    assert (tmp_path / "small.pushed").is_dir()
    query = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert run(["query", "--endpoint", f"{fake.url}/query", "--kind", "sparql", query, "-o", "csv"]) == 0
    assert capsys.readouterr().out.split() == ["n", "90"]
    asked = len(fake.asked)
    assert run(["query", "--endpoint", f"{fake.url}/query", "--kind", "sparql", "SELECT *\n{ ?s ?p }"]) == 2
    assert "line 2" in capsys.readouterr().err
    assert len(fake.asked) == asked


@pytest.mark.parametrize(
    "call",
    [
        (["http://127.0.0.1:9", "--kind", "marklogic"], "no kind of store is called", 2),
        (["http://127.0.0.1:9", "--auth", "ntlm"], "there are basic, digest and bearer", 2),
        (["http://127.0.0.1:9", "--auth", "basic"], "needs --user", 2),
        (["http://127.0.0.1:9", "--user", "kg"], "set KG_PASSWORD", 2),
        (["http://127.0.0.1:9"], "does not answer", 4),
        (["http://127.0.0.1:9/rdf4j", "--kind", "rdf4j"], "name a repository", 2),
    ],
)
def test_wrong_calls(
    small: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    call: tuple[list[str], str, int],
) -> None:
    arguments, words, code = call
    monkeypatch.delenv("KG_PASSWORD", raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert run(["push", *arguments, "--store", str(tmp_path / "small")]) == code
    assert words in capsys.readouterr().err


def test_a_state_that_was_cut_short_or_is_none(tmp_path: Path) -> None:
    from kg.errors import InputError

    path = tmp_path / "state.jsonl"
    path.write_text('{"graph": "a", "hash": "1"}\n{"graph": "b", "ha', encoding="utf-8")
    assert State(path).graphs() == ["a"]
    path.write_text('not ours\n{"graph": "b", "hash": "2"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        State(path)


def test_a_state_is_one_line_a_graph(tmp_path: Path) -> None:
    state = State(tmp_path / "deep" / "state.jsonl")
    state.note("a", "1")
    state.note("a", "2")
    state.note("b", "3")
    state.note("b", None)
    assert State(tmp_path / "deep" / "state.jsonl").graphs() == ["a"]
    state.settle()
    assert (tmp_path / "deep" / "state.jsonl").read_text(encoding="utf-8").count("\n") == 1
    assert State(tmp_path / "deep" / "state.jsonl").get("a") == "2"


def test_who_can_read_on_the_way() -> None:
    def exposed(url: str, scheme: str = "basic") -> bool:
        client = Client(url, Credentials("kg", "x", scheme))
        client.close()
        return client.exposed

    assert exposed("http://store.example/")
    assert not exposed("https://store.example/")
    assert not exposed("http://localhost:3030/")
    assert not exposed("http://store.example/", "digest")


def test_small_graphs_go_together_where_the_store_takes_them_whole(
    fake: Fake, small: Store, state: State, graphs_at: Connect
) -> None:
    fuseki = PROFILES["fuseki"]
    addresses = endpoints(OXIGRAPH, fake.url)
    there = RemoteGraphs(graphs_at(fake.url, OXIGRAPH)._client, fuseki, addresses)
    found = plan(small, there, state)
    fake.faults = [500]
    with pytest.raises(NetworkError):
        push(small, there, state, send=found.send)
    assert state.graphs() == []
    assert push(small, there, state, send=found.send) == 90
    assert written(fake) == ["POST /update"] * 2
    assert check(small, there, fuseki, found.send) == ()


def test_batches_have_a_limit(fake: Fake, tmp_path: Path, state: State, graphs_at: Connect) -> None:
    local = store_of(tmp_path / "store", {"a": 3_000, "b": 3_000, "c": 1_000, "d": 6_000})
    there = RemoteGraphs(graphs_at(fake.url, OXIGRAPH)._client, PROFILES["fuseki"], endpoints(OXIGRAPH, fake.url))
    push(local, there, state, send=plan(local, there, state).send)
    assert written(fake) == ["PUT /store", "POST /update", "PUT /store"]
    assert check(local, there, PROFILES["fuseki"], state.graphs()) == ()


def test_an_address_that_answers_something_else(graphs_at: Connect) -> None:
    from http.server import BaseHTTPRequestHandler, HTTPServer
    from threading import Thread

    class Page(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(b"<html>Welcome</html>")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with HTTPServer(("127.0.0.1", 0), Page) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        with pytest.raises(NetworkError, match="not with SPARQL results"):
            graphs_at(f"http://127.0.0.1:{server.server_address[1]}/", PROFILES["sparql"]).counts(BASE)
        thread.join()
