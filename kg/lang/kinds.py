"""Nouns of bodies: what kind of actor "das Innenministerium" or "der Presserat" is, though no registry knows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row
from kg.model import ActorKind

__all__ = ["Kinds"]


@dataclass(frozen=True, kw_only=True)
class Kinds(Row):
    """The nouns of one kind of body in the singular, in lower case."""

    TABLE: ClassVar[str] = "kinds"

    kind: ActorKind
    endings: tuple[str, ...] = ()
    """A noun that ends so is such a body: "ministerium"."""
    whole: tuple[str, ...] = ()
    """Nouns that are one only as they stand, or behind a hyphen."""
    twofold: tuple[str, ...] = ()
    """Endings that are the same in the plural: they count only where the words show that one is meant."""

    def names(self, noun: str, *, single: bool) -> bool:
        """Whether a noun is such a body; `single` where the words around it show that it is one."""
        low = noun.lower()
        twofold = low.endswith(self.twofold) if single and self.twofold else False
        return twofold or low.endswith(self.endings or ("\0",)) or low.rpartition("-")[2] in self.whole
