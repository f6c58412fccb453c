"""The facts that a graph holds, in the form in which they are compared with gold facts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.evaluate.names import Names
from kg.model import Span
from kg.store import Store

__all__ = ["FoundAgreement", "FoundArticle", "FoundClaim", "FoundStatement", "found_articles"]

_KG = "https://w3id.org/conflict-kg/ontology#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_IDENTIFIER = "http://purl.org/dc/terms/identifier"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_KINDS = {"DeploymentClaim": "deployment", "ArmsTransferClaim": "arms_transfer", "CasualtyClaim": "casualties"}

Keys = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStatement:
    """One act of saying as one of its speakers makes it."""

    speaker: Keys
    content: Span | None
    words: str
    stance: str | None
    mode: str | None
    cue: str | None
    said_on: str | None
    topics: Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundClaim:
    """One proposition; `roles` by the names of the graph's properties."""

    kind: str
    roles: Mapping[str, Keys]
    casualty_type: str | None
    number: int | None
    qualifier: str | None
    modality: str | None
    claimants: Keys
    places: Keys
    evidence: Span | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAgreement:
    """One agreement."""

    parties: Keys
    signatories: Keys
    signed: str | None
    place: Keys
    evidence: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundArticle:
    """What the graph says of one article; facts in the order of their IRIs."""

    published: str | None
    statements: tuple[FoundStatement, ...]
    claims: tuple[FoundClaim, ...]
    agreements: tuple[FoundAgreement, ...]


def found_articles(store: Store, names: Names) -> dict[str, FoundArticle]:
    """The articles of a store by identifier, each with its facts."""
    graph = _Graph(store, names)
    return {graph.values(node, _IDENTIFIER)[0]: graph.article(node) for node in graph.instances("Article")}


class _Graph:
    """All values of a store by subject and predicate, and the questions that the facts are made of."""

    def __init__(self, store: Store, names: Names) -> None:
        self._names = names
        self._values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._facts: dict[str, list[str]] = defaultdict(list)
        for quad in store.quads():
            subject, predicate, value = map(_text, (quad.subject, quad.predicate, quad.object))
            if value not in self._values[subject][predicate]:
                self._values[subject][predicate].append(value)
                if predicate == f"{_KG}inArticle":
                    self._facts[value].append(subject)

    def values(self, node: str, predicate: str) -> list[str]:
        return sorted(self._values[node][predicate]) if node in self._values else []

    def instances(self, name: str) -> list[str]:
        return sorted(node for node in list(self._values) if f"{_KG}{name}" in self.values(node, _TYPE))

    def article(self, node: str) -> FoundArticle:
        facts = {each: set(self.values(each, _TYPE)) for each in sorted(self._facts[node])}
        claims = ((each, kind) for each, types in facts.items() for name, kind in _KINDS.items() if _KG + name in types)
        return FoundArticle(
            published=self._value(node, "publishedOn"),
            statements=tuple(self._statements(each for each, types in facts.items() if f"{_KG}Statement" in types)),
            claims=tuple(self._claim(each, kind) for each, kind in claims),
            agreements=tuple(self._agreement(each) for each, types in facts.items() if f"{_KG}AgreementClaim" in types),
        )

    def _statements(self, nodes: Iterable[str]) -> Iterator[FoundStatement]:
        for node in nodes:
            speakers = [self._keys(actor) for actor in self.values(node, f"{_KG}speaker")]
            for speaker in speakers or [frozenset[str]()]:
                yield FoundStatement(
                    speaker=speaker,
                    content=self._span(node, "content"),
                    words=self._value(node, "content") or "",
                    stance=self._local(node, "stance"),
                    mode=self._local(node, "mode"),
                    cue=self._value(node, "cue"),
                    said_on=self._value(node, "saidOn"),
                    topics=frozenset(map(_last, self.values(node, f"{_KG}topic"))),
                )

    def _claim(self, node: str, kind: str) -> FoundClaim:
        number = self._value(node, "number")
        roles = ("sender", "host", "supplier", "recipient", "ofActor")
        return FoundClaim(
            kind=kind,
            roles={role: self._actors(node, role) for role in roles},
            casualty_type=self._local(node, "casualtyType"),
            number=None if number is None else int(number),
            qualifier=self._local(node, "qualifier"),
            modality=self._local(node, "modality"),
            claimants=self._actors(node, "claimant"),
            places=self._actors(node, "place"),
            evidence=self._span(node, "evidence"),
            words=self._value(node, "evidence") or "",
        )

    def _agreement(self, node: str) -> FoundAgreement:
        return FoundAgreement(
            parties=self._actors(node, "party"),
            signatories=self._actors(node, "signatory"),
            signed=self._value(node, "signedOn"),
            place=self._actors(node, "signedAt"),
            evidence=self._span(node, "evidence"),
        )

    def _value(self, node: str, name: str) -> str | None:
        return next(iter(self.values(node, _KG + name)), None)

    def _local(self, node: str, name: str) -> str | None:
        value = self._value(node, name)
        return None if value is None else _last(value)

    def _span(self, node: str, name: str) -> Span | None:
        start, end = self._value(node, f"{name}Start"), self._value(node, f"{name}End")
        return None if start is None or end is None else Span(int(start), int(end))

    def _actors(self, node: str, name: str) -> Keys:
        return frozenset(key for actor in self.values(node, _KG + name) for key in self._keys(actor))

    def _keys(self, actor: str) -> Keys:
        labels = [*self.values(actor, f"{_SKOS}prefLabel"), *self.values(actor, f"{_SKOS}altLabel")]
        return self._names.keys(actor, labels, self.values(actor, f"{_SKOS}exactMatch"))


def _text(term: object) -> str:
    return str(getattr(term, "value", term))


def _last(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]
