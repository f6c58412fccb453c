"""One article of a store with its text, statements and claims, for `kg show` and `kg explain`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kg.describe.iris import NAMESPACES, Iris
from kg.model import Span
from kg.store import Store

__all__ = ["Node", "Page", "label_of", "nodes_of", "page_of", "text_of"]


@dataclass(frozen=True, slots=True)
class Node:
    """One node: the values of its properties, by property without namespace."""

    iri: str
    values: Mapping[str, tuple[NamedNode | Literal, ...]]

    def all(self, name: str) -> tuple[str, ...]:
        """The values of a property as plain words or IRIs."""
        return tuple(value.value for value in self.values.get(name, ()))

    def one(self, name: str) -> str | None:
        """The first value of a property; None where there is none."""
        found = self.all(name)
        return found[0] if found else None

    def local(self, name: str) -> tuple[str, ...]:
        """The values of a property, IRIs by their last part: "confirms"."""
        return tuple(value.rpartition("#")[2].rpartition("/")[2] for value in self.all(name))

    def span(self, name: str) -> Span | None:
        """The place of words in the text: `span("cue")`."""
        start, end = self.one(f"{name}Start"), self.one(f"{name}End")
        return None if start is None or end is None else Span(int(start), int(end))

    def is_a(self, name: str) -> bool:
        """Whether it is of a class of the ontology: `is_a("Statement")`."""
        return NAMESPACES["kg"] + name in self.all("type")


@dataclass(frozen=True, slots=True)
class Page:
    """An article with what it says, each in the order of the text."""

    article: Node
    text: str | None
    """None where the store was made without texts."""
    statements: tuple[Node, ...]
    claims: tuple[Node, ...]


def page_of(store: Store, article: NamedNode) -> Page:
    """An article as the store has it."""
    graph = NamedNode(f"{store.base}graph/article-{article.value.rsplit('/', 1)[-1]}")
    nodes = nodes_of(store.quads(graph))
    return Page(
        nodes.get(article.value, Node(article.value, {})),
        text_of(store, article),
        _in_order((node for node in nodes.values() if node.is_a("Statement")), "content"),
        _in_order((node for node in nodes.values() if node.is_a("Claim")), "evidence"),
    )


def nodes_of(quads: Iterable[Quad]) -> dict[str, Node]:
    """Every subject of the quads with its properties; values once, in a fixed order."""
    found: dict[str, dict[str, set[NamedNode | Literal]]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            name = quad.predicate.value.rpartition("#")[2].rpartition("/")[2]
            found.setdefault(quad.subject.value, {}).setdefault(name, set()).add(quad.object)
    return {
        iri: Node(iri, {name: tuple(sorted(values, key=str)) for name, values in sorted(properties.items())})
        for iri, properties in sorted(found.items())
    }


def text_of(store: Store, article: NamedNode) -> str | None:
    """The text of an article, where the store has it."""
    texts = (quad.object for quad in store.quads(Iris(store.base).graph("texts"), subject=article))
    return next((each.value for each in texts if isinstance(each, Literal)), None)


def label_of(store: Store, iri: str) -> str:
    """The English name of a thing, else any, else the last part of its IRI."""
    labels = [
        quad.object for quad in store.quads(subject=NamedNode(iri)) if quad.predicate.value.endswith("#prefLabel")
    ]
    words = [each for each in labels if isinstance(each, Literal)]
    best = sorted(words, key=lambda each: (each.language != "en", each.value))
    return best[0].value if best else iri.rsplit("/", 1)[-1]


def _in_order(nodes: Iterable[Node], name: str) -> tuple[Node, ...]:
    return tuple(sorted(nodes, key=lambda node: (node.span(name) or Span(0, 0), node.iri)))
