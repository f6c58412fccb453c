"""What `kg explain` tells of a node: its words, the rule that made it, its article, and what it is tied to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode

import kg.lang
from kg.cli.article import Node, label_of, nodes_of, text_of
from kg.cli.rendering import shortener
from kg.cli.sources import prefixes_of
from kg.model import Span
from kg.store import Store

__all__ = ["explained", "explained_value"]

CONTEXT = 80
MOST = 12
_WORDS = (("content", "content"), ("evidence", "evidence"), ("speakerText", "speaker"), ("cue", "cue"))
# How one node leads to another that stands behind it, and how others lead to it.
_ONWARD = ("relays", "continues", "originalSource", "about", "between", "respondsTo", "corroborates", "actsFor")
_HITHER = ("expresses", "relays", "continues", "about", "between", "respondsTo", "speaker", "claimant", "via")


def explained(store: Store, iri: NamedNode) -> str:
    """All that stands behind a node, a line a thing."""
    node, graphs = _found(store, iri)
    short = shortener(prefixes_of(store))
    lines = [f"{short(iri)}  {', '.join(node.local('type'))}", *_labels(store, node)]
    lines += [*_words(store, node), *_rule(node), *_origin(store, node, graphs)]
    return "\n".join([*lines, *_properties(store, node), *_ties(store, node)])


def explained_value(store: Store, iri: NamedNode) -> dict[str, Any]:
    """The same for JSON."""
    node, graphs = _found(store, iri)
    rows = {rule: _row_of(rule) for rule in node.all("rule")}
    return {
        "iri": node.iri,
        "values": {name: list(node.all(name)) for name in node.values},
        "graphs": graphs,
        "rules": {rule: {"file": row[0], "row": row[1]} for rule, row in rows.items() if row is not None},
        "ties": list(_ties(store, node)),
    }


def _found(store: Store, iri: NamedNode) -> tuple[Node, list[str]]:
    quads = list(store.quads(subject=iri))
    graphs = sorted({quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode)})
    return nodes_of(quads)[iri.value], graphs


def _labels(store: Store, node: Node) -> Iterator[str]:
    if node.values.get("prefLabel"):
        yield _line("called", label_of(store, node.iri))
    if node.values.get("altLabel"):
        yield _line("also", ", ".join(node.all("altLabel")))


def _words(store: Store, node: Node) -> Iterator[str]:
    article = node.one("inArticle")
    text = text_of(store, NamedNode(article)) if article else None
    for name, place in _WORDS:
        span = node.span(place)
        if span is not None:
            yield _line(name, f"“{_flat(node.one(name) or '')}”  at {span.start}–{span.end}")
            if text is not None and name in {"content", "evidence"}:
                yield _line("in", _context(text, span))


def _context(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return _flat(f"…{before}»{span.of(text)}«{after}…")


def _rule(node: Node) -> Iterator[str]:
    for rule in node.all("rule"):
        yield _line("rule", rule)
        row = _row_of(rule)
        if row is not None:
            file, values = row
            yield _line("", f"{file}: " + ", ".join(f"{name} = {value!r}" for name, value in values.items()))
    for name in ("certainty", "reason", "mergedBecause"):
        for value in node.all(name):
            yield _line(name, value)


def _row_of(rule: str) -> tuple[str, dict[str, Any]] | None:
    """The file and the row behind a rule's id, without its test sentences; None where a rule is code."""
    table, _, key = rule.partition("/")
    file = Path(kg.lang.__file__).parent / "de" / f"{table}.toml"
    if not table.replace("_", "").isalnum() or not file.is_file():
        return None
    row = tomllib.loads(file.read_text(encoding="utf-8")).get(key)
    if not isinstance(row, dict):
        return None
    return f"kg/lang/de/{file.name}", {name: value for name, value in row.items() if name not in {"yes", "no"}}


def _origin(store: Store, node: Node, graphs: list[str]) -> Iterator[str]:
    article = node.one("inArticle") or (node.iri if node.is_a("Article") else None)
    if article:
        values = next(iter(nodes_of(store.quads(subject=NamedNode(article))).values()), Node(article, {}))
        about = [values.one(name) for name in ("identifier", "headline", "publisher", "publishedOn", "url")]
        yield _line("article", " · ".join(value for value in about if value))
    yield _line("graph", ", ".join(graph.rsplit("/", 1)[-1] for graph in graphs))
    runs = {quad.object for graph in graphs for quad in store.quads(NamedNode(graph), subject=NamedNode(graph))}
    short = shortener(prefixes_of(store))
    for run in sorted(runs, key=str):
        if isinstance(run, NamedNode) and "/run/" in run.value:
            yield _line("made by", short(run))


def _properties(store: Store, node: Node) -> Iterator[str]:
    told = {"type", "prefLabel", "altLabel", "inArticle", "rule", "certainty", "reason", "mergedBecause", *_ONWARD}
    told |= {each for name, place in _WORDS for each in (name, f"{place}Start", f"{place}End")}
    for name, values in node.values.items():
        if name not in told:
            shown = [_shown(store, value) for value in values[:MOST]]
            yield _line(name, ", ".join(shown) + (" …" if len(values) > MOST else ""))


def _ties(store: Store, node: Node) -> Iterator[str]:
    for name in _ONWARD:
        for iri in node.all(name):
            yield _line(name, _tie(store, iri))
    hither: dict[str, list[str]] = {}
    for name in _HITHER:
        found = store.rows(f"SELECT DISTINCT ?node {{ ?node kg:{name} <{node.iri}> }}", prefixes=prefixes_of(store))
        hither[name] = sorted(row["node"] for row in found)
    for name, iris in hither.items():
        for iri in iris[:MOST]:
            yield _line(f"{name} of", _tie(store, iri))
        if len(iris) > MOST:
            yield _line("", f"… and {len(iris) - MOST} more")


def _tie(store: Store, iri: str) -> str:
    """Another node in one line: who says it, and the words."""
    node = next(iter(nodes_of(store.quads(subject=NamedNode(iri))).values()), Node(iri, {}))
    speakers = ", ".join(label_of(store, each) for each in (*node.all("speaker"), *node.all("claimant")))
    words = _flat(node.one("content") or node.one("evidence") or "")
    shown = shortener(prefixes_of(store))(NamedNode(iri))
    name = label_of(store, iri) if node.values.get("prefLabel") else ""
    parts = [shown, name, speakers, *node.local("stance"), *node.local("modality"), f"“{words}”" if words else ""]
    return " · ".join(part for part in parts if part)


def _shown(store: Store, value: NamedNode | Literal) -> str:
    if isinstance(value, Literal):
        return _flat(value.value)
    short = shortener(prefixes_of(store))(value)
    label = label_of(store, value.value) if value.value.startswith(store.base) else ""
    return f"{label} ({short})" if label and not short.endswith(label) else short


def _line(name: str, words: str) -> str:
    return f"  {name:<14} {words}"


def _flat(words: str) -> str:
    return " ".join(words.split())
