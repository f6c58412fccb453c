"""What two graphs say differently: facts added, dropped and changed, whatever their IRIs.

Facts are paired first by IRI, then (as a changed article text gives all its facts new IRIs) by what they say, then by
words that are nearly the same in the same article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from pyoxigraph import Quad

from kg.describe.tombstones import FACTS, Node, node_values, signature

__all__ = ["Change", "Difference", "Fact", "difference"]

NEAR = 0.7
"""Words of one article that agree so far are taken for an older and a newer form of one fact."""

COMPARED = {
    "article": "headline publisher url publishedOn updatedOn sha256",
    "statement": "speaker stance mode content speakerText cue saidOn via topic certainty",
    "claim": "class claimant modality number qualifier numberMin numberMax when evidence certainty sender host "
    "place personnel supplier recipient item itemConcept ofActor casualtyType party signatory agreementType signedOn "
    "signedAt",
    "event": "label phase independentSources independentArticles mergedBecause",
    "contradiction": "contradictionKind differsIn certainty",
}
"""The properties that count, by kind of fact."""


class Fact(NamedTuple):
    """A node with what counts of it."""

    kind: str
    iri: str
    article: str
    """Identifier; empty of what belongs to no single article."""
    who: str
    words: str
    values: Node

    def as_value(self) -> dict[str, Any]:
        """As JSON can hold it."""
        values = {name: list(value) for name, value in sorted(self.values.items())}
        return {**self._asdict(), "values": values}


class Change(NamedTuple):
    """A fact whose values differ: property → the old and the new values."""

    old: Fact
    new: Fact
    values: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]

    def as_value(self) -> dict[str, Any]:
        """As JSON can hold it."""
        changed = {name: {"old": list(old), "new": list(new)} for name, (old, new) in sorted(self.values.items())}
        return {**self.new._asdict(), "formerly": self.old.iri, "values": changed}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All that differs, each in the order of kind, article and words."""

    added: tuple[Fact, ...]
    dropped: tuple[Fact, ...]
    changed: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.dropped or self.changed)

    def as_value(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {name: [each.as_value() for each in getattr(self, name)] for name in ("added", "dropped", "changed")}


def difference(old: Iterable[Quad], new: Iterable[Quad]) -> Difference:
    """What the new quads say differently from the old ones."""
    before, after = _facts(old), _facts(new)
    pairs = [(before.pop(iri), after.pop(iri)) for iri in sorted(before.keys() & after.keys())]
    for by in (_same, _place):
        pairs += _paired(before, after, by)
    changes = (Change(one, other, _changed(one, other)) for one, other in pairs)
    return Difference(
        added=tuple(sorted(after.values(), key=_order)),
        dropped=tuple(sorted(before.values(), key=_order)),
        changed=tuple(sorted((change for change in changes if change.values), key=lambda change: _order(change.new))),
    )


def _facts(quads: Iterable[Quad]) -> dict[str, Fact]:
    nodes = node_values(quads)
    identifiers = {iri: node["identifier"][0] for iri, node in nodes.items() if "Article" in node.get("class", ())}
    found = {}
    for iri, node in nodes.items():
        kind = _kind(node)
        if kind:
            found[iri] = _fact(kind, iri, node, nodes, identifiers)
    return found


def _kind(node: Node) -> str:
    classes = set(node.get("class", ()))
    if "Event" in classes:
        # The event of one claim says what its claim says; only those of all articles are facts of their own.
        return "event" if "independentSources" in node else ""
    for name, kind in (("Article", "article"), ("Statement", "statement"), ("Contradiction", "contradiction")):
        if name in classes:
            return kind
    return "claim" if classes & set(FACTS) else ""


def _fact(kind: str, iri: str, node: Node, nodes: Mapping[str, Node], identifiers: Mapping[str, str]) -> Fact:
    values = {name: node[name] for name in COMPARED[kind].split() if name in node}
    if kind == "claim":
        values["class"] = tuple(name for name in node["class"] if name in FACTS)
    article = identifiers.get(iri, "") or identifiers.get(next(iter(node.get("inArticle", ())), ""), "")
    who = ", ".join(name.rsplit("/", 1)[-1] for name in node.get("speaker", node.get("claimant", ())))
    return Fact(kind, iri, article, who, _words(kind, node, nodes), values)


def _words(kind: str, node: Node, nodes: Mapping[str, Node]) -> str:
    if kind == "contradiction":
        sides = (nodes.get(side, {}) for side in node.get("between", ()))
        return " / ".join(sorted(next(iter(side.get("evidence", side.get("content", ()))), "?") for side in sides))
    named = (node.get(name, ()) for name in ("content", "evidence", "label", "headline", "identifier"))
    return next((values[0] for values in named if values), "")


def _same(fact: Fact) -> tuple[object, ...]:
    return fact.kind, fact.article, fact.words, signature(fact.values)


def _place(fact: Fact) -> tuple[object, ...]:
    return fact.kind, fact.article, fact.values.get("class", ()) if fact.kind == "claim" else ""


def _paired(before: dict[str, Fact], after: dict[str, Fact], by: Any) -> Iterator[tuple[Fact, Fact]]:
    open_ones: dict[object, list[Fact]] = {}
    for fact in sorted(after.values(), key=_order):
        open_ones.setdefault(by(fact), []).append(fact)
    for fact in sorted(before.values(), key=_order):
        candidates = open_ones.get(by(fact), [])
        nearest = max(candidates, key=lambda other: _likeness(fact, other), default=None)
        if nearest is not None and (by is _same or _likeness(fact, nearest) >= NEAR):
            candidates.remove(nearest)
            del before[fact.iri], after[nearest.iri]
            yield fact, nearest


def _likeness(one: Fact, other: Fact) -> float:
    if one.kind in {"article", "event"}:
        return 0.0
    return SequenceMatcher(None, one.words, other.words, autojunk=False).ratio() + (one.who == other.who) / 100


def _changed(one: Fact, other: Fact) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    names = sorted(one.values.keys() | other.values.keys())
    both = {name: (one.values.get(name, ()), other.values.get(name, ())) for name in names}
    return {name: values for name, values in both.items() if values[0] != values[1]}


def _order(fact: Fact) -> tuple[object, ...]:
    return tuple(COMPARED).index(fact.kind), fact.article, fact.words, fact.who, fact.iri
