"""Parts of a store → rows of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.describe.iris import NAMESPACES, kg, term
from kg.export.columns import TABLES, Column
from kg.export.selection import Part
from kg.model import ActorKind
from kg.store import Store

__all__ = ["Row", "rows"]

_TYPE, _ARTICLE, _IN, _EXPRESSES = term("rdf", "type"), kg("Article"), kg("inArticle"), kg("expresses")
_ACTORS = frozenset(map(kg, ActorKind))
_LABELS = "SELECT ?node ?label { ?node skos:prefLabel ?label FILTER(LANG(?label) IN ('en', 'de')) } ORDER BY ?label"

Values = dict[NamedNode, list[NamedNode | Literal]]
Nodes = dict[NamedNode, Values]


class Row(NamedTuple):
    """One row: the table that it belongs to and, for each of its columns, the values as text."""

    table: str
    cells: tuple[tuple[str, ...], ...]


def rows(store: Store, parts: Iterable[Part]) -> Iterator[Row]:
    """The rows of all tables, graph by graph, statements and claims in the order of the text, an actor once."""
    labels, seen = _labels(store), set[NamedNode]()
    for part in parts:
        nodes = _nodes(part)
        view = _View(nodes, labels)
        for node in sorted(nodes, key=lambda each: (_start(nodes[each]), each.value)):
            for name in _tables_of(nodes[node]):
                if name == "actors":
                    if node in seen:
                        continue
                    seen.add(node)
                yield Row(name, tuple(view.cell(column, node) for column in TABLES[name].columns))


class _View:
    """What the columns see of one graph."""

    def __init__(self, nodes: Nodes, labels: dict[str, str]) -> None:
        self._nodes = nodes
        self._labels = labels
        self._carriers: dict[NamedNode, list[NamedNode]] = {}
        for node, values in nodes.items():
            for claim in values.get(_EXPRESSES, ()):
                if isinstance(claim, NamedNode):
                    self._carriers.setdefault(claim, []).append(node)

    def cell(self, column: Column, node: NamedNode) -> tuple[str, ...]:
        """The values of one column for one node."""
        found = (self._text(column, value) for value in self._values(column, node))
        return tuple(text for text in found if text)

    def _values(self, column: Column, node: NamedNode) -> list[NamedNode] | list[NamedNode | Literal]:
        if column.of == "carrier":
            return self._carriers.get(node, [])
        if column.property is None:
            return [node]
        if column.of == "article":
            articles = self._nodes[node].get(_IN, [])
            return [v for a in articles if isinstance(a, NamedNode) for v in self._of(a, column.property)]
        return self._of(node, column.property)

    def _of(self, node: NamedNode, property_: NamedNode) -> list[NamedNode | Literal]:
        return self._nodes.get(node, {}).get(property_, [])

    def _text(self, column: Column, value: NamedNode | Literal) -> str:
        if isinstance(value, Literal):
            return value.value if column.language in {None, value.language} else ""
        if column.form == "label":
            return self._labels.get(value.value, value.value.rsplit("/", 1)[-1])
        return _local(value) if column.form == "concept" else value.value


def _local(value: NamedNode) -> str:
    """The local name of one of the ontology's own terms; nothing for one that says no more than the table does."""
    own = value.value.startswith(NAMESPACES["kg"]) and value not in {kg("Claim"), kg("Actor")}
    return value.value.removeprefix(NAMESPACES["kg"]) if own else ""


def _labels(store: Store) -> dict[str, str]:
    """The name of every node that has one: the English, else the German."""
    found = store.query(_LABELS, prefixes=NAMESPACES)
    assert isinstance(found, QuerySolutions)
    labels: dict[str, tuple[bool, str]] = {}
    for node, label in found:
        assert isinstance(label, Literal)
        english = label.language == "en"
        known = labels.get(node.value)
        if known is None or (english and not known[0]):
            labels[node.value] = (english, label.value)
    return {iri: label for iri, (_, label) in labels.items()}


def _tables_of(values: Values) -> Iterator[str]:
    types = set(values.get(_TYPE, ()))
    for name, table in TABLES.items():
        if table.type in types or (name == "actors" and types & _ACTORS):
            yield name


def _nodes(part: Part) -> Nodes:
    nodes: Nodes = {}
    for quad in part.quads:
        assert isinstance(quad.subject, NamedNode)
        assert isinstance(quad.object, NamedNode | Literal)
        nodes.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)
    return nodes


def _start(values: Values) -> int:
    found = [v for name in ("contentStart", "evidenceStart") for v in values.get(kg(name), ())]
    return min((int(value.value) for value in found), default=0)
