"""What the endpoint says of itself.

SPARQL 1.1 Service Description: https://www.w3.org/TR/sparql11-service-description/
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from kg.describe.iris import term
from kg.serve.negotiation import GRAPHS, ROWS

__all__ = ["service_description"]

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
_NAMES = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
}


def service_description(url: str, graphs: Sequence[str], *, base: str, media: str) -> bytes:
    """The description of the endpoint at `url` with these named graphs, in a media type of `GRAPHS`."""
    kind = GRAPHS[media]
    known = {"sd": SD, "void": term("void", "").value, "xsd": term("xsd", "").value, "graph": f"{base}graph/"}
    prefixes = known if kind == RdfFormat.TURTLE else {}
    return serialize(_triples(url, graphs, base), format=kind, prefixes=prefixes) or b""


def _triples(url: str, graphs: Sequence[str], base: str) -> Iterator[Triple]:
    service, dataset, type_ = NamedNode(url), NamedNode(f"{url}#dataset"), term("rdf", "type")
    yield Triple(service, type_, _sd("Service"))
    yield Triple(service, _sd("endpoint"), service)
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for media in (*ROWS, *GRAPHS):
        if media in _NAMES:
            yield Triple(service, _sd("resultFormat"), NamedNode(FORMATS + _NAMES[media]))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, type_, _sd("Dataset"))
    yield Triple(dataset, type_, term("void", "Dataset"))
    yield Triple(dataset, term("void", "uriSpace"), Literal(base))
    yield Triple(dataset, _sd("defaultGraph"), NamedNode(f"{url}#default"))
    yield Triple(NamedNode(f"{url}#default"), type_, _sd("Graph"))
    for number, graph in enumerate(graphs):
        entry = NamedNode(f"{url}#graph-{number}")
        yield Triple(dataset, _sd("namedGraph"), entry)
        yield Triple(entry, type_, _sd("NamedGraph"))
        yield Triple(entry, _sd("name"), NamedNode(graph))


def _sd(local: str) -> NamedNode:
    return NamedNode(SD + local)
