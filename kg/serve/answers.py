"""Answers one question from a store opened to read; runs in a process of its own."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, serialize
from pyoxigraph import Store as Oxigraph

from kg.describe.iris import prefixes
from kg.errors import UsageError
from kg.queries.sparql import fault_of, keywords, refuse_writing
from kg.serve.negotiation import DATASETS, GRAPHS, ROWS
from kg.serve.questions import Answer, GraphQuestion, QueryQuestion, Refusal

__all__ = ["answer"]


class _TooLargeError(Exception):
    pass


class _Bounded(io.BytesIO):
    """Bytes in memory, up to a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._room = limit

    def write(self, data: Any) -> int:
        self._room -= len(data)
        if self._room < 0:
            raise _TooLargeError
        return super().write(data)


def answer(store: Oxigraph, question: QueryQuestion | GraphQuestion, *, base: str, limit: int) -> Answer:
    """The answer to a question in at most `limit` bytes; Refusal where there is none."""
    out = _Bounded(limit)
    try:
        media = (
            _query(store, question, base, out)
            if isinstance(question, QueryQuestion)
            else _graph(store, question, base, out)
        )
    except _TooLargeError:
        raise Refusal(
            500, f"refused: the answer is larger than {limit // 1_000_000} MB; ask for less (LIMIT)"
        ) from None
    return Answer(200, media, out.getvalue())


def _query(store: Oxigraph, question: QueryQuestion, base: str, out: _Bounded) -> str:
    results = _asked(store, question, base)
    if isinstance(results, QuerySolutions | QueryBoolean):
        media = _wanted(question.rows)
        if isinstance(results, QueryBoolean) and ROWS[media] in {QueryResultsFormat.CSV, QueryResultsFormat.TSV}:
            out.write(b"true\n" if results else b"false\n")
        else:
            results.serialize(out, format=ROWS[media])
        return media
    media = _wanted(question.graph)
    serialize(results, out, format=GRAPHS[media], prefixes=_prefixes(GRAPHS[media], base))
    return media


def _asked(store: Oxigraph, question: QueryQuestion, base: str) -> Any:
    try:
        refuse_writing(question.text)
    except UsageError as fault:
        raise Refusal(400, str(fault)) from None
    try:
        return store.query(question.text, prefixes=prefixes(base), **_dataset(question))
    except SyntaxError as fault:
        raise Refusal(400, str(fault_of(question.text, fault, prefixes=prefixes(base)))) from None


def _dataset(question: QueryQuestion) -> dict[str, Any]:
    """The graphs that are asked: those of the protocol, else those of the query, else all, their union by default."""
    if question.default_graphs or question.named_graphs:
        return {
            "default_graph": _nodes(question.default_graphs),
            "named_graphs": _nodes(question.named_graphs),
        }
    return {"use_default_graph_as_union": "FROM" not in keywords(question.text)}


def _nodes(iris: Iterable[str]) -> list[NamedNode]:
    try:
        return [NamedNode(iri) for iri in iris]
    except ValueError as fault:
        raise Refusal(400, f"not an IRI: {fault}") from None


def _graph(store: Oxigraph, question: GraphQuestion, base: str, out: _Bounded) -> str:
    if question.graph is None:
        kind = DATASETS[question.media]
        quads = store.quads_for_pattern(None, None, None, None)
        serialize(quads, out, format=kind, prefixes=_prefixes(kind, base))
        return question.media
    kind = GRAPHS[question.media]
    graph = _nodes([question.graph])[0] if question.graph else None
    if graph is not None and not store.contains_named_graph(graph):
        raise Refusal(404, f"no graph {question.graph} in this store")
    triples = (quad.triple for quad in store.quads_for_pattern(None, None, None, graph))
    serialize(triples, out, format=kind, prefixes=_prefixes(kind, base))
    return question.media


def _prefixes(kind: RdfFormat, base: str) -> dict[str, str]:
    return prefixes(base) if kind in {RdfFormat.TURTLE, RdfFormat.TRIG} else {}


def _wanted(media: str | None) -> str:
    if media is None:
        raise Refusal(
            406, f"none of the accepted formats can hold this answer; there are: {', '.join([*ROWS, *GRAPHS])}"
        )
    return media
