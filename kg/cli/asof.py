"""The options `--as-of` and `--clock`: the graph as it could be known on a day."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from kg.queries.asof import Clock
from kg.store import Store

__all__ = ["AsOfOption", "Clock", "ClockOption", "day_of", "known_then"]

AsOfOption = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="Only what could be known on this day (YYYY-MM-DD)."),
]
ClockOption = Annotated[
    Clock, typer.Option("--clock", help="With --as-of: known when published, or when said.", case_sensitive=False)
]


def day_of(as_of: datetime | None) -> date | None:
    """The day that was asked for."""
    return None if as_of is None else as_of.date()


def known_then(store: Store, as_of: datetime | None, clock: Clock) -> Store:
    """The store as it is, or what of it could be known on the day that was asked for."""
    day = day_of(as_of)
    if day is None:
        return store
    from kg.derive.known_store import known_store

    return known_store(store, day, clock=clock)
