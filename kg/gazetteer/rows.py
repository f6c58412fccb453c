"""Rows of the gazetteer's own tables: language-free facts about actors, places and offices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang import Row
from kg.model import ActorKind, PlaceKind

__all__ = ["ActorRow", "OfficeRow", "PlaceRow"]


@dataclass(frozen=True, kw_only=True)
class ActorRow(Row):
    """One actor; `key` is its id."""

    TABLE: ClassVar[str] = "actors"

    kind: ActorKind
    en: str
    wikidata: str | None = None
    acts_for: str | None = None
    body: str | None = None
    """What it is to the state that it acts for: "intelligence", "defence-ministry"."""
    role: str | None = None
    gender: str | None = None
    adjective: str | None = None
    aliases: tuple[str, ...] = ()
    foes: tuple[str, ...] = ()
    """Ids of the states with which a state is at war."""
    backers: tuple[str, ...] = ()
    """Ids of the states that arm it in that war, as far as they arm anybody."""
    makes: tuple[str, ...] = ()
    """Beginnings of the names of weapons that nobody else makes, in lower case."""


@dataclass(frozen=True, kw_only=True)
class PlaceRow(Row):
    """One place; `key` is its id."""

    TABLE: ClassVar[str] = "places"

    kind: PlaceKind
    en: str
    wikidata: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OfficeRow(Row):
    """One office and who held it; `key` is its id."""

    TABLE: ClassVar[str] = "offices"

    en: str
    of: str
    """Id of the state, body or organisation."""
    role: str
    """What it is there: "president", "defence-minister"."""
    alone: bool = False
    """Whether its title without a name means the holder, as with heads of state."""
    holders: tuple[str, ...] = ()
    """Each "ID SINCE/UNTIL", an EDTF interval: "mark-rutte 2024-10-01/.."."""
