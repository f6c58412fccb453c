"""Sorts of bodies: which of those named "das Blatt", "das Höchstgericht", "die Rebellen" may mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row
from kg.model import ActorKind

__all__ = ["Sorts"]

_NONE = ("\0",)


@dataclass(frozen=True, kw_only=True)
class Sorts(Row):
    """The nouns that describe bodies of one sort, in lower case, and who is of the sort."""

    TABLE: ClassVar[str] = "sorts"

    endings: tuple[str, ...] = ()
    """A noun in the singular that ends so describes one body of the sort: "gericht"."""
    whole: tuple[str, ...] = ()
    """Nouns that do so only as they stand."""
    people: tuple[str, ...] = ()
    """Nouns in the plural that stand for one body: "rebellen"."""
    several: tuple[str, ...] = ()
    """Nouns that do so where they mean several, alike in the singular: "richter"."""
    kinds: tuple[ActorKind, ...] = ()
    """Whoever is named and of such a kind is of the sort."""
    called: tuple[str, ...] = ()
    """Whoever is called by a noun that ends so is of the sort: "gerichtshof"."""
    alone: bool = False
    """Whether whoever is called by the bare noun is of the sort too: "Polizei"."""
    actors: tuple[str, ...] = ()
    """The ids of others that are."""
    of_states: bool = False
    """Whether states are their members, so that whoever acts for one may be of any people."""
    reach: int = 3
    """How many sentences one is looked for in: its own and those before."""

    def describes(self, noun: str, *, plural: bool) -> bool:
        """Whether a noun describes one body of the sort."""
        low = noun.lower()
        single = low.endswith(self.endings or _NONE) or low in self.whole
        return low in self.people or (low in self.several if plural else single)

    def named_so(self, label: str) -> bool:
        """Whether somebody's own words hold a noun of the sort with more than the noun: "Oberster Gerichtshof"."""
        words = label.lower().split()
        ends = [word for word in words if word.endswith(self.called or _NONE)]
        return bool(ends) and (self.alone or len(words) > 1 or ends[0] not in self.called)
