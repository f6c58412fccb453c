"""Graphs in a remote store: list, read, replace whole, remove.

Graph Store Protocol: https://www.w3.org/TR/sparql11-http-rdf-update/ · Update: https://www.w3.org/TR/sparql11-update/
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import httpx
from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from kg.errors import NetworkError
from kg.push.capped import parts
from kg.push.client import Client
from kg.push.profiles import Endpoints, Profile
from kg.queries.sparql import literal

__all__ = ["ROWS", "TRIPLES", "RemoteGraphs"]

PAGE = 5_000
TRIPLES = "application/n-triples"
ROWS = "application/sparql-results+json"


class RemoteGraphs:
    """The named graphs of one store."""

    def __init__(self, client: Client, profile: Profile, endpoints: Endpoints) -> None:
        self._client = client
        self._profile = profile
        self._endpoints = endpoints
        self.batch = profile.batch if endpoints.update else 0
        """Triples up to which several graphs are sent at once."""

    def counts(self, space: str) -> dict[str, int]:
        """The number of triples of every graph whose IRI begins with `space`."""
        found: dict[str, int] = {}
        last = space
        while True:
            page = dict(self._count_page(space, last))
            found |= page
            if len(page) < PAGE:
                return found
            last = max(page)

    def _count_page(self, space: str, last: str) -> Iterator[tuple[str, int]]:
        rows = self.select(
            f"SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} "
            f"FILTER(STRSTARTS(STR(?g), {literal(space)}) && STR(?g) > {literal(last)}) }} "
            f"GROUP BY ?g ORDER BY ?g LIMIT {PAGE}"
        )
        for graph, number in rows:
            assert isinstance(graph, NamedNode)
            assert isinstance(number, Literal)
            yield graph.value, int(number.value)

    def select(self, query: str, parameters: Sequence[tuple[str, str]] = ()) -> QuerySolutions:
        """The rows of a SELECT."""
        results = self.results(query, parameters)
        assert isinstance(results, QuerySolutions)
        return results

    def results(self, query: str, parameters: Sequence[tuple[str, str]] = ()) -> QuerySolutions | QueryBoolean:
        """The answer to a SELECT or ASK."""
        found = self.ask(query, parameters, accept=ROWS)
        try:
            return parse_query_results(_with_words_for_booleans(found.content), format=QueryResultsFormat.JSON)
        except (SyntaxError, ValueError):
            raise NetworkError(
                f"{self._endpoints.query} answers, but not with SPARQL results: another address?"
            ) from None

    def ask(self, query: str, parameters: Sequence[tuple[str, str]] = (), *, accept: str) -> httpx.Response:
        """The answer to a query, by form, as every store takes it."""
        form: dict[str, list[str]] = {"query": [query]}
        for name, value in parameters:
            form.setdefault(name, []).append(value)
        answer = self._client.send("POST", self._endpoints.query, data=form, headers={"Accept": accept})
        if answer.is_error:
            raise NetworkError(f"{self._endpoints.query} does not answer a query: {_said(answer)}")
        if answer.headers.get("x-sparql-maxrows"):
            limit = answer.headers["x-sparql-maxrows"]
            raise NetworkError(f"{self._endpoints.query} cuts answers after {limit} rows: ask for less (LIMIT)")
        return answer

    def read(self, graph: NamedNode) -> list[Triple]:
        """All triples of a graph; none where it is not there."""
        if self._profile.most_rows is not None:
            return self._read_in_parts(graph, self._profile.most_rows)
        if not (self._profile.reads_graphs and self._endpoints.graph_store):
            query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
            return _triples(self.ask(query, accept=TRIPLES), graph)
        return self._read_whole(graph)

    def _read_in_parts(self, graph: NamedNode, limit: int) -> list[Triple]:
        rows = self.select(f"SELECT ?p (COUNT(*) AS ?n) {{ GRAPH {graph} {{ ?s ?p ?o }} }} GROUP BY ?p")
        counts = {p.value: int(n.value) for p, n in rows if isinstance(p, NamedNode) and isinstance(n, Literal)}
        if sum(counts.values()) < limit and self._endpoints.graph_store:
            return self._read_whole(graph)
        queries = parts(graph, counts, limit)
        return [triple for query in queries for triple in _triples(self.ask(query, accept=TRIPLES), graph)]

    def _read_whole(self, graph: NamedNode) -> list[Triple]:
        answer = self._client.send(
            "GET", self._endpoints.graph_store, params={"graph": graph.value}, headers={"Accept": TRIPLES}
        )
        if answer.status_code == 404:
            return []
        if answer.is_error:
            raise NetworkError(f"{graph.value} cannot be read back: {_said(answer)}")
        return _triples(answer, graph)

    def replace(self, graph: NamedNode, triples: Sequence[Triple]) -> None:
        """Makes `triples` all that a graph says; where that fails, it says what it said before."""
        if self._endpoints.graph_store:
            self._put(graph, triples)
        elif self._profile.moves and len(triples) > self._profile.largest_insert:
            self._move_in(graph, triples)
        else:
            self._update(f"DROP SILENT GRAPH {graph} ;\n{_insertion(graph, triples)}", graph)

    def replace_all(self, graphs: Sequence[tuple[NamedNode, Sequence[Triple]]]) -> None:
        """As `replace` for several graphs; in one step where the store does that well."""
        if len(graphs) == 1:
            self.replace(*graphs[0])
        elif graphs:
            operations = (f"DROP SILENT GRAPH {each} ;\n{_insertion(each, triples)}" for each, triples in graphs)
            self._update(" ;\n".join(operations), graphs[0][0])

    def remove(self, graph: NamedNode) -> None:
        """Drops a graph; none of that name is no error."""
        if not self._endpoints.graph_store:
            self._update(f"DROP SILENT GRAPH {graph}", graph)
            return
        answer = self._client.send("DELETE", self._endpoints.graph_store, params={"graph": graph.value})
        if answer.is_error and answer.status_code != 404:
            raise NetworkError(f"{graph.value} cannot be removed: {_said(answer)}")

    def _put(self, graph: NamedNode, triples: Sequence[Triple]) -> None:
        kind = RdfFormat.RDF_XML if self._has_long_literal(triples) else RdfFormat.N_TRIPLES
        body = serialize(triples, format=kind) or b""
        answer = self._client.send(
            "PUT",
            self._endpoints.graph_store,
            params={"graph": graph.value},
            content=body,
            headers={"Content-Type": kind.media_type},
        )
        if answer.is_error:
            raise NetworkError(f"{graph.value} is not taken: {_said(answer)}")

    def _has_long_literal(self, triples: Sequence[Triple]) -> bool:
        limit = self._profile.largest_literal
        literals = (triple.object for triple in triples if isinstance(triple.object, Literal))
        return limit is not None and any(len(each.value.encode("utf-8", "replace")) > limit for each in literals)

    def _move_in(self, graph: NamedNode, triples: Sequence[Triple]) -> None:
        beside, size = NamedNode(f"{graph.value}.part"), self._profile.largest_insert
        self._update(f"DROP SILENT GRAPH {beside}", graph)
        for start in range(0, len(triples), size):
            self._update(_insertion(beside, triples[start : start + size]), graph)
        # Once it has been moved there is nothing to move: a second try would fail.
        self._update(f"MOVE GRAPH {beside} TO GRAPH {graph}", graph, repeatable=False)

    def _update(self, update: str, graph: NamedNode, *, repeatable: bool = True) -> None:
        if not self._endpoints.update:
            raise NetworkError(f"{self._endpoints.query} has no address for updates: name one with --update-url")
        answer = self._client.send(
            "POST",
            self._endpoints.update,
            content=update.encode(),
            headers={"Content-Type": "application/sparql-update"},
            repeatable=repeatable,
        )
        if answer.is_error:
            raise NetworkError(f"{graph.value} is not taken: {_said(answer)}")


def _with_words_for_booleans(content: bytes) -> bytes:
    """Results in JSON with true and false for the 1 and 0 that some stores write, which mean the same."""
    if b"#boolean" not in content:
        return content
    document = json.loads(content)
    for row in document.get("results", {}).get("bindings", ()):
        for cell in row.values():
            if str(cell.get("datatype", "")).endswith("#boolean"):
                cell["value"] = {"1": "true", "0": "false"}.get(cell["value"], cell["value"])
    return json.dumps(document).encode()


def _triples(answer: httpx.Response, graph: NamedNode) -> list[Triple]:
    try:
        return [quad.triple for quad in parse(answer.content, format=RdfFormat.N_TRIPLES)]
    except SyntaxError as fault:
        raise NetworkError(f"{graph.value} comes back as something else than N-Triples: {fault.msg}") from None


def _insertion(graph: NamedNode, triples: Sequence[Triple]) -> str:
    lines = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()
    return f"INSERT DATA {{ GRAPH {graph} {{\n{lines}}} }}"


def _said(answer: httpx.Response) -> str:
    """The status and the first words of what the store says."""
    hint = " (a store that is only read, or another address?)" if answer.status_code in {404, 405, 501} else ""
    words = " ".join(answer.text.split()) if "html" not in answer.headers.get("content-type", "") else ""
    return f"HTTP {answer.status_code} {words[:200]}".strip() + hint
