"""Across articles: one derived graph of events, contradictions, sources and positions, made anew from the articles'.

The derived graph is a pure function of the article graphs, the registry and the judgements of people: dropped and made
again it is the same bytes, in whatever order the articles came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from kg.derive.findings import Findings, find
from kg.derive.known import known_claims, known_statements
from kg.derive.read import read_corpus
from kg.derive.responses import words_of
from kg.derive.sources import with_own_voices
from kg.derive.write_events import claim_triples, event_triples
from kg.derive.write_voices import article_triples, contradiction_triples, position_triples, tie_triples
from kg.derive.writing import Triple, in_graph, known_pairs, node
from kg.describe.iris import BASE, Iris
from kg.lang import language
from kg.lang.own_voices import OwnVoiceRow
from kg.resolve.judgements import Judgement
from kg.store import Store

__all__ = ["derive", "describe_findings", "find_across"]


def derive(quads: Iterable[Quad], *, judgements: Iterable[Judgement] = (), base: str = BASE) -> tuple[Quad, ...]:
    """The derived graph of these quads (article graphs, registry and texts), sorted; an earlier one among them is
    passed over."""
    return describe_findings(find_across(quads, judgements=judgements, base=base), base=base)


def find_across(graphs: Store | Iterable[Quad], *, judgements: Iterable[Judgement] = (), base: str = BASE) -> Findings:
    """The findings of a store or of these quads as values."""
    german = language("de")
    corpus = with_own_voices(read_corpus(graphs, base=base), german.table(OwnVoiceRow).values())
    return find(corpus, judgements, words_of(german), base=base)


def describe_findings(findings: Findings, *, base: str = BASE) -> tuple[Quad, ...]:
    """Findings → the quads of the derived graph, sorted."""
    iris = Iris(base)
    return in_graph(_triples(findings, iris), iris.graph("derived"))


def _triples(findings: Findings, iris: Iris) -> Iterator[Triple]:
    corpus = findings.corpus
    claims, statements = known_claims(corpus), known_statements(corpus)
    known = {**claims, **statements}
    event_of = {claim: event.iri for event in findings.events for claim in event.claims}
    for event in findings.events:
        yield from event_triples(event, findings, claims)
    for iri, claim in corpus.claims.items():
        yield from claim_triples(claim, findings, claims[iri])
    for iri in corpus.statements:
        yield from known_pairs(node(iri), statements[iri])
    for contradiction in findings.contradictions:
        yield from contradiction_triples(contradiction, iris, known, event_of)
    for position in findings.positions:
        yield from position_triples(position, iris, known)
    yield from tie_triples(findings)
    yield from article_triples(findings)
