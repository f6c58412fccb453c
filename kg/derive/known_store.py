"""A store → a store in memory of what could be known on a day, with everything that follows made anew from that."""

from __future__ import annotations

from datetime import date

from pyoxigraph import NamedNode, Quad

from kg.derive import derive
from kg.derive.known import known_claims, known_statements, public_day
from kg.derive.read import read_corpus
from kg.derive.records import Corpus
from kg.describe.iris import Iris
from kg.queries.asof import Clock
from kg.store import Store

__all__ = ["known_store"]


def known_store(store: Store, day: date, *, clock: Clock = Clock.PUBLISHED) -> Store:
    """What could be known on `day`: by publication, the articles that were out; by saying, what had been said.

    What is known of no day is left out. Judgements of people, which are made later, have no part in it."""
    iris = Iris(store.base)
    derived = iris.graph("derived")
    quads = [quad for quad in store.quads() if quad.graph_name != derived]
    gone = _gone(read_corpus(quads, base=store.base), day, clock, iris)
    kept = [quad for quad in quads if not _names(quad, gone)]
    return Store.in_memory([*kept, *derive(kept, base=store.base)], base=store.base)


def _gone(corpus: Corpus, day: date, clock: Clock, iris: Iris) -> frozenset[str]:
    gone: set[str] = set()
    if clock is Clock.PUBLISHED:
        for iri, article in corpus.articles.items():
            public = public_day(article)
            if public is None or public > day:
                gone |= {iri, iris.article_graph(article.identifier).value}
    for known in (known_statements(corpus), known_claims(corpus)):
        for iri, when in known.items():
            last = when.public if clock is Clock.PUBLISHED else when.said
            if last is None or last > day:
                gone.add(iri)
    return frozenset(gone | {claim.event for iri, claim in corpus.claims.items() if iri in gone and claim.event})


def _names(quad: Quad, gone: frozenset[str]) -> bool:
    terms = (quad.subject, quad.object, quad.graph_name)
    return any(isinstance(term, NamedNode) and term.value in gone for term in terms)
