"""A read-only SPARQL endpoint over a store.

What is served is a copy of the moment at which it started (hard links where the disk has them, so it costs little):
builds do not disturb it, and the texts of the articles are not in it unless they were asked for.
"""

from __future__ import annotations

import signal
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import uvicorn
from pyoxigraph import NamedNode
from pyoxigraph import Store as Oxigraph
from starlette.applications import Starlette

from kg.describe.iris import Iris
from kg.errors import NetworkError
from kg.serve.application import application
from kg.serve.questions import Limits
from kg.serve.workers import Workers
from kg.store import Store

__all__ = ["Limits", "Offer", "endpoint", "serve"]


class Offer(NamedTuple):
    """What is served, to whom, and what it may cost."""

    with_text: bool = False
    cors: tuple[str, ...] = ()
    """Origins whose pages may ask; "*" is every page."""
    limits: Limits = Limits()
    processes: int = 2


DEFAULT = Offer()


def serve(
    path: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8040,
    offer: Offer = DEFAULT,
    ready: Callable[[str], None] = lambda url: None,
) -> None:
    """Serves the store at `path` until interrupted, and tells `ready` the address when it can be asked.

    StoreError where there is no store, NetworkError where the address is taken.
    """
    with endpoint(path, offer) as app, _listening(host, port) as listener:
        name = f"[{host}]" if ":" in host else host
        ready(f"http://{name}:{listener.getsockname()[1]}/sparql")
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        # Asked to stop by a signal, the server closes its connections and raises the signal again: an end like any.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])


@contextmanager
def endpoint(path: Path, offer: Offer = DEFAULT) -> Iterator[Starlette]:
    """The application over a copy of the store at `path`, which is removed at the end."""
    store = Store.reading(path)
    with tempfile.TemporaryDirectory(prefix=".kg-serve-", dir=_beside(path), ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "store"
        store.backup(copy)
        if not offer.with_text:
            _forget(copy, Iris(store.base).graph("texts"))
        graphs = [graph.value for graph in Store(Oxigraph.read_only(str(copy)), copy, store.base).graphs()]
        workers = Workers(copy, base=store.base, limits=offer.limits, count=offer.processes)
        try:
            yield application(workers, graphs=graphs, base=store.base, cors=offer.cors)
        finally:
            workers.end()


def _beside(path: Path) -> Path | None:
    """A folder on the same disk, where a copy is made of hard links; else wherever temporary files go."""
    parent = path.resolve().parent
    try:
        with tempfile.TemporaryFile(dir=parent):
            return parent
    except OSError:
        return None


def _forget(copy: Path, graph: NamedNode) -> None:
    database = Oxigraph(str(copy))
    database.remove_graph(graph)
    database.flush()


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.create_server((host, port), family=family)
    except OSError as fault:
        raise NetworkError(f"{host}:{port} cannot be served: {fault.strerror}; name another --port") from fault
    with listener:
        yield listener
