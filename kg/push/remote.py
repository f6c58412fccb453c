"""A remote store that answers queries as the embedded one does: over the union of all its graphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import (
    QueryBoolean,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
)
from pyoxigraph import Store as Oxigraph

from kg.push.client import Client
from kg.push.graphs import TRIPLES, RemoteGraphs
from kg.push.profiles import Endpoints, Parameters, Profile
from kg.queries.sparql import keywords, with_prefixes

__all__ = ["RemoteStore"]

GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"


class RemoteStore:
    """The queries of one store; `base` is the namespace of the data that it holds."""

    def __init__(self, client: Client, profile: Profile, endpoints: Endpoints, *, base: str) -> None:
        self._profile = profile
        self._graphs = RemoteGraphs(client, profile, endpoints)
        self._union: Parameters | None = None
        self.base = base

    def query(
        self, query: str, *, prefixes: Mapping[str, str] | None = None
    ) -> QuerySolutions | QueryBoolean | list[Triple]:
        """The answer to a query; SyntaxError where it is malformed, NetworkError where the store refuses it."""
        # A malformed query is told in the same words for every store, with the place, before anything is asked.
        Oxigraph().query(query, prefixes=dict(prefixes or {}))
        text = with_prefixes(query, prefixes or {})
        words = keywords(text)
        parameters = () if "FROM" in words else self._parameters(named="GRAPH" in words)
        if words & {"CONSTRUCT", "DESCRIBE"} and "SELECT" not in words - {"CONSTRUCT", "DESCRIBE"}:
            answer = self._graphs.ask(text, parameters, accept=TRIPLES)
            return [quad.triple for quad in parse(answer.content, format=RdfFormat.N_TRIPLES)]
        return self._graphs.results(text, parameters)

    def rows(self, query: str, *, prefixes: Mapping[str, str] | None = None) -> Iterator[dict[str, str]]:
        """The rows of a SELECT as plain words, an unbound variable as ""."""
        found = self.query(query, prefixes=prefixes)
        assert isinstance(found, QuerySolutions)
        names = [variable.value for variable in found.variables]
        return ({name: getattr(row[name], "value", "") for name in names} for row in found)

    def _parameters(self, *, named: bool) -> Parameters:
        """What makes the default graph the union of all graphs, with every graph to be named where the query does."""
        union = self._profile.union
        if union is None:
            return self._named("default-graph-uri") + (self._named("named-graph-uri") if named else ())
        # A default graph that is given by the protocol hides all named graphs that are not.
        hides = named and any(name == "default-graph-uri" for name, _ in union)
        return union + (self._named("named-graph-uri") if hides else ())

    def _named(self, parameter: str) -> Parameters:
        if self._union is None:
            rows = self._graphs.select(GRAPHS)
            self._union = tuple(sorted(("", str(graph).strip("<>")) for (graph,) in rows))
        return tuple((parameter, graph) for _, graph in self._union)
