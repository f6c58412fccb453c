"""The node of the graph that a user means: by IRI, with a prefix, or by the end of its IRI."""

from __future__ import annotations

import re

from pyoxigraph import NamedNode

from kg.describe.iris import KINDS, prefixes
from kg.errors import UsageError
from kg.queries.sparql import literal
from kg.store import Store

__all__ = ["article_meant", "node_meant"]

_SAFE = re.compile(r"[^\s<>\"{}|\\^`]+")
_BY_END = "SELECT DISTINCT ?node { ?node a ?class FILTER(STRENDS(STR(?node), %s)) } LIMIT 9"
_BY_IDENTIFIER = (
    "SELECT DISTINCT ?node { ?node a kg:Article ; dcterms:identifier ?id FILTER(CONTAINS(?id, %s)) } LIMIT 9"
)


def node_meant(store: Store, words: str) -> NamedNode:
    """The one node that `words` mean; UsageError where it is none or several, with the candidates."""
    known = prefixes(store.base)
    candidates = [words.strip("<>")] if ":" in words else [known[kind] + words for kind in KINDS]
    prefix, colon, local = words.partition(":")
    if colon and prefix in known:
        candidates = [known[prefix] + local]
    for iri in candidates:
        if _SAFE.fullmatch(iri) and ":" in iri and any(store.quads(subject=NamedNode(iri))):
            return NamedNode(iri)
    return _only(words, [row["node"] for row in store.rows(_BY_END % literal(words))], "node")


def article_meant(store: Store, words: str) -> NamedNode:
    """The one article that `words` mean: by its identifier or a part of it, else as `node_meant`."""
    known = prefixes(store.base)
    found = [row["node"] for row in store.rows(_BY_IDENTIFIER % literal(words), prefixes=known)]
    exact = [iri for iri in found if iri == known["article"] + words]
    if exact or found:
        return _only(words, exact or found, "article")
    if ":" in words:
        return node_meant(store, words)
    raise UsageError(f"no article of this store is called {words!r}; see kg query articles")


def _only(words: str, found: list[str], what: str) -> NamedNode:
    if len(found) == 1:
        return NamedNode(found[0])
    if not found:
        raise UsageError(f"no {what} of this store has an IRI that is or ends with {words!r}")
    shown = ", ".join("/".join(iri.rsplit("/", 2)[-2:]) for iri in sorted(found)[:8])
    raise UsageError(f"{words!r} may be {shown}{' …' if len(found) > 8 else ''}: give more of it")
