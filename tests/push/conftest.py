from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.derive import derive
from kg.describe.iris import BASE, Iris, kg, term
from kg.push import Client, Credentials, Patience, RemoteGraphs, State, endpoints
from kg.store import Store
from tests.export.conftest import fill

EDTF = term("edtf", "EDTF")
DATES = ("2024-10-28", "2024-10", "2023", "2024-10-21/2024-10-22", "../2024-01", "2024?")
WORDS = "„Größe {n}“ \"ß\\ü\" 'so'\nneu\t– 🙂 {name}"
NOBODY = Credentials()
QUICK = Patience(tries=3, first_wait=0.01, timeout=60.0)


def article_quads(name: str, size: int) -> list[Quad]:
    """`size` quads about one article, with letters, quotation marks and partial dates of every kind."""
    iris = Iris(BASE)
    graph, article = iris.article_graph(name), iris.article(name)
    quads = [Quad(article, term("rdf", "type"), kg("Article"), graph)]
    number = 0
    while len(quads) < size:
        node = iris.minted("statement", name, number)
        values = (
            (term("rdf", "type"), kg("Statement")),
            (kg("inArticle"), article),
            (kg("content"), Literal(WORDS.format(n=number, name=name), language="de")),
            (kg("contentStart"), Literal(number * 10)),
            (kg("certainty"), Literal("0.9", datatype=term("xsd", "decimal"))),
            (kg("saidOn"), Literal(DATES[number % len(DATES)], datatype=EDTF)),
            (kg("saidOnEarliest"), Literal("2024-10-01", datatype=term("xsd", "date"))),
            (kg("speaker"), iris.actor(f"x-person-{number % 50}")),
            (kg("registered"), Literal(number % 2 == 0)),
            (term("prov", "startedAtTime"), Literal("2024-10-28T10:00:00Z", datatype=term("xsd", "dateTime"))),
        )
        quads += [Quad(node, property_, value, graph) for property_, value in values]
        number += 1
    return quads[:size]


def store_of(path: Path, sizes: dict[str, int]) -> Store:
    """A store on disk with one graph for each name, of so many quads."""
    store = Store.writing(path, base=BASE)
    for name, size in sizes.items():
        quads = article_quads(name, size)
        assert isinstance(quads[0].graph_name, NamedNode)
        store.replace(quads[0].graph_name, quads)
    store.flush()
    return store


@pytest.fixture
def local(tmp_path: Path) -> Store:
    """Three articles with every kind of fact, what follows from them, registry, ontology, a run and the texts."""
    store = fill(Store.writing(tmp_path / "store", base=BASE), base=BASE)
    store.replace(Iris(BASE).graph("derived"), list(derive(store.quads(), base=BASE)))
    store.flush()
    return store


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path / "state.jsonl")


@pytest.fixture
def clients() -> Iterator[Callable[..., Client]]:
    """Makes clients without much patience, and ends them."""
    with ExitStack() as opened:

        def client(url: str, credentials: Credentials = NOBODY) -> Client:
            made = Client(url, credentials, patience=QUICK)
            opened.callback(made.close)
            return made

        yield client


@pytest.fixture
def graphs_at(clients: Callable[..., Client]) -> Callable[..., RemoteGraphs]:
    """The graphs of the store of a kind at an address."""
    return lambda url, profile, credentials=NOBODY: RemoteGraphs(
        clients(url, credentials), profile, endpoints(profile, url)
    )
