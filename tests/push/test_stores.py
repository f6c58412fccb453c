"""Every way of `kg push` and `kg query --endpoint` against the real stores (`make stores` installs them)."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions

from kg.cli import run
from kg.describe.iris import BASE, Iris, prefixes
from kg.errors import NetworkError
from kg.push import PROFILES, Client, Credentials, RemoteGraphs, State, check, detect, plan, push
from kg.push.profiles import endpoints
from kg.push.remote import RemoteStore
from kg.queries import NamedQuery, bind, named_queries
from kg.store import Store
from tests.push.conftest import article_quads, store_of
from tests.stores.servers import NAMES, PASSWORD, USER, Options, Server, available, running

pytestmark = pytest.mark.stores

Connect = Callable[..., RemoteGraphs]
CREDENTIALS = Credentials(USER, PASSWORD)
RUNS = [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in NAMES]
GUARDED = [each for each in RUNS if each.values != ("oxigraph",)]


def needs(name: str) -> None:
    if not available(name):
        message = f"{name} is not installed: make stores"
        pytest.fail(message) if os.environ.get("KG_STORES") == "required" else pytest.skip(message)


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Server]]:
    """The stores that this process has started so far, each once."""
    from contextlib import ExitStack

    with ExitStack() as opened:

        class Started(dict[str, Server]):
            def __missing__(self, name: str) -> Server:
                self[name] = opened.enter_context(running(name, tmp_path_factory.mktemp(name)))
                return self[name]

        yield Started()


@pytest.fixture
def server(name: str, servers: dict[str, Server], graphs_at: Connect) -> Server:
    """The store of that name, with nothing of ours in it."""
    needs(name)
    found = servers[name]
    there = graphs_at(found.url, PROFILES[name], CREDENTIALS)
    for graph in there.counts(BASE):
        there.remove(NamedNode(graph))
    return found


def called(server: Server, *arguments: str) -> list[str]:
    return ["push", server.url, "--user", USER, *arguments]


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_PASSWORD", PASSWORD)


def pushed(server: Server, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, object]]:
    """Exit code and summary of `kg push`."""
    code = run(called(server, "--json", *arguments))
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("name", RUNS)
def test_push_read_back_push_again(
    server: Server, name: str, local: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ("--store", str(tmp_path / "store"))
    code, first = pushed(server, capsys, *store)
    assert (code, first["kind"], len(first["sent"]), first["differences"]) == (0, name, 7, [])
    code, again = pushed(server, capsys, *store)
    assert (code, again["sent"], len(again["kept"]), again["quads"]) == (0, [], 7, 0)
    graph = Iris(BASE).article_graph("a1")
    local.replace(graph, article_quads("a1", 50))
    local.remove(Iris(BASE).article_graph("seoul-2"))
    local.flush()
    code, dry = pushed(server, capsys, *store, "--dry-run", "--prune")
    assert (code, dry["sent"], dry["quads"]) == (0, [graph.value], 0)
    assert pushed(server, capsys, *store, "--dry-run")[1] == dry
    code, changed = pushed(server, capsys, *store, "--prune")
    assert (code, changed["sent"], changed["removed"]) == (0, [graph.value], 1)
    assert changed["gone"] == [Iris(BASE).article_graph("seoul-2").value]
    assert pushed(server, capsys, *store)[1]["gone"] == []


@pytest.mark.parametrize("name", RUNS)
def test_texts_go_only_when_told(
    server: Server, name: str, local: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], graphs_at: Connect
) -> None:
    texts = Iris(BASE).graph("texts").value
    pushed(server, capsys, "--store", str(tmp_path / "store"))
    there = graphs_at(server.url, PROFILES[name], CREDENTIALS)
    assert texts not in there.counts(BASE)
    code, report = pushed(server, capsys, "--store", str(tmp_path / "store"), "--with-text")
    assert (code, report["sent"]) == (0, [texts])


VALUES = {"actor": "south-korea", "place": "kursk", "words": "Soldaten", "day": "2024-10-28", "date": "2024-10-28"}


def filled_in(query: NamedQuery) -> str:
    """A shipped query with some value for what must be given."""
    base = {"actor": f"{BASE}actor/south-korea", "iri": f"{BASE}article/a1", "integer": "1", "date": "2024-10-28"}
    needed = [parameter for parameter in query.parameters if parameter.default is None]
    values = {parameter.name: base.get(parameter.type, "Soldaten") for parameter in needed}
    return bind(query, values, find_actor=lambda name: name, prefixes=prefixes(BASE))


def rows(results: object) -> list[list[str]]:
    """The rows of an answer, in order of their text; numbers without their type, which aggregates lose."""
    assert isinstance(results, QuerySolutions)
    return sorted([[_cell(term) for term in row] for row in results])


def _cell(term: object) -> str:
    if isinstance(term, Literal) and not term.language and "EDTF" not in term.datatype.value:
        # In which order a store joins the values of a group is its own affair.
        parts = sorted(re.split(r" ?[,;|] ?", term.value))
        return " ".join(parts)
    return str(term)


@pytest.mark.parametrize("name", RUNS)
def test_every_named_query_answers_as_the_embedded_store(
    server: Server, name: str, local: Store, state: State, graphs_at: Connect, clients: Callable[..., Client]
) -> None:
    there = graphs_at(server.url, PROFILES[name], CREDENTIALS)
    push(local, there, state, send=plan(local, there, state).send)
    client = clients(server.url, CREDENTIALS)
    remote = RemoteStore(client, PROFILES[name], endpoints(PROFILES[name], server.url), base=BASE)
    embedded = Store.in_memory(
        (quad for graph in local.graphs() if not graph.value.endswith("/texts") for quad in local.quads(graph)),
        base=BASE,
    )
    answered, other = 0, []
    for query in named_queries().values():
        text = filled_in(query)
        ours = rows(embedded.query(text, prefixes=prefixes(BASE)))
        answered += bool(ours)
        if rows(remote.query(text, prefixes=prefixes(BASE))) != ours:
            other.append(query.name)
    assert not other
    assert answered > 15


@pytest.mark.parametrize("name", RUNS)
def test_killed_in_the_middle_and_resumed(name: str, tmp_path: Path, graphs_at: Connect) -> None:
    needs(name)
    local = store_of(tmp_path / "store", {f"many-{number}": 400 for number in range(30)})
    state = State(tmp_path / "state.jsonl")
    with running(name, tmp_path / "server") as server:
        there = graphs_at(server.url, PROFILES[name], CREDENTIALS)

        def interrupted(graphs: tuple[str, ...]) -> Iterator[str]:
            for number, graph in enumerate(graphs):
                if number == 15:
                    server.kill()
                yield graph

        with pytest.raises(NetworkError, match="does not answer"):
            push(local, there, state, send=interrupted(plan(local, there, state).send))
        server.start()
        there = graphs_at(server.url, PROFILES[name], CREDENTIALS)
        known = State(tmp_path / "state.jsonl")
        assert 10 <= len(known.graphs()) <= 15
        rest = plan(local, there, known)
        # Virtuoso may forget what it took last when it is killed: that is seen, and sent again.
        assert set(rest.keep) <= set(known.graphs())
        assert name == "virtuoso" or len(rest.keep) == len(known.graphs())
        push(local, there, known, send=rest.send)
        assert plan(local, there, known).send == ()
        assert check(local, there, PROFILES[name], [graph.value for graph in local.graphs()]) == ()


@pytest.mark.parametrize("name", RUNS)
def test_a_graph_of_100_000_quads(server: Server, name: str, tmp_path: Path, state: State, graphs_at: Connect) -> None:
    local = store_of(tmp_path / "large", {"large": 100_000})
    there = graphs_at(server.url, PROFILES[name], CREDENTIALS)
    assert push(local, there, state, send=plan(local, there, state).send) == 100_000
    assert check(local, there, PROFILES[name], [graph.value for graph in local.graphs()]) == ()


@pytest.mark.parametrize("name", RUNS)
def test_a_long_literal(server: Server, name: str, state: State, tmp_path: Path, graphs_at: Connect) -> None:
    local = store_of(tmp_path / "store", {"long": 11})
    graph = Iris(BASE).article_graph("long")
    quads = article_quads("long", 10)
    long = quads[0].subject
    local.replace(graph, [*quads, Quad(long, NamedNode(f"{BASE}p"), Literal("ä\n" * 100_000), graph)])
    there = graphs_at(server.url, PROFILES[name], CREDENTIALS)
    push(local, there, state, send=[graph.value])
    assert check(local, there, PROFILES[name], [graph.value]) == ()


@pytest.mark.parametrize("name", RUNS)
def test_what_somebody_changed_there_is_seen(
    server: Server, name: str, tmp_path: Path, state: State, graphs_at: Connect
) -> None:
    local = store_of(tmp_path / "store", {"one": 30, "two": 30})
    there = graphs_at(server.url, PROFILES[name], CREDENTIALS)
    push(local, there, state, send=plan(local, there, state).send)
    one, two = local.graphs()
    there.replace(one, [quad.triple for quad in article_quads("one", 29)])
    assert plan(local, there, state).send == (one.value,)
    swapped = [quad.triple for quad in article_quads("other", 30)]
    there.replace(two, swapped)
    (first, second) = check(local, there, PROFILES[name], [one.value, two.value])
    assert "1 triples missing" in first.reason
    assert "that are not ours" in second.reason


@pytest.mark.parametrize("name", RUNS)
def test_it_is_known_by_asking(server: Server, name: str, clients: Callable[..., Client]) -> None:
    assert detect(clients(server.url, CREDENTIALS), server.url) == name


@pytest.mark.parametrize("name", GUARDED)
def test_a_wrong_password(
    server: Server,
    name: str,
    local: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("KG_PASSWORD", "open sesame")
    assert run(called(server, "--kind", name, "--store", str(tmp_path / "store"))) == 4
    told = capsys.readouterr().err
    assert "does not accept these credentials" in told
    assert "open sesame" not in told
    monkeypatch.delenv("KG_PASSWORD")
    assert run(["push", server.url, "--kind", name, "--store", str(tmp_path / "store")]) == 4
    assert "asks who you are" in capsys.readouterr().err


@pytest.mark.parametrize("name", RUNS)
def test_a_wrong_address(
    server: Server, name: str, local: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {"rdf4j": server.url + "-nowhere", "fuseki": server.url + "-nowhere"}.get(name, server.url + "/nowhere")
    assert run(["push", wrong, "--kind", name, "--user", USER, "--store", str(tmp_path / "store")]) == 4
    assert re.search("does not answer a query: HTTP 40[45]", capsys.readouterr().err)


@pytest.mark.parametrize("name", [each for each in RUNS if each.values != ("rdf4j",)])
def test_a_store_that_is_only_read(name: str, local: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    needs(name)
    with running(name, tmp_path / "server", Options(read_only=True)) as server:
        assert run(called(server, "--store", str(tmp_path / "store"))) == 4
    told = capsys.readouterr().err
    assert any(words in told for words in ("only read", "does not let this user", "credentials"))


@pytest.mark.parametrize("name", [each for each in RUNS if each.values == ("rdf4j",)])
def test_a_store_that_is_full(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    needs(name)
    local = store_of(tmp_path / "store", {"small": 30})
    graph = Iris(BASE).article_graph("large")
    long = (Quad(graph, NamedNode(f"{BASE}p"), Literal(f"{number}ä" * 100_000), graph) for number in range(100, 160))
    local.replace(graph, list(long))
    local.flush()
    # Room for the application and a little more, but not for that.
    with running(name, tmp_path / "server", Options(largest_file=16_000_000)) as server:
        assert run(called(server, "--store", str(tmp_path / "store"))) == 4
        there = RemoteGraphs(Client(server.url, CREDENTIALS), PROFILES[name], endpoints(PROFILES[name], server.url))
        assert graph.value not in there.counts(BASE)
    assert "article-large is not taken: HTTP 500" in capsys.readouterr().err
