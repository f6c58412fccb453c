from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.canonical import fingerprint
from kg.errors import UsageError
from kg.export import FORMATS, Options, Selection, export, export_bytes, format_of
from kg.rdffile import read_rdf, shipped_context
from kg.store import Store

DATASETS = {"trig": "trig", "nq": "nquads", "jsonld": "json-ld"}
UNIONS = {"ttl": "turtle", "nt": "nt11", "rdf": "xml"}
ALL = Selection()


@pytest.fixture(autouse=True)
def _literals_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def everything(store: Store) -> list[pyoxigraph.Quad]:
    return [quad for graph in store.graphs() if not graph.value.endswith("/texts") for quad in store.quads(graph)]


@pytest.mark.parametrize("suffix", DATASETS)
def test_datasets_come_back_whole(store: Store, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"graph.{suffix}"
    export(store, path, selection=ALL)
    assert fingerprint(read_rdf(path)) == fingerprint(everything(store))


@pytest.mark.parametrize("suffix", UNIONS)
def test_graphs_come_back_as_their_union(store: Store, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"graph.{suffix}"
    export(store, path, selection=ALL)
    assert fingerprint(read_rdf(path)) == fingerprint(quad.triple for quad in everything(store))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("suffix", [*DATASETS, *UNIONS])
def test_another_parser_reads_the_same(store: Store, tmp_path: Path, suffix: str) -> None:
    """rdflib shares no code with the library that wrote the file; what it read is compared in canonical form."""
    path = tmp_path / f"graph.{suffix}"
    export(store, path, selection=Selection(articles=("a1", "über uns")), options=Options(inline_context=True))
    if suffix in UNIONS:
        graph = rdflib.Graph().parse(data=path.read_bytes(), format=UNIONS[suffix])
        text, kind = graph.serialize(format="nt11", encoding="utf-8"), pyoxigraph.RdfFormat.N_TRIPLES
    else:
        dataset = rdflib.Dataset().parse(data=path.read_bytes(), format=DATASETS[suffix])
        text, kind = dataset.serialize(format="nquads", encoding="utf-8"), pyoxigraph.RdfFormat.N_QUADS
    theirs = list(pyoxigraph.parse(text, format=kind))
    assert fingerprint(theirs) == fingerprint(read_rdf(path))


def test_isomorphic_after_all(store: Store, tmp_path: Path) -> None:
    for suffix in UNIONS:
        export(store, tmp_path / f"graph.{suffix}", selection=Selection(articles=("a1",)))
    first, second, third = (
        rdflib.Graph().parse(data=(tmp_path / f"graph.{s}").read_bytes(), format=UNIONS[s]) for s in UNIONS
    )
    assert isomorphic(first, second)
    assert isomorphic(second, third)


@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "parquet"])
def test_every_run_gives_the_same_bytes(store: Store, folder: Path, format_: str) -> None:
    once = export_bytes(store, selection=ALL, format_=format_)
    assert once == export_bytes(Store.reading(folder), selection=ALL, format_=format_)
    assert once


def test_prefixes_are_sorted_and_used(store: Store) -> None:
    text = export_bytes(store, selection=Selection(articles=("a1",)), format_="turtle").decode()
    names = [line.split()[1] for line in text.splitlines() if line.startswith("@prefix")]
    assert names == sorted(names)
    body = text.replace("@prefix", "")
    assert all(sum(body.count(before + name) for before in " \t\n^") > 1 for name in names)
    assert "void:" not in names
    assert "\\/" not in text


def test_no_text_leaves_unless_asked_for(store: Store) -> None:
    for format_ in ("trig", "turtle", "jsonld", "nquads"):
        assert b"Beistandspakt." not in export_bytes(store, selection=ALL, format_=format_)
    assert b"Beistandspakt." in export_bytes(store, selection=Selection(with_text=True), format_="trig")
    assert b"Beistandspakt." in export_bytes(store, selection=Selection(graphs=("texts",)), format_="turtle")


def test_an_article_is_one_tree(store: Store) -> None:
    document = json.loads(export_bytes(store, selection=Selection(articles=("a1",)), format_="jsonld"))
    graph = next(each for each in document["@graph"] if each["id"] == "graph/article-a1")
    article, *_ = graph["@graph"]
    said, denied = article["statements"]
    assert article["headline"] == 'Der "Pakt" – Größe & Maß'
    assert said["speaker"]["prefLabel"]["de"] == "Sprecher des Generalstabs"
    assert said["expresses"]["evidence"] == said["content"]
    assert denied["stance"] == "denies"
    assert [claim["type"][0] for claim in article["claims"]] == ["ArmsTransferClaim", "CasualtyClaim", "AgreementClaim"]


def test_the_context_stands_in_the_document_or_is_named(store: Store) -> None:
    one = Selection(articles=("a1",))
    by_name = json.loads(export_bytes(store, selection=one, format_="jsonld"))["@context"]
    inline = json.loads(export_bytes(store, selection=one, format_="jsonld", options=Options(inline_context=True)))
    assert by_name[0] == "https://w3id.org/conflict-kg/context.jsonld"
    assert inline["@context"].items() >= shipped_context().items()


def test_formats_by_ending_and_by_name() -> None:
    assert [format_of(Path(f"x.{end}")) for end in ("ttl", "NQ", "json", "xml")] == [
        "turtle",
        "nquads",
        "jsonld",
        "rdfxml",
    ]
    with pytest.raises(UsageError, match="--format"):
        format_of(Path("graph.doc"))


def test_an_unknown_format_is_named(store: Store) -> None:
    with pytest.raises(UsageError, match="no format is called 'yaml'"):
        export_bytes(store, selection=ALL, format_="yaml")
    with pytest.raises(UsageError, match="not for standard output"):
        export_bytes(store, selection=ALL, format_="parquet")
