"""Finds the one actor that a user means by a name, an alias, a part of a name, an id or an IRI."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from kg.errors import UsageError
from kg.queries.sparql import literal

__all__ = ["Ask", "actor_named"]

Ask = Callable[[str], Iterable[Mapping[str, str]]]
"""Answers a SELECT query with rows of values by variable."""

_NAMES = """SELECT DISTINCT ?actor ?name ?preferred WHERE {
  ?actor a kg:Actor ; ?naming ?name .
  FILTER(?naming IN (skos:prefLabel, skos:altLabel) && CONTAINS(LCASE(STR(?name)), LCASE(%s)))
  BIND(?naming = skos:prefLabel AS ?preferred)
}"""
_IDS = """SELECT DISTINCT ?actor WHERE { ?actor a kg:Actor . FILTER(STRENDS(STR(?actor), %s)) }"""


def actor_named(words: str, ask: Ask, *, prefixes: Mapping[str, str]) -> str:
    """The IRI of the actor that `words` mean; UsageError where none or several are meant, with the candidates."""
    if words.startswith(("http://", "https://", "urn:", "<")):
        return words
    prefix, colon, local = words.partition(":")
    if colon and prefix in prefixes:
        return prefixes[prefix] + local
    found = _best(words, list(ask(_NAMES % literal(words))))
    if not found:
        found = sorted({row["actor"] for row in ask(_IDS % literal(f"/actor/{words}"))})
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"no actor of this graph is called {words!r}; see kg query actors")
    shown = ", ".join("actor:" + iri.rsplit("/", 1)[-1] for iri in found[:8])
    raise UsageError(f"{words!r} may be {shown}: give one of these")


def _best(words: str, rows: list[Mapping[str, str]]) -> list[str]:
    """The actors whose names fit best: preferred name, then any name, then a whole word of a name."""
    wanted = words.casefold()
    whole = re.compile(rf"\b{re.escape(wanted)}\b")
    ranks = (
        [row["actor"] for row in rows if row["name"].casefold() == wanted and row["preferred"] == "true"],
        [row["actor"] for row in rows if row["name"].casefold() == wanted],
        [row["actor"] for row in rows if whole.search(row["name"].casefold())],
    )
    return next((sorted(set(rank)) for rank in ranks if rank), [])
