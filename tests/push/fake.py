"""A small triplestore of our own behind real HTTP: Graph Store Protocol, queries, updates, and faults on demand."""

from __future__ import annotations

import hashlib
import re
import threading
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from pyoxigraph import NamedNode, Quad, QueryResultsFormat, QueryTriples, RdfFormat, Store, parse, serialize

USER, PASSWORD, TOKEN = "kg", "grün:1", "t0ken"
REALM = 'Digest realm="r", nonce="n", qop="auth", algorithm=MD5'


class Fake(ThreadingHTTPServer):
    """The store, what was asked of it, and what it is to answer instead."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.data = Store()
        self.asked: list[str] = []
        """Method and path of every request."""
        self.faults: list[int] = []
        """The statuses of the next answers to requests that write; 0 breaks the connection."""
        self.headers: dict[str, str] = {}
        self.guard = ""
        """`basic`, `digest` or `bearer`."""
        self.hasty = False
        """Whether it cuts off a body that comes without credentials, as Virtuoso does."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Fake
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        parts = urlsplit(self.path)
        self.server.asked.append(f"{self.command} {parts.path}")
        if not self._known():
            if body and self.server.hasty:
                self.close_connection = True
                return self.connection.close()
            return self._answer(401, b"", {"www-authenticate": self._challenge()})
        writes = self.command in {"PUT", "DELETE"} or parts.path == "/update"
        if writes and self.server.faults:
            status = self.server.faults.pop(0)
            if status == 0:
                self.close_connection = True
                return self.connection.close()
            if status != 200:
                return self._answer(status, b"in words", self.server.headers)
        return self._operation(parts.path, parse_qs(parts.query, keep_blank_values=True), body)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = _serve  # noqa: N815

    def _operation(self, path: str, parameters: dict[str, list[str]], body: bytes) -> None:
        if self.command == "HEAD":
            return self._answer(200)
        if path == "/store":
            return self._graph(NamedNode(parameters["graph"][0]), body)
        if path == "/update":
            self.server.data.update(body.decode())
            return self._answer(204)
        if path == "/query":
            return self._query(parameters | parse_qs(body.decode(), keep_blank_values=True))
        return self._answer(404)

    def _graph(self, graph: NamedNode, body: bytes) -> None:
        data = self.server.data
        if self.command == "GET":
            triples = (quad.triple for quad in data.quads_for_pattern(None, None, None, graph))
            return self._answer(200, serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
        data.remove_graph(graph)
        if self.command == "PUT":
            kind = RdfFormat.from_media_type(self.headers["content-type"]) or RdfFormat.N_TRIPLES
            data.extend(Quad(q.subject, q.predicate, q.object, graph) for q in parse(body, format=kind))
        return self._answer(204)

    def _query(self, parameters: dict[str, list[str]]) -> None:
        if "query" not in parameters:
            return self._answer(400)
        default = [NamedNode(iri) for iri in parameters.get("default-graph-uri", ())]
        named = [NamedNode(iri) for iri in parameters.get("named-graph-uri", ())]
        dataset = {"default_graph": default, "named_graphs": named} if default or named else {}
        results = self.server.data.query(parameters["query"][0], **dataset)  # type: ignore[arg-type]
        if isinstance(results, QueryTriples):
            return self._answer(200, results.serialize(format=RdfFormat.N_TRIPLES) or b"")
        return self._answer(200, results.serialize(format=QueryResultsFormat.JSON) or b"", self.server.headers)

    def _answer(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _challenge(self) -> str:
        return {"basic": 'Basic realm="r"', "digest": REALM, "bearer": "Bearer"}[self.server.guard]

    def _known(self) -> bool:
        given = self.headers.get("authorization", "")
        match self.server.guard:
            case "basic":
                return given.startswith("Basic ") and b64decode(given[6:]).decode() == f"{USER}:{PASSWORD}"
            case "bearer":
                return given == f"Bearer {TOKEN}"
            case "digest":
                return given.startswith("Digest ") and self._digest(given)
        return True

    def _digest(self, given: str) -> bool:
        """RFC 7616 with MD5, as Virtuoso asks for it."""
        fields = {name: a or b for name, a, b in re.findall(r'(\w+)=(?:"([^"]*)"|([^,\s]+))', given)}
        who = _md5(f"{USER}:r:{PASSWORD}")
        what = _md5(f"{self.command}:{fields['uri']}")
        return fields["response"] == _md5(f"{who}:n:{fields['nc']}:{fields['cnonce']}:{fields['qop']}:{what}")


def _md5(words: str) -> str:
    return hashlib.md5(words.encode()).hexdigest()


@contextmanager
def answering() -> Iterator[Fake]:
    """A fake store that answers in a thread."""
    with Fake() as fake:
        thread = threading.Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield fake
        finally:
            fake.shutdown()
            thread.join()
