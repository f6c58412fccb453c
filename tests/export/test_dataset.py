from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from kg.describe.iris import BASE, kg, term
from kg.errors import InputError, UsageError
from kg.export import Selection, export, export_dataset
from kg.export.dataset import dataset_description
from kg.rdffile import read_rdf
from kg.store import Store

DATASET = NamedNode(f"{BASE}dataset/graph")


def value(quads: list[Quad], subject: NamedNode, property_: NamedNode) -> str:
    (found,) = [quad.object.value for quad in quads if (quad.subject, quad.predicate) == (subject, property_)]
    return str(found)


def test_the_counts_are_those_of_the_export(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "graph.nq", selection=Selection())
    exported = list(read_rdf(tmp_path / "graph.nq"))
    described = dataset_description(store).quads
    assert value(described, DATASET, term("void", "triples")) == str(len(exported))
    assert value(described, DATASET, term("void", "distinctSubjects")) == str(len({q.subject for q in exported}))
    assert value(described, DATASET, term("void", "properties")) == str(len({q.predicate for q in exported}))
    statements = next(q.subject for q in described if q.object == kg("Statement"))
    assert value(described, statements, term("void", "entities")) == "6"


def test_every_graph_with_its_source(store: Store) -> None:
    quads = dataset_description(store).quads
    graph = NamedNode(f"{BASE}graph/article-a1")
    assert value(quads, graph, term("dcterms", "source")) == f"{BASE}article/a1"
    assert value(quads, graph, term("schema", "publisher")) == "Beispielblatt"
    subsets = {q.object.value for q in quads if q.predicate == term("void", "subset")}
    assert f"{BASE}graph/registry" in subsets
    assert f"{BASE}graph/texts" not in subsets


def test_the_run_that_made_it(store: Store) -> None:
    quads = dataset_description(store).quads
    run = NamedNode(value(quads, DATASET, term("prov", "wasGeneratedBy")))
    assert Quad(run, term("rdf", "type"), kg("Run"), NamedNode(f"{BASE}graph/dataset")) in quads


def test_files_with_size_and_checksum(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "graph.ttl", selection=Selection())
    data = (tmp_path / "graph.ttl").read_bytes()
    export_dataset(store, tmp_path / "void.ttl", [tmp_path / "graph.ttl"])
    quads = list(read_rdf(tmp_path / "void.ttl"))
    node = NamedNode(value(quads, DATASET, term("dcat", "distribution")))
    assert value(quads, node, term("dcat", "byteSize")) == str(len(data))
    assert value(quads, node, term("dcat", "mediaType")).endswith("text/turtle")
    assert any(quad.object.value == hashlib.sha256(data).hexdigest() for quad in quads)


def test_the_same_bytes_every_time(store: Store, folder: Path, tmp_path: Path) -> None:
    export_dataset(store, tmp_path / "one.jsonld")
    export_dataset(Store.reading(folder), tmp_path / "two.jsonld")
    assert (tmp_path / "one.jsonld").read_bytes() == (tmp_path / "two.jsonld").read_bytes()


def test_what_cannot_be_described(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        export_dataset(store, tmp_path / "void.ttl", [tmp_path / "nothing.ttl"])
    with pytest.raises(UsageError, match="RDF, not csv"):
        export_dataset(store, tmp_path / "void.csv")
