"""Contexts in which an ordinary word counts as a name, and the small words that join noun phrases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row

__all__ = ["Contexts", "Directions", "Joints"]


@dataclass(frozen=True, kw_only=True)
class Contexts(Row):
    """Words beside a cautious name that make it one; all in lower case."""

    TABLE: ClassVar[str] = "contexts"

    before: tuple[str, ...]
    parts: tuple[str, ...]
    """Last parts of compounds that begin with the name: "Zeit-Interview"."""
    after: tuple[str, ...] = ()
    """Words right behind the name."""
    only: tuple[str, ...] = ()
    """Ids that the row is for; empty for all that no row names."""


@dataclass(frozen=True, kw_only=True)
class Joints(Row):
    """Small words by what they do between a noun and what belongs to it; all in lower case."""

    TABLE: ClassVar[str] = "joints"

    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Directions(Row):
    """One point of the compass, for parts of states: "im Osten Russlands", "Ostukraine"."""

    TABLE: ClassVar[str] = "directions"

    en: str
    words: tuple[str, ...]
    parts: tuple[str, ...]
    """First parts of compounds, in lower case."""
