"""What a dataset says of itself: counts, graphs with their licence and source, files, and the runs that made it.

VoID: https://www.w3.org/TR/void/ · DCAT: https://www.w3.org/TR/vocab-dcat-3/ · PROV: https://www.w3.org/TR/prov-o/
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.describe.iris import NAMESPACES, Iris, kg, term
from kg.errors import InputError
from kg.export.selection import Part, Selection, select
from kg.rdffile import SUFFIXES
from kg.store import Store

__all__ = ["dataset_description"]

_A = term("rdf", "type")
_MEDIA = "https://www.iana.org/assignments/media-types/"
_TABLES = {".csv": "text/csv", ".parquet": "application/vnd.apache.parquet"}
_ONTOLOGY = NamedNode(NAMESPACES["kg"].removesuffix("#"))
_SOURCES = ("license", "publisher", "url", "identifier", "language")


class _Counts:
    """What is counted in one pass over the quads."""

    def __init__(self) -> None:
        self.triples = 0
        self.subjects: set[str] = set()
        self.objects: set[str] = set()
        self.properties: Counter[str] = Counter()
        self.classes: Counter[str] = Counter()

    def add(self, quad: Quad) -> None:
        self.triples += 1
        self.properties[quad.predicate.value] += 1
        self.subjects.add(str(quad.subject))
        self.objects.add(str(quad.object))
        if quad.predicate == _A and isinstance(quad.object, NamedNode):
            self.classes[quad.object.value] += 1


def dataset_description(store: Store, files: Sequence[Path] = ()) -> Part:
    """The description of what `kg export` writes of a store, and of files that it wrote, as a graph of its own.

    InputError where a file cannot be read.
    """
    iris, counts = Iris(store.base), _Counts()
    dataset = iris.named("dataset", "graph")
    triples = set(_named(dataset, store.base))
    for part in select(store, Selection()):
        for quad in part.quads:
            counts.add(quad)
        triples.update(_graph(dataset, part, iris))
    triples.update(_counted(dataset, counts, iris))
    for quad in store.quads(iris.graph("ontology"), subject=_ONTOLOGY):
        if quad.predicate == term("dcterms", "description"):
            triples.add(Triple(dataset, quad.predicate, quad.object))
    for run in _runs(store, iris):
        triples.add(Triple(dataset, term("prov", "wasGeneratedBy"), run))
        triples.update(quad.triple for quad in store.quads(iris.graph("run"), subject=run))
    for file in files:
        triples.update(_distribution(dataset, file, iris))
    graph = iris.graph("dataset")
    return Part(graph, [Quad(t.subject, t.predicate, t.object, graph) for t in sorted(triples, key=str)])


def _named(dataset: NamedNode, base: str) -> Iterator[Triple]:
    yield Triple(dataset, _A, term("dcat", "Dataset"))
    yield Triple(dataset, _A, term("void", "Dataset"))
    yield Triple(dataset, _A, term("prov", "Entity"))
    yield Triple(dataset, term("void", "uriSpace"), Literal(base))
    yield Triple(dataset, term("dcterms", "title"), Literal("Statements and claims of news articles", language="en"))
    yield Triple(dataset, term("dcterms", "conformsTo"), _ONTOLOGY)


def _graph(dataset: NamedNode, part: Part, iris: Iris) -> Iterator[Triple]:
    """One named graph: how much it holds and, of an article's, where it comes from and on what terms."""
    yield Triple(dataset, term("void", "subset"), part.graph)
    yield Triple(part.graph, _A, term("void", "Dataset"))
    yield Triple(part.graph, term("void", "triples"), Literal(len(part.quads)))
    articles = {q.subject for q in part.quads if q.predicate == _A and q.object == kg("Article")}
    for quad in part.quads:
        if quad.subject in articles and quad.predicate.value.removeprefix(NAMESPACES["dcterms"]) in _SOURCES:
            yield Triple(part.graph, quad.predicate, quad.object)
        if quad.subject in articles and quad.predicate == term("schema", "publisher"):
            yield Triple(part.graph, quad.predicate, quad.object)
        if quad.subject in articles and quad.predicate == term("schema", "url"):
            assert isinstance(quad.object, Literal)
            yield Triple(part.graph, term("dcat", "landingPage"), NamedNode(quad.object.value))
    for article in articles:
        yield Triple(part.graph, term("dcterms", "source"), article)


def _counted(dataset: NamedNode, counts: _Counts, iris: Iris) -> Iterator[Triple]:
    numbers = {
        "triples": counts.triples,
        "entities": len(counts.subjects),
        "distinctSubjects": len(counts.subjects),
        "distinctObjects": len(counts.objects),
        "properties": len(counts.properties),
        "classes": len(counts.classes),
    }
    for name, number in numbers.items():
        yield Triple(dataset, term("void", name), Literal(number))
    spaces = {iri[: max(iri.rfind("/"), iri.rfind("#")) + 1] for iri in (*counts.properties, *counts.classes)}
    for space in spaces:
        yield Triple(dataset, term("void", "vocabulary"), NamedNode(space))
    yield from _partitions(dataset, "class", "entities", counts.classes, iris)
    yield from _partitions(dataset, "property", "triples", counts.properties, iris)


def _partitions(dataset: NamedNode, kind: str, unit: str, counts: Counter[str], iris: Iris) -> Iterator[Triple]:
    for iri, number in counts.items():
        part = iris.named("dataset", f"{kind}-{_short(iri)}")
        yield Triple(dataset, term("void", f"{kind}Partition"), part)
        yield Triple(part, _A, term("void", "Dataset"))
        yield Triple(part, term("void", kind), NamedNode(iri))
        yield Triple(part, term("void", unit), Literal(number))


def _short(iri: str) -> str:
    """Prefix and local name, in a form that can stand in an IRI."""
    for prefix, space in NAMESPACES.items():
        if iri.startswith(space):
            return f"{prefix}-{iri.removeprefix(space)}"
    return iri


def _runs(store: Store, iris: Iris) -> Iterable[NamedNode]:
    found = (q.subject for q in store.quads(iris.graph("run")) if q.predicate == _A and q.object == kg("Run"))
    return sorted((node for node in found if isinstance(node, NamedNode)), key=str)


def _distribution(dataset: NamedNode, file: Path, iris: Iris) -> Iterator[Triple]:
    try:
        data = file.read_bytes()
    except OSError as fault:
        raise InputError(f"{file}: {fault.strerror}") from fault
    node = iris.named("dataset", f"file-{file.name}")
    checksum = iris.named("dataset", f"sha256-{file.name}")
    yield Triple(dataset, term("dcat", "distribution"), node)
    yield Triple(node, _A, term("dcat", "Distribution"))
    yield Triple(node, term("dcterms", "title"), Literal(file.name))
    yield Triple(node, term("dcat", "byteSize"), Literal(len(data)))
    suffix = file.suffix.lower()
    media = SUFFIXES[suffix].media_type if suffix in SUFFIXES else _TABLES.get(suffix)
    if media is not None:
        yield Triple(node, term("dcat", "mediaType"), NamedNode(_MEDIA + media))
    yield Triple(node, term("spdx", "checksum"), checksum)
    yield Triple(checksum, _A, term("spdx", "Checksum"))
    yield Triple(checksum, term("spdx", "algorithm"), term("spdx", "checksumAlgorithm_sha256"))
    yield Triple(checksum, term("spdx", "checksumValue"), Literal(hashlib.sha256(data).hexdigest()))
