"""The endpoint as an ASGI application: SPARQL 1.1 Protocol for queries, Graph Store Protocol for reading.

https://www.w3.org/TR/sparql11-protocol/ · https://www.w3.org/TR/sparql11-http-rdf-update/
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.serve.description import service_description
from kg.serve.negotiation import DATASETS, GRAPHS, ROWS, choose
from kg.serve.questions import GraphQuestion, QueryQuestion, Refusal
from kg.serve.workers import Workers

__all__ = ["application"]

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
LARGEST_REQUEST = 1_000_000
READ_ONLY = "this endpoint only reads: updates are refused"

Parameters = list[tuple[str, str]]
Handler = Callable[[Request], Awaitable[Response]]


def application(workers: Workers, *, graphs: Sequence[str], base: str, cors: Sequence[str] = ()) -> Starlette:
    """The endpoint over what the workers read; `graphs` are its named graphs, `cors` origins that browsers may use."""

    async def sparql(request: Request) -> Response:
        parameters = await _parameters(request)
        if not any(name == "query" for name, _ in parameters) and request.method in {"GET", "HEAD"}:
            return _described(request, graphs, base)
        question = _question(parameters, request.headers.get("accept", "*/*"))
        answer = await run_in_threadpool(workers.ask, question)
        return Response(answer.body, answer.status, media_type=answer.media)

    async def store(request: Request) -> Response:
        answer = await run_in_threadpool(workers.ask, _graph_question(request))
        return Response(answer.body, answer.status, media_type=answer.media)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> Any:
        yield
        workers.end()

    origins = [Middleware(CORSMiddleware, allow_origins=list(cors), allow_methods=["GET", "POST"])] if cors else []
    routes = [
        Route("/", sparql, methods=["GET", "POST"]),
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/query", sparql, methods=["GET", "POST"]),
        Route("/store", store, methods=["GET"]),
    ]
    return Starlette(routes=routes, middleware=origins, exception_handlers={Refusal: _refused}, lifespan=lifespan)


async def _refused(_: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refusal)
    return PlainTextResponse(f"{refusal.message}\n", refusal.status)


async def _parameters(request: Request) -> Parameters:
    """The parameters of the operation, from the address and, of a POST, from the body."""
    parameters = request.query_params.multi_items()
    if request.method == "POST":
        parameters += await _posted(request)
    if any(name == "update" for name, _ in parameters):
        raise Refusal(403, READ_ONLY)
    return parameters


async def _posted(request: Request) -> Parameters:
    media, charset = _content_type(request)
    body = await _body(request)
    if media == UPDATE:
        raise Refusal(403, READ_ONLY)
    if media not in {FORM, QUERY}:
        raise Refusal(415, f"a query is posted as {FORM} or {QUERY}, not as {media or 'nothing'}")
    if charset not in {"", "utf-8", "utf8"}:
        raise Refusal(415, f"a query is written in UTF-8, not in {charset}")
    try:
        words = body.decode("utf-8")
        return [("query", words)] if media == QUERY else _form(words)
    except UnicodeDecodeError:
        raise Refusal(400, "the body is not UTF-8") from None


def _form(words: str) -> Parameters:
    return parse_qsl(words, keep_blank_values=True, errors="strict")


def _content_type(request: Request) -> tuple[str, str]:
    media, *parameters = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
    charset = next((each[8:].strip('"') for each in parameters if each.startswith("charset=")), "")
    return media, charset


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_REQUEST:
            raise Refusal(413, f"a request may have {LARGEST_REQUEST // 1000} kB at most")
    return body


def _question(parameters: Parameters, accept: str) -> QueryQuestion:
    queries = [value for name, value in parameters if name == "query"]
    if len(queries) != 1:
        raise Refusal(400, f"one query is asked at a time; here are {len(queries)}")
    return QueryQuestion(
        text=queries[0],
        default_graphs=tuple(value for name, value in parameters if name == "default-graph-uri"),
        named_graphs=tuple(value for name, value in parameters if name == "named-graph-uri"),
        rows=choose(accept, tuple(ROWS)),
        graph=choose(accept, tuple(GRAPHS)),
    )


def _graph_question(request: Request) -> GraphQuestion:
    parameters = request.query_params
    accept = request.headers.get("accept", "*/*")
    graphs = parameters.getlist("graph")
    if len(graphs) + ("default" in parameters) > 1:
        raise Refusal(400, "one graph at a time: ?graph=IRI or ?default, or neither for all of them")
    whole = not graphs and "default" not in parameters
    media = choose(accept, tuple(DATASETS if whole else GRAPHS))
    if media is None:
        raise Refusal(406, f"there is: {', '.join(DATASETS if whole else GRAPHS)}")
    return GraphQuestion(None if whole else "".join(graphs), media)


def _described(request: Request, graphs: Sequence[str], base: str) -> Response:
    media = choose(request.headers.get("accept", "*/*"), tuple(GRAPHS)) or "text/turtle"
    url = str(request.url.replace(query="", path="/sparql"))
    return Response(service_description(url, graphs, base=base, media=media), media_type=media)
