"""What each kind of store does well, and where its addresses are. Measured in `docs/triplestores.md`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from kg.errors import UsageError

__all__ = ["PROFILES", "Endpoints", "Parameters", "Profile", "endpoints"]

Parameters = tuple[tuple[str, str], ...]


class Endpoints(NamedTuple):
    """The addresses of a store; an empty one is not there."""

    query: str
    update: str = ""
    graph_store: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One kind of store."""

    name: str
    found: Callable[[str], Endpoints]
    """The addresses, from the one that the user names."""
    largest_insert: int = 10_000
    """Triples in one INSERT DATA; a larger graph goes into a graph beside it and is moved."""
    batch: int = 0
    """Triples up to which several graphs go in one update, where the store carries that out whole or not at all."""
    moves: bool = True
    """Whether it knows MOVE; else a graph is sent in one update however large it is."""
    largest_literal: int | None = None
    """Bytes of a literal that it takes as N-Triples; a graph with a longer one is sent as RDF/XML."""
    most_rows: int | None = None
    """Rows or triples after which it cuts an answer in silence."""
    reads_graphs: bool = True
    """Whether its Graph Store Protocol gives whole graphs back; else they are asked for by CONSTRUCT."""
    union: Parameters | None = ()
    """Parameters that make the default graph of a query the union of all graphs; () where it is that already, None
    where only naming every graph does it."""
    normalises: frozenset[str] = frozenset()
    """Local names of XSD datatypes whose literals it writes in another way with the same value."""


def _at(url: str, *paths: str) -> Endpoints:
    base = url.rstrip("/")
    return Endpoints(*(f"{base}{path}" for path in paths))


def _fuseki(url: str) -> Endpoints:
    base = url.rstrip("/").removesuffix("/query").removesuffix("/sparql").removesuffix("/data").removesuffix("/update")
    return _at(base, "/query", "/update", "/data")


def _virtuoso(url: str) -> Endpoints:
    return _at(url.rstrip("/").removesuffix("/sparql"), "/sparql", "/sparql-auth", "/sparql-graph-crud-auth")


def _rdf4j(url: str) -> Endpoints:
    if "/repositories/" not in url:
        raise UsageError(f"{url} is a server: name a repository of it, as in {url.rstrip('/')}/repositories/NAME")
    return _at(url.removesuffix("/statements"), "", "/statements", "/rdf-graphs/service")


def _oxigraph(url: str) -> Endpoints:
    return _at(url.rstrip("/").removesuffix("/query").removesuffix("/store"), "/query", "/update", "/store")


def _qlever(url: str) -> Endpoints:
    return Endpoints(url, url)


def _sparql(url: str) -> Endpoints:
    return Endpoints(url)


PROFILES = {
    profile.name: profile
    for profile in (
        Profile(name="fuseki", found=_fuseki, batch=5_000, union=(("default-graph-uri", "urn:x-arq:UnionGraph"),)),
        Profile(
            name="virtuoso",
            found=_virtuoso,
            largest_insert=1_000,
            largest_literal=50_000,
            most_rows=10_000,
            normalises=frozenset({"boolean", "integer", "decimal", "dateTime"}),
        ),
        Profile(name="rdf4j", found=_rdf4j),
        Profile(name="graphdb", found=_rdf4j),
        Profile(
            name="oxigraph",
            found=_oxigraph,
            union=(("union-default-graph", ""),),
            normalises=frozenset({"boolean", "integer", "decimal"}),
        ),
        Profile(
            name="qlever",
            found=_qlever,
            moves=False,
            reads_graphs=False,
            normalises=frozenset({"boolean", "integer", "decimal", "date", "dateTime"}),
        ),
        Profile(name="sparql", found=_sparql, union=None),
    )
}
"""The kinds of store by name; `sparql` is any other."""


def endpoints(profile: Profile, url: str, *, update: str = "", graph_store: str = "") -> Endpoints:
    """The addresses of the store at `url`, with those that the user names instead."""
    found = profile.found(url)
    return Endpoints(found.query, update or found.update, graph_store or found.graph_store)
