"""Facts → quads, one named graph an article; the registry, the ontology, runs and texts each in a graph of their own.

Every function yields `pyoxigraph.Quad`s without repetition, sorted by subject, predicate and object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.describe.actors import actor_triples, office_triples, place_triples
from kg.describe.claims import claim_pairs, event_node, event_pairs
from kg.describe.iris import BASE, Iris, term
from kg.describe.provenance import Run, article_pairs, run_node, run_triples, text_pair
from kg.describe.scope import Scope, Triple, scope
from kg.describe.statements import statement_pairs
from kg.model import Actor, Article, ArticleFacts, Office, Place
from kg.resources import resource

__all__ = ["describe", "describe_ontology", "describe_registry", "describe_run", "describe_text"]


def describe(facts: ArticleFacts, *, base: str = BASE, run: Run | None = None) -> Iterator[Quad]:
    """The named graph of one article: the article, its statements, claims and events, and the actors and places that
    no registry knows. `run` ties the graph to the run that made it."""
    iris = Iris(base)
    graph = iris.article_graph(facts.article.id)
    triples: list[Triple] = [*_facts(facts, scope(facts, iris))]
    for actor in facts.actors:
        if not actor.registered:
            triples += actor_triples(actor, iris)
    for place in facts.places:
        if place.id.startswith("x-"):
            triples += place_triples(place, iris)
    if run is not None:
        triples.append((graph, term("prov", "wasGeneratedBy"), run_node(run, iris)))
    return _sorted(triples, graph)


def describe_registry(
    actors: Iterable[Actor], places: Iterable[Place], offices: Iterable[Office] = (), *, base: str = BASE
) -> Iterator[Quad]:
    """The graph of the actors, places and tenures of the registry."""
    iris = Iris(base)
    triples = chain(
        (triple for actor in actors for triple in actor_triples(actor, iris)),
        (triple for place in places for triple in place_triples(place, iris)),
        (triple for office in offices for triple in office_triples(office, iris)),
    )
    return _sorted(triples, iris.graph("registry"))


def describe_run(run: Run, identifiers: Iterable[str], *, base: str = BASE) -> Iterator[Quad]:
    """The record of one run over the articles with these identifiers, in the graph of runs."""
    iris = Iris(base)
    return _sorted(run_triples(run, identifiers, iris), iris.graph("run"))


def describe_text(article: Article, *, base: str = BASE) -> Iterator[Quad]:
    """The article's text, in the graph of texts, which leaves the store only when asked for."""
    iris = Iris(base)
    return iter([Quad(iris.article(article.id), *text_pair(article), iris.graph("texts"))])


def describe_ontology(*, base: str = BASE) -> Iterator[Quad]:
    """The ontology and its alignments, in the graph of the ontology."""
    files = (resource("ontology", name) for name in ("kg.ttl", "alignments.ttl"))
    quads = (quad for file in files for quad in parse(path=file, format=RdfFormat.TURTLE))
    return _sorted(((q.subject, q.predicate, q.object) for q in quads), Iris(base).graph("ontology"))


def _facts(facts: ArticleFacts, here: Scope) -> Iterator[Triple]:
    yield from ((here.node, *pair) for pair in article_pairs(facts.article))
    for statement in facts.statements:
        node = here.nodes[statement.key]
        yield from ((node, *pair) for pair in statement_pairs(statement, here))
    for claim in facts.claims:
        node, event = here.nodes[claim.key], event_node(claim, here)
        yield from ((node, *pair) for pair in claim_pairs(claim, here))
        yield from ((event, *pair) for pair in event_pairs(claim, here))


def _sorted(triples: Iterable[Triple], graph: NamedNode) -> Iterator[Quad]:
    found: dict[tuple[str, str], list[Triple]] = {}
    for triple in triples:
        found.setdefault((triple[0].value, triple[1].value), []).append(triple)
    for key in sorted(found):
        several = found[key]
        if len(several) > 1:
            several = [triple for _, triple in sorted({str(triple[2]): triple for triple in several}.items())]
        yield from (Quad(*triple, graph) for triple in several)
