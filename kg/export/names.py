"""Finds the actors of a store by id, IRI or any of their names."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.describe.iris import NAMESPACES
from kg.errors import UsageError
from kg.store import Store

__all__ = ["actors_called"]

_NAMES = "SELECT DISTINCT ?actor ?name { ?actor kg:registered ?known ; skos:prefLabel|skos:altLabel ?name }"


def actors_called(store: Store, wanted: tuple[str, ...]) -> set[NamedNode]:
    """The actors of these ids, IRIs or names (capital letters aside); UsageError names the first that nobody has."""
    solutions = store.query(_NAMES, prefixes=NAMESPACES)
    assert isinstance(solutions, QuerySolutions)
    called: dict[str, set[NamedNode]] = {}
    for actor, name in solutions:
        assert isinstance(actor, NamedNode)
        assert isinstance(name, Literal)
        for word in (name.value, actor.value, actor.value.rsplit("/", 1)[-1]):
            called.setdefault(word.casefold(), set()).add(actor)
    found = set[NamedNode]()
    for name_asked in wanted:
        if name_asked.casefold() not in called:
            raise UsageError(f"no actor is called {name_asked!r}; kg query actors lists them with all their names")
        found |= called[name_asked.casefold()]
    return found
