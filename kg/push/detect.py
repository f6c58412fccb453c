"""Finds out what kind of store answers at an address."""

from __future__ import annotations

import httpx

from kg.push.client import Client

__all__ = ["detect"]


def detect(client: Client, url: str) -> str:
    """The name of the profile of the store at `url`: by its headers, else by an address that only it has.

    NetworkError where nothing answers.
    """
    answer = _get(client, url, {"query": "ASK {}"})
    server = answer.headers.get("server", "").lower()
    if "virtuoso" in server:
        return "virtuoso"
    if "oxigraph" in server:
        return "oxigraph"
    if "fuseki-request-id" in answer.headers or "fuseki" in server:
        return "fuseki"
    if "/repositories/" in url:
        root = url.partition("/repositories/")[0]
        return "graphdb" if _get(client, f"{root}/rest/repositories", {}).status_code in {200, 401, 403} else "rdf4j"
    statistics = _get(client, url, {"cmd": "stats"}).text
    if '"name-index"' in statistics or '"git-hash-index"' in statistics:
        return "qlever"
    return "sparql"


def _get(client: Client, url: str, parameters: dict[str, str]) -> httpx.Response:
    return client.send("GET", url, params=parameters)
