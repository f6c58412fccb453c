from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from kg.serve import Limits, Offer, endpoint
from kg.store import Store
from tests.export.conftest import BASE, fill


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk with three articles, the registry, the ontology, a run and the texts."""
    path = tmp_path_factory.mktemp("served") / "store"
    fill(Store.writing(path, base=BASE), base=BASE).flush()
    return path


@contextmanager
def asking(path: Path, offer: Offer) -> Iterator[httpx.Client]:
    """A client of a real server in a thread."""
    with endpoint(path, offer) as app, socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            address = f"http://127.0.0.1:{listener.getsockname()[1]}"
            with httpx.Client(base_url=address, trust_env=False, timeout=30) as client:
                yield client
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def client(served: Path) -> Iterator[httpx.Client]:
    """A client of an endpoint with narrow limits."""
    with asking(served, Offer(limits=Limits(seconds=3.0, megabytes=0.5), processes=1)) as found:
        yield found
