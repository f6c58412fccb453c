"""A claim → the properties of its node, and of the event that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.describe.agreements import agreement_pairs
from kg.describe.iris import camel, kg, term
from kg.describe.literals import decimal, integer, partial_date, plain, spanned, words
from kg.describe.scope import Pair, Scope
from kg.model import Agreement, ArmsTransfer, Casualties, Claim, Deployment

__all__ = ["claim_pairs", "event_node", "event_pairs"]

_CLASSES = {
    Deployment: ("DeploymentClaim", "Deployment"),
    ArmsTransfer: ("ArmsTransferClaim", "ArmsTransfer"),
    Casualties: ("CasualtyClaim", "CasualtyEvent"),
    Agreement: ("AgreementClaim", "Agreement"),
}


def claim_pairs(claim: Claim, scope: Scope) -> Iterator[Pair]:
    """Property and value of one proposition; its event is `event_node(claim, scope)`."""
    yield term("rdf", "type"), kg("Claim")
    yield term("rdf", "type"), kg(_CLASSES[type(claim)][0])
    yield kg("inArticle"), scope.node
    yield kg("about"), event_node(claim, scope)
    yield from scope.actors(kg("claimant"), claim.claimants)
    yield kg("modality"), kg(claim.modality)
    yield from _number(claim)
    yield from _roles(claim, scope)
    yield from spanned("evidence", claim.evidence, scope.article.text, scope.article.language)
    yield kg("rule"), plain(claim.rule)
    yield kg("certainty"), decimal(claim.certainty)


def event_node(claim: Claim, scope: Scope) -> NamedNode:
    """The event of one claim, before claims of one or many articles are brought together."""
    return scope.iris.minted("event", scope.nodes[claim.key].value.rsplit("/", 1)[-1])


def event_pairs(claim: Claim, scope: Scope) -> Iterator[Pair]:
    """Property and value of the event of one claim: its roles and dates, never a number."""
    yield term("rdf", "type"), kg("Event")
    yield term("rdf", "type"), kg(_CLASSES[type(claim)][1])
    yield from _roles(claim, scope)


def _number(claim: Claim) -> Iterator[Pair]:
    if claim.qualifier is not None:
        yield kg("qualifier"), kg(claim.qualifier)
    numbers = (("number", claim.number), ("numberMin", claim.minimum), ("numberMax", claim.maximum))
    yield from ((kg(name), integer(value)) for name, value in numbers if value is not None)


def _roles(claim: Claim, scope: Scope) -> Iterator[Pair]:
    yield from partial_date("when", claim.when)
    match claim:
        case Deployment():
            yield from _deployment(claim, scope)
        case ArmsTransfer():
            yield from _arms_transfer(claim, scope)
        case Casualties():
            yield from scope.actors(kg("ofActor"), claim.of)
            yield kg("casualtyType"), kg(claim.type)
        case Agreement():
            yield from agreement_pairs(claim, scope)


def _deployment(claim: Deployment, scope: Scope) -> Iterator[Pair]:
    yield from scope.actors(kg("sender"), claim.sender)
    yield from scope.actors(kg("host"), claim.host)
    yield from scope.places(kg("place"), claim.places)
    if claim.personnel is not None:
        yield kg("personnel"), kg(claim.personnel)


def _arms_transfer(claim: ArmsTransfer, scope: Scope) -> Iterator[Pair]:
    yield from scope.actors(kg("supplier"), claim.supplier)
    yield from scope.actors(kg("recipient"), claim.recipient)
    for item in claim.items:
        yield kg("item"), words(item.span.of(scope.article.text), scope.article.language)
        if item.concept is not None:
            yield kg("itemConcept"), kg(camel(item.concept))
