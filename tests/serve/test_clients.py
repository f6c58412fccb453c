"""Two clients that share no code with us or each other ask a server that runs as users run it."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.describe.iris import NAMESPACES
from tests.stores.artifacts import COMUNICA_PROGRAM

SAID = f"""PREFIX kg: <{NAMESPACES["kg"]}> PREFIX skos: <{NAMESPACES["skos"]}>
SELECT ?content ?name {{ ?s a kg:Statement ; kg:content ?content ; kg:speaker/skos:prefLabel ?name
FILTER(LANG(?name) = "de") }} ORDER BY ?content"""
ACTORS = f"PREFIX kg: <{NAMESPACES['kg']}> CONSTRUCT WHERE {{ ?a a kg:State ; kg:registered ?r }}"


@pytest.fixture(scope="module")
def address(served: Path) -> Iterator[str]:
    """`kg serve` in a process of its own, on a free port."""
    command = [sys.executable, "-m", "kg", "serve", "--store", str(served), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        assert "answers queries" in line, line
        yield line.split()[0]
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    assert not list(served.parent.glob(".kg-serve-*"))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_sparqlwrapper(address: str) -> None:
    from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

    client = SPARQLWrapper(address)
    client.setQuery(SAID)
    client.setReturnFormat(JSON)
    rows = client.queryAndConvert()["results"]["bindings"]
    assert {row["name"]["value"] for row in rows} == {"Russland", "Sprecher des Generalstabs"}
    client.setMethod(POST)
    assert client.queryAndConvert()["results"]["bindings"] == rows
    client.setReturnFormat(XML)
    assert len(client.queryAndConvert().getElementsByTagName("result")) == len(rows)
    client.setReturnFormat(CSV)
    assert len(list(csv.reader(io.StringIO(client.queryAndConvert().decode())))) == len(rows) + 1
    client.setQuery(ACTORS)
    client.setReturnFormat(TURTLE)
    assert client.queryAndConvert().decode().count("kg:State") == 3


def test_comunica(address: str) -> None:
    if not COMUNICA_PROGRAM.exists():
        message = "Comunica is not installed: make stores"
        pytest.fail(message) if os.environ.get("KG_STORES") == "required" else pytest.skip(message)
    found = asked(address, SAID, "text/csv")
    rows = list(csv.DictReader(io.StringIO(found)))
    assert {row["name"] for row in rows} == {"Russland", "Sprecher des Generalstabs"}
    assert any("Wir haben keine Kenntnis" in row["content"] for row in rows)
    assert asked(address, ACTORS, "application/n-triples").count("#State>") == 3


def asked(address: str, query: str, media: str) -> str:
    command = [str(COMUNICA_PROGRAM), f"sparql@{address}", "--query", query, "--outputType", media]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    return done.stdout
