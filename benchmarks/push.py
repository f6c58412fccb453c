"""How fast the real stores take and give back 100,000 quads: in one graph, and in 440 graphs.

python -m benchmarks.push [NAME…]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from pyoxigraph import NamedNode

from kg.describe.iris import BASE
from kg.push import PROFILES, Client, Credentials, RemoteGraphs, State, check, endpoints, plan, push
from tests.push.conftest import store_of
from tests.stores.servers import NAMES, PASSWORD, USER, available, running

SHAPES = {"one": {"large": 100_000}, "many": {f"many-{number}": 227 for number in range(440)}}


def main(names: list[str]) -> None:
    print("| store | graphs | quads/s there | quads/s back |\n|---|---:|---:|---:|")
    for name in names or NAMES:
        if available(name):
            with tempfile.TemporaryDirectory() as folder:
                measure(name, Path(folder))


def measure(name: str, folder: Path) -> None:
    profile = PROFILES[name]
    with running(name, folder / "server") as server:
        client = Client(server.url, Credentials(USER, PASSWORD))
        there = RemoteGraphs(client, profile, endpoints(profile, server.url))
        for shape, sizes in SHAPES.items():
            local = store_of(folder / shape, sizes)
            state = State(folder / f"{shape}.jsonl")
            start = time.perf_counter()
            quads = push(local, there, state, send=plan(local, there, state).send)
            sent = time.perf_counter()
            graphs = [graph.value for graph in local.graphs()]
            assert check(local, there, profile, graphs) == ()
            back = time.perf_counter()
            print(
                f"| {name} | {len(graphs)} | {quads / (sent - start):,.0f} | {quads / (back - sent):,.0f} |", flush=True
            )
            for graph in there.counts(BASE):
                there.remove(NamedNode(graph))
        client.close()


if __name__ == "__main__":
    main(sys.argv[1:])
