"""Writes parts of a store as JSON-LD 1.1: compact, by the shipped context, each article as one tree.

The article stands at the root of its graph, its statements and claims in the order of the text, the claims that a
statement expresses inside it, and whoever and whatever they name where they are named first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from pyoxigraph import Literal, NamedNode, Quad

from kg.describe.iris import kg, term
from kg.export.compact import Compactor, Term
from kg.export.rdf import Options
from kg.export.selection import Part
from kg.rdffile import CONTEXT, shipped_context

__all__ = ["write_jsonld"]

_TYPE = term("rdf", "type")
_ARTICLE, _IN, _EXPRESSES = kg("Article"), kg("inArticle"), kg("expresses")
_TIES = {kg(name) for name in ("relays", "continues", "respondsTo", "corroborates", "between", "mergedFrom")}
_REVERSED = {"@reverse": "kg:inArticle"}
_STARTS = (kg("contentStart"), kg("evidenceStart"))

Values = dict[NamedNode, list[Any]]
Nodes = dict[NamedNode, Values]


def write_jsonld(parts: Iterable[Part], stream: BinaryIO, options: Options) -> None:
    """One document with one object for each named graph."""
    shipped = shipped_context()
    # The statements and claims of an article are both what is `inArticle`: two names for one reverse property.
    own = {"@base": options.base, "statements": _REVERSED, "claims": _REVERSED}
    context = [shipped | own] if options.inline_context else [CONTEXT, own]
    compactor = Compactor(shipped, options.base)
    stream.write(b'{\n"@context": ' + _json(context if len(context) > 1 else context[0]) + b',\n"@graph": [')
    for number, part in enumerate(parts):
        graph = {"id": compactor.identifier(part.graph), "@graph": list(_Trees(part.quads, compactor).roots())}
        stream.write((b",\n" if number else b"\n") + _json(graph))
    stream.write(b"\n]\n}\n")


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass")


class _Trees:
    """The nodes of one graph; each is written out once and named by its id everywhere else."""

    def __init__(self, quads: Iterable[Quad], compactor: Compactor) -> None:
        self._compactor = compactor
        self._nodes = _nodes(quads)
        self._open = set(self._nodes)

    def roots(self) -> Iterator[dict[str, Any]]:
        """The articles as trees, then whatever no tree holds."""
        articles = [node for node, values in self._nodes.items() if _ARTICLE in values.get(_TYPE, ())]
        for article in articles:
            yield self._article(article)
        for node in self._nodes:
            if node in self._open:
                yield self._tree(node, nested=bool(articles))

    def _article(self, article: NamedNode) -> dict[str, Any]:
        inside = [node for node, values in self._nodes.items() if article in values.get(_IN, ())]
        inside.sort(key=lambda node: _start(self._nodes[node]))
        statements = [node for node in inside if kg("Statement") in self._nodes[node].get(_TYPE, ())]
        expressed = {claim for node in statements for claim in self._nodes[node].get(_EXPRESSES, ())}
        claims = [node for node in inside if node not in expressed and node not in statements]
        tree = self._tree(article)
        for name, nodes in (("statements", statements), ("claims", claims)):
            # A statement or claim that stands below its article need not name it.
            below = [self._tree(node, without=_IN) for node in nodes if node in self._open]
            if below:
                tree[name] = below
        return tree

    def _tree(self, node: NamedNode, *, without: NamedNode | None = None, nested: bool = True) -> dict[str, Any]:
        self._open.discard(node)
        values = self._nodes[node]
        tree: dict[str, Any] = {"id": self._compactor.identifier(node)}
        if _TYPE in values:
            types = [self._compactor.vocabulary(value) for value in values[_TYPE]]
            tree["type"] = types[0] if len(types) == 1 else types
        terms = {p: self._compactor.property(p, found) for p, found in values.items() if p not in {_TYPE, without}}
        for predicate in sorted(terms, key=lambda p: (terms[p].place, terms[p].name)):
            follow = nested and predicate not in _TIES
            written = [self._value(terms[predicate], value, follow=follow) for value in values[predicate]]
            tree[terms[predicate].name] = self._held(terms[predicate], written, values[predicate])
        return tree

    def _value(self, term_: Term, value: Any, *, follow: bool) -> Any:
        if follow and value in self._open and self._may_stand_inside(value, term_):
            return self._tree(value)
        return self._compactor.value(term_, value)

    def _may_stand_inside(self, node: NamedNode, term_: Term) -> bool:
        types = self._nodes[node].get(_TYPE, ())
        if _ARTICLE in types or kg("Statement") in types:
            return False
        return kg("Claim") not in types or term_.name == "expresses"

    def _held(self, term_: Term, written: list[Any], values: list[Any]) -> Any:
        if term_.container == "@language":
            held: dict[str, Any] = {}
            for value in values:
                held.setdefault(value.language, []).append(value.value)
            return {language: words[0] if len(words) == 1 else words for language, words in sorted(held.items())}
        return written[0] if len(written) == 1 and term_.container != "@set" else written


def _nodes(quads: Iterable[Quad]) -> Nodes:
    nodes: Nodes = {}
    for quad in quads:
        assert isinstance(quad.subject, NamedNode), "the graph has no blank nodes"
        nodes.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)
    return nodes


def _start(values: Values) -> int:
    """Where in the text a statement or claim begins."""
    found = [value for name in _STARTS for value in values.get(name, ())]
    return min((int(value.value) for value in found if isinstance(value, Literal)), default=0)
