"""Proves an exported graph against the articles: every quoted string stands where the graph says, offline.

A node quotes its article by three properties: the words, and `…Start` and `…End`, offsets into the article's text in
Unicode code points, start inclusive, end exclusive.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

from kg.describe.iris import NAMESPACES, kg, term

__all__ = ["Fault", "Verdict", "verify"]

_KG = NAMESPACES["kg"]
_IN, _SHA256, _IDENTIFIER = kg("inArticle"), kg("sha256"), term("dcterms", "identifier")

Values = dict[str, str]
"""The values of one node by property; nodes have one value of each property that counts here."""


class Fault(NamedTuple):
    """A node that is not borne out by its article, and why."""

    node: str
    reason: str


class Verdict(NamedTuple):
    """What a proof found."""

    articles: int
    quotations: int
    faults: tuple[Fault, ...]


def verify(quads: Iterable[Quad], texts: Mapping[str, str]) -> Verdict:
    """Checks every quotation of a graph against the texts of its articles, by their identifiers."""
    nodes = _nodes(quads)
    articles = {iri: values for iri, values in nodes.items() if _IDENTIFIER.value in values and _SHA256.value in values}
    faults = [fault for iri in sorted(articles) for fault in _of_article(iri, articles[iri], texts)]
    unread = {fault.node for fault in faults}
    quotations = 0
    for iri in sorted(nodes):
        for spanned in sorted(_spans(nodes[iri])):
            quotations += 1
            home = nodes[iri].get(_IN.value, "")
            if home in unread:
                faults.append(Fault(iri, f"{spanned} cannot be checked: its article fails"))
                continue
            text = texts.get(articles[home][_IDENTIFIER.value]) if home in articles else None
            faults += _of_quotation(iri, spanned, nodes[iri], text)
    return Verdict(len(articles), quotations, tuple(faults))


def _of_article(iri: str, values: Values, texts: Mapping[str, str]) -> Iterator[Fault]:
    identifier = values[_IDENTIFIER.value]
    if identifier not in texts:
        yield Fault(iri, f"there is no article {identifier!r} in the folder")
    elif hashlib.sha256(texts[identifier].encode("utf-8", "surrogatepass")).hexdigest() != values[_SHA256.value]:
        yield Fault(iri, f"the article {identifier!r} in the folder has another text (SHA-256)")


def _of_quotation(iri: str, name: str, values: Values, text: str | None) -> Iterator[Fault]:
    if text is None:
        yield Fault(iri, f"{name}: it names no article (kg:inArticle) that the graph describes")
        return
    words = values.get(f"{_KG}{name}Text", values.get(f"{_KG}{name}"))
    start, end = (values.get(f"{_KG}{name}{side}", "") for side in ("Start", "End"))
    if words is None or not start.isdecimal() or not end.isdecimal():
        yield Fault(iri, f"{name}: words, start and end are not all given")
    elif not int(start) < int(end) <= len(text):
        yield Fault(iri, f"{name}: {start}–{end} is no stretch of a text of {len(text)} characters")
    elif text[int(start) : int(end)] != words:
        yield Fault(iri, f"{name}: at {start}–{end} stands {_short(text[int(start) : int(end)])}, not {_short(words)}")


def _spans(values: Values) -> set[str]:
    """The names of what a node quotes: "content" for `kg:contentStart` or `kg:contentEnd`."""
    local = (name.removeprefix(_KG) for name in values if name.startswith(_KG))
    return {name.removesuffix(side) for name in local for side in ("Start", "End") if name.endswith(side)}


def _nodes(quads: Iterable[Quad]) -> dict[str, Values]:
    nodes: dict[str, Values] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            nodes.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
    return nodes


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return f"“{flat if len(flat) <= 60 else flat[:59] + '…'}”"
