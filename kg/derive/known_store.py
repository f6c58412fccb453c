"""A store → a store in memory of what could be known on a day, with everything that follows made anew from that."""

from __future__ import annotations

from datetime import date

from pyoxigraph import NamedNode, Quad

from kg.derive import derive
from kg.derive.known import known_claims, known_statements, public_day
from kg.derive.read import read_corpus
from kg.derive.records import Corpus
from kg.describe.iris import Iris, kg
from kg.queries.asof import Clock
from kg.store import Store

__all__ = ["known_store"]


def known_store(store: Store, day: date, *, clock: Clock = Clock.PUBLISHED) -> Store:
    """What could be known on `day`: by publication, the articles that were out; by saying, what had been said.

    What is known of no day is left out. Judgements of people, which are made later, have no part in it."""
    iris = Iris(store.base)
    derived = iris.graph("derived")
    quads = [quad for quad in store.quads() if quad.graph_name != derived]
    corpus = read_corpus(quads, base=store.base)
    gone, unread = _gone(corpus, day, clock, iris), _later_articles(corpus, day)
    # What an article said before it came out can be known of by saying; its own words cannot.
    kept = [quad for quad in quads if not _names(quad, gone) and not _is_text_of(quad, unread)]
    return Store.in_memory([*kept, *derive(kept, base=store.base)], base=store.base)


def _is_text_of(quad: Quad, articles: frozenset[str]) -> bool:
    named = isinstance(quad.subject, NamedNode) and quad.subject.value in articles
    return named and quad.predicate == kg("text")


def _gone(corpus: Corpus, day: date, clock: Clock, iris: Iris) -> frozenset[str]:
    gone: set[str] = set()
    later = _later_articles(corpus, day)
    if clock is Clock.PUBLISHED:
        gone |= later | {iris.article_graph(corpus.articles[iri].identifier).value for iri in later}
    for known in (known_statements(corpus), known_claims(corpus)):
        for iri, when in known.items():
            last = when.public if clock is Clock.PUBLISHED else when.said
            if last is None or last > day:
                gone.add(iri)
    return frozenset(gone | {claim.event for iri, claim in corpus.claims.items() if iri in gone and claim.event})


def _later_articles(corpus: Corpus, day: date) -> frozenset[str]:
    public = {iri: public_day(article) for iri, article in corpus.articles.items()}
    return frozenset(iri for iri, out in public.items() if out is None or out > day)


def _names(quad: Quad, gone: frozenset[str]) -> bool:
    terms = (quad.subject, quad.object, quad.graph_name)
    return any(isinstance(term, NamedNode) and term.value in gone for term in terms)
