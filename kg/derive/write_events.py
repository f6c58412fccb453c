"""Events and what is found of their claims → triples."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kg.derive.events import Event
from kg.derive.findings import Findings
from kg.derive.known import Known, known_of_first
from kg.derive.records import ClaimRecord, Corpus
from kg.derive.sources import independent
from kg.derive.writing import Triple, a, known_pairs, node
from kg.describe.iris import kg, term
from kg.describe.literals import integer, partial_date, plain, words
from kg.model import PartialDate

__all__ = ["claim_triples", "event_triples"]

TEXTS = {"agreementType": "en", "item": "de"}
"""Roles whose values are words, and their language."""

CONCEPTS = frozenset({"casualtyType", "itemConcept", "personnel"})
ARROWS = {
    "Deployment": ("sender", "host"),
    "ArmsTransfer": ("supplier", "recipient"),
    "CasualtyEvent": ("ofActor",),
    "Agreement": ("party",),
}


def event_triples(event: Event, findings: Findings, known: dict[str, Known]) -> Iterator[Triple]:
    """The node of an event: what its claims agree on, why they were brought together, and who stands behind them."""
    claims = [findings.corpus.claims[iri] for iri in event.claims]
    subject = node(event.iri)
    yield from a(subject, "Event", event.frame.kind)
    yield subject, term("rdfs", "label"), words(_label(event, claims, findings.corpus), "en")
    yield subject, kg("phase"), kg(event.frame.phase)
    yield from _agreed(event, claims)
    for reason in event.reasons:
        yield subject, kg("mergedBecause"), plain(reason)
    for other in event.candidates:
        yield subject, term("skos", "closeMatch"), node(other)
    for claim in claims:
        yield node(claim.iri), kg("about"), subject
        if claim.event is not None:
            yield subject, kg("mergedFrom"), node(claim.event)
    behind = independent(claims, findings.sources, findings.corpus)
    yield subject, kg("independentSources"), integer(len(behind))
    yield subject, kg("independentArticles"), integer(len({_first(claim.article, findings) for claim in claims}))
    yield from known_pairs(subject, known_of_first(known[claim.iri] for claim in claims))


def claim_triples(claim: ClaimRecord, findings: Findings, known: Known) -> Iterator[Triple]:
    """Whom a claim goes back to, through whom, and from when on it can have been known."""
    subject, source = node(claim.iri), findings.sources[claim.iri]
    for actor in source.original:
        yield subject, kg("originalSource"), node(actor)
        yield subject, kg("sourcePrincipal"), node(findings.corpus.principal(actor))
    yield subject, kg("sourceChain"), plain(_chain(claim, findings))
    yield from known_pairs(subject, known)


def _chain(claim: ClaimRecord, findings: Findings) -> str:
    corpus = findings.corpus
    article = corpus.articles[claim.article]
    links = (" and ".join(corpus.label(actor) for actor in link) for link in findings.sources[claim.iri].chain)
    return " ← ".join((article.publisher or article.identifier, *links))


def _first(article: str, findings: Findings) -> str:
    return findings.copies.get(article, article)


def _agreed(event: Event, claims: list[ClaimRecord]) -> Iterator[Triple]:
    subject = node(event.iri)
    for name in sorted({name for claim in claims for name, _ in claim.roles}):
        given = {claim.role(name) for claim in claims if claim.role(name)}
        if len(given) == 1:
            for value in given.pop():
                yield subject, kg(name), _value(name, value)
    dates = {claim.when_edtf for claim in claims if claim.when_edtf is not None}
    if len(dates) == 1:
        name = "signedOn" if event.frame.kind == "Agreement" else "when"
        yield from ((subject, *pair) for pair in partial_date(name, PartialDate(dates.pop())))
    numbers = {(claim.number, claim.qualifier) for claim in claims}
    number, qualifier = next(iter(numbers))
    if len(numbers) == 1 and number is not None:
        yield subject, kg("number"), integer(number)
        if qualifier is not None:
            yield subject, kg("qualifier"), kg(qualifier)


def _value(name: str, value: str) -> NamedNode | Literal:
    if name in TEXTS:
        return words(value, TEXTS[name])
    return kg(value) if name in CONCEPTS else node(value)


def _label(event: Event, claims: list[ClaimRecord], corpus: Corpus) -> str:
    frame = event.frame
    ends = [_ends(name, claims, corpus) for name in ARROWS[frame.kind]]
    rest = sorted({role for role in frame.roles if role is not None and "/" not in role and role != "goods"})
    kind = {"CasualtyEvent": "Casualties", "ArmsTransfer": "Arms transfer"}.get(frame.kind, frame.kind)
    named = " → ".join(ends)
    planned = ["planned or possible"] if frame.phase == "prospective" else []
    return ", ".join([f"{kind}: {named}", *rest, *planned])


def _ends(name: str, claims: list[ClaimRecord], corpus: Corpus) -> str:
    actors = sorted({corpus.label(corpus.principal(actor)) for claim in claims for actor in claim.role(name)})
    return " and ".join(actors[:3]) or "?"
