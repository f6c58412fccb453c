"""What describing one article's facts needs to know: its IRI, its words, and the IRI behind each key."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields

from pyoxigraph import Literal, NamedNode

from kg.describe.iris import Iris
from kg.model import Article, ArticleFacts, Claim, Statement

__all__ = ["Pair", "Scope", "Triple", "scope"]

Pair = tuple[NamedNode, NamedNode | Literal]
"""Property and value of a node."""

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]

# What may change in a better version of the program without making it another claim.
_JUDGED = {"key", "statement", "modality", "rule", "certainty"}


@dataclass(frozen=True, slots=True)
class Scope:
    """The surroundings of one article's facts."""

    iris: Iris
    article: Article
    node: NamedNode
    """The article's IRI."""
    nodes: dict[str, NamedNode]
    """Key of a statement or claim → its IRI."""
    expressed: dict[str, list[NamedNode]]
    """Key of a statement → the claims that it carries."""

    def actors(self, name: NamedNode, actor_ids: tuple[str, ...] | str | None) -> list[Pair]:
        """The property `name` with each of the actors."""
        ids = (actor_ids,) if isinstance(actor_ids, str) else actor_ids or ()
        return [(name, self.iris.actor(actor_id)) for actor_id in ids]

    def places(self, name: NamedNode, place_ids: tuple[str, ...] | str | None) -> list[Pair]:
        """The property `name` with each of the places."""
        ids = (place_ids,) if isinstance(place_ids, str) else place_ids or ()
        return [(name, self.iris.place(place_id)) for place_id in ids]


def scope(facts: ArticleFacts, iris: Iris) -> Scope:
    """The scope of an article: every statement and claim gets its IRI here."""
    article = facts.article
    root = (article.id, article.sha256)
    nodes: dict[str, NamedNode] = {}
    seen: Counter[tuple[object, ...]] = Counter()
    everything: tuple[Statement | Claim, ...] = (*facts.statements, *facts.claims)
    for fact in everything:
        parts = _statement_parts(fact) if isinstance(fact, Statement) else _claim_parts(fact)
        # Two facts that are alike in all that makes an IRI stay two nodes, numbered in the order of the text.
        repeat = (seen[parts],) if seen[parts] else ()
        seen[parts] += 1
        kind = "statement" if isinstance(fact, Statement) else "claim"
        nodes[fact.key] = iris.minted(kind, *root, *parts, *repeat)
    expressed: dict[str, list[NamedNode]] = {}
    for claim in facts.claims:
        if claim.statement is not None:
            expressed.setdefault(claim.statement, []).append(nodes[claim.key])
    return Scope(iris, article, iris.article(article.id), nodes, expressed)


def _statement_parts(statement: Statement) -> tuple[object, ...]:
    return ("statement", *statement.content, *(statement.cue or (None, None)), *statement.speakers)


def _claim_parts(claim: Claim) -> tuple[object, ...]:
    values = (getattr(claim, field.name) for field in fields(claim) if field.name not in _JUDGED)
    return (type(claim).__name__, *(_flat(value) for value in values))


def _flat(value: object) -> object:
    return "\x1e".join(map(str, value)) if isinstance(value, tuple) else value
