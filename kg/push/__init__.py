"""A store's graphs → a remote triplestore, one named graph at a time, each replaced whole; then they are read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import NamedNode, Triple

from kg.canonical import fingerprint
from kg.describe.iris import Iris
from kg.push.client import Client, Credentials, Patience
from kg.push.compare import difference
from kg.push.detect import detect
from kg.push.graphs import RemoteGraphs
from kg.push.profiles import PROFILES, Endpoints, Profile, endpoints
from kg.push.state import State
from kg.store import Store

__all__ = [
    "PROFILES",
    "Client",
    "Credentials",
    "Difference",
    "Endpoints",
    "Patience",
    "Plan",
    "Profile",
    "RemoteGraphs",
    "State",
    "check",
    "detect",
    "endpoints",
    "plan",
    "push",
]


Sent = tuple[str, list[Triple]]


class Plan(NamedTuple):
    """What a push will do, by IRI of graph."""

    send: tuple[str, ...]
    """New or changed here, or not there as it was sent."""
    keep: tuple[str, ...]
    """There already."""
    gone: tuple[str, ...]
    """There, and of our namespace, but no longer here."""


class Difference(NamedTuple):
    """A graph that came back other than it went."""

    graph: str
    reason: str


def plan(store: Store, remote: RemoteGraphs, state: State, *, with_text: bool = False) -> Plan:
    """What is to be sent: every graph that the state does not know by its present hash, or whose count is another."""
    hidden = "" if with_text else Iris(store.base).graph("texts").value
    here = [graph.value for graph in store.graphs() if graph.value != hidden]
    counts = remote.counts(f"{store.base}graph/")
    send: list[str] = []
    keep: list[str] = []
    for graph in here:
        triples = _triples(store, graph)
        same = counts.get(graph) == len(triples) and state.get(graph) == fingerprint(triples)
        (keep if same else send).append(graph)
    return Plan(tuple(send), tuple(keep), tuple(sorted(counts.keys() - set(here))))


def push(store: Store, remote: RemoteGraphs, state: State, *, send: Iterable[str], remove: Iterable[str] = ()) -> int:
    """Sends and removes graphs, by IRI; gives the number of quads sent.

    NetworkError where the store stops taking graphs; what it took is in the state, and the next push goes on there.
    """
    quads = 0
    for batch in _batches(((graph, _triples(store, graph)) for graph in send), remote.batch):
        remote.replace_all([(NamedNode(graph), triples) for graph, triples in batch])
        for graph, triples in batch:
            state.note(graph, fingerprint(triples))
            quads += len(triples)
    for graph in remove:
        remote.remove(NamedNode(graph))
        state.note(graph, None)
    state.settle()
    return quads


def check(store: Store, remote: RemoteGraphs, profile: Profile, graphs: Iterable[str]) -> tuple[Difference, ...]:
    """Reads graphs back and compares: their counts first, then, one by one, their canonical forms."""
    counts = remote.counts(f"{store.base}graph/")
    found = []
    for graph in graphs:
        ours = _triples(store, graph)
        theirs = remote.read(NamedNode(graph))
        reason = difference(ours, theirs, profile)
        if not reason and counts.get(graph, 0) != len(ours):
            reason = f"the store counts {counts.get(graph, 0)} triples, {len(ours)} were sent"
        if reason:
            found.append(Difference(graph, reason))
    return tuple(found)


def _triples(store: Store, graph: str) -> list[Triple]:
    return [quad.triple for quad in store.quads(NamedNode(graph))]


def _batches(graphs: Iterable[Sent], limit: int) -> Iterator[list[Sent]]:
    """Graphs one by one, or as many together as have no more triples than `limit`."""
    batch: list[Sent] = []
    size = 0
    for graph, triples in graphs:
        if batch and size + len(triples) > limit:
            yield batch
            batch, size = [], 0
        batch.append((graph, triples))
        size += len(triples)
    if batch:
        yield batch
