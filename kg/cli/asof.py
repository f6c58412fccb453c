"""The options `--as-of` and `--clock`: the graph as it could be known on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Protocol

import typer

from kg.errors import UsageError
from kg.queries.asof import Clock
from kg.queries.asof import as_of as rewritten
from kg.store import Store

__all__ = ["AsOfOption", "Clock", "ClockOption", "asked_then", "known_then"]

_DATED = "SELECT ?day { ?node <https://w3id.org/conflict-kg/ontology#publicFrom> ?day } LIMIT 1"


class Source(Protocol):
    """What can be asked: a store here or elsewhere."""

    def rows(self, query: str, /) -> Iterator[dict[str, str]]:
        """The rows of a SELECT query."""
        ...


AsOfOption = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="Only what could be known on this day (YYYY-MM-DD)."),
]
ClockOption = Annotated[
    Clock, typer.Option("--clock", help="With --as-of: known when published, or when said.", case_sensitive=False)
]


def asked_then(query: str, source: Source, as_of: datetime | None, clock: Clock) -> str:
    """A query with its prefixes, as it is or rewritten to the day that was asked for; UsageError where the graph that
    is asked does not say what could be known when."""
    if as_of is None:
        return query
    if not any(source.rows(_DATED)):
        raise UsageError(
            "this graph does not say what could be known when: kg derive makes the derived graph that does"
        )
    return rewritten(query, as_of.date(), clock=clock)


def known_then(store: Store, as_of: datetime | None, clock: Clock) -> Store:
    """The store as it is, or what of it could be known on the day that was asked for."""
    if as_of is None:
        return store
    from kg.derive.known_store import known_store

    return known_store(store, as_of.date(), clock=clock)
