"""Articles, their texts and the runs that made the graph → PROV, Dublin Core and schema.org."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from pyoxigraph import Literal, NamedNode

from kg.describe.iris import Iris, kg, term
from kg.describe.literals import day, instant, partial_date, plain, uri, words
from kg.describe.scope import Pair, Triple
from kg.model import Article

__all__ = ["Run", "article_pairs", "run_node", "run_triples", "text_pair"]

_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What made a graph: program, registry and, where it is given, the time; two runs with equal values are one."""

    version: str
    registry_sha256: str = ""
    judgements_sha256: str = ""
    started: datetime | None = None
    """Given by the caller (say `SOURCE_DATE_EPOCH`), never read from a clock; part of no IRI."""


def article_pairs(article: Article) -> Iterator[Pair]:
    """Property and value of an article's metadata; its text is not among them."""
    yield term("rdf", "type"), kg("Article")
    yield term("rdf", "type"), term("schema", "NewsArticle")
    yield term("dcterms", "identifier"), plain(article.id)
    yield term("dcterms", "language"), plain(article.language)
    yield kg("sha256"), plain(article.sha256)
    if article.headline:
        yield term("schema", "headline"), words(article.headline, article.language)
    if article.publisher:
        yield term("schema", "publisher"), plain(article.publisher)
    if article.url:
        yield term("schema", "url"), uri(article.url)
    if article.license:
        yield term("dcterms", "license"), _iri_or_words(article.license)
    yield from _dates(article)


def _dates(article: Article) -> Iterator[Pair]:
    yield from partial_date("publishedOn", article.published)
    yield from partial_date("updatedOn", article.updated)
    if article.published is not None and article.published.is_day:
        assert article.published.earliest is not None
        yield term("schema", "datePublished"), day(article.published.earliest)


def text_pair(article: Article) -> Pair:
    """The article's whole text, for the graph of texts alone."""
    return kg("text"), plain(article.text)


def run_node(run: Run, iris: Iris) -> NamedNode:
    """The IRI of a run: made of program, registry and judgements."""
    return iris.minted("run", run.version, run.registry_sha256, run.judgements_sha256)


def run_triples(run: Run, identifiers: Iterable[str], iris: Iris) -> Iterator[Triple]:
    """The run, its program, and each article's graph with what it was made from."""
    node, program = run_node(run, iris), iris.named("agent", f"conflict-kg-{run.version}")
    yield program, term("rdf", "type"), term("prov", "SoftwareAgent")
    yield program, term("schema", "name"), plain("conflict-kg")
    yield program, term("schema", "softwareVersion"), plain(run.version)
    yield node, term("rdf", "type"), term("prov", "Activity")
    yield node, term("rdf", "type"), kg("Run")
    yield node, term("prov", "wasAssociatedWith"), program
    yield node, term("prov", "used"), iris.graph("registry")
    for name, digest in (("registrySha256", run.registry_sha256), ("judgementsSha256", run.judgements_sha256)):
        if digest:
            yield node, kg(name), plain(digest)
    if run.started is not None:
        yield node, term("prov", "startedAtTime"), instant(run.started)
    for identifier in identifiers:
        graph, article = iris.article_graph(identifier), iris.article(identifier)
        yield node, term("prov", "used"), article
        yield graph, term("rdf", "type"), term("prov", "Entity")
        yield graph, term("prov", "wasGeneratedBy"), node
        yield graph, term("prov", "wasDerivedFrom"), article


def _iri_or_words(value: str) -> NamedNode | Literal:
    return NamedNode(value) if _IRI.fullmatch(value) else plain(value)
