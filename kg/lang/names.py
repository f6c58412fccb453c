"""The language's names of the actors and places of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row

__all__ = ["Demonyms", "Firstnames", "Names"]


@dataclass(frozen=True, kw_only=True)
class Names(Row):
    """How the language names one actor or place; `key` is its id in the gazetteer."""

    TABLE: ClassVar[str] = "names"

    label: str
    aliases: tuple[str, ...] = ()
    short: str = ""
    """A shorter name that belongs to another entry first ("Kursk" of the region): an alias, never looked for."""
    cautious: tuple[str, ...] = ()
    """Names that are ordinary words as well ("Zeit"): they count only where the context says so."""
    role: str | None = None


@dataclass(frozen=True, kw_only=True)
class Demonyms(Row):
    """Adjectives, people and metonyms of one state or region; `key` is its id in the gazetteer."""

    TABLE: ClassVar[str] = "demonyms"

    adjectives: tuple[str, ...] = ()
    """Stems without ending: "nordkoreanisch"."""
    demonyms: tuple[str, ...] = ()
    """Base forms; "-n", "-s", "-innen" are found by themselves."""
    metonyms: tuple[str, ...] = ()
    """Capitals and seats that stand for a government or institution."""
    seats: tuple[str, ...] = ()
    """Adjectives of seats, which do not decline: "Moskauer"."""


@dataclass(frozen=True, kw_only=True)
class Firstnames(Row):
    """First names of one gender ("m", "f", "u" for both), family names that stand first, or particles inside names."""

    TABLE: ClassVar[str] = "firstnames"

    names: str
    """The names, parted by blanks."""
