"""How German names pacts and treaties, and how they come about (`agreement.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kg.lang.tables import Row

__all__ = ["AgreementRow", "Tie"]


class Tie(StrEnum):
    """What a verb does with an agreement."""

    SIGNS = "signs"
    """Its subjects make it: they sign it, agree on it."""
    CONCLUDES = "concludes"
    """Its subjects are parties that ratify, renew or end it."""
    NEGOTIATES = "negotiates"
    """Its subjects want it; it is planned."""
    HOLDS = "holds"
    """It exists between parties, or they have it."""
    OBLIGES = "obliges"
    """It binds its parties: they are the objects."""


@dataclass(frozen=True, kw_only=True)
class AgreementRow(Row):
    """A name of an agreement, a word beside it, or a verb by which one comes about."""

    TABLE: ClassVar[str] = "agreement"

    nouns: tuple[str, ...] = ()
    """Lemmas in lower case; "-pakt" is the last part of a compound, "militär-" the first."""
    adjectives: tuple[str, ...] = ()
    english: str = ""
    """What the noun or adjective is in the English type of the agreement."""
    place: int = 0
    """Where the English word stands among the others, from the left."""
    head: bool = False
    """Whether the noun alone names an agreement."""
    loose: bool = False
    """Whether the noun is an agreement only where it is told that it was made: "die Partnerschaft mit …" is none."""
    allied: bool = False
    """Whether the word tells that two states stand by each other."""
    verbs: tuple[str, ...] = ()
    """Infinitives of verbs by which agreements come about or stand."""
    participles: tuple[str, ...] = ()
    """Stems of participles in front of the noun: "der von X und Y geschlossene Pakt"."""
    prepositions: tuple[str, ...] = ()
    """Prepositions by which these verbs take the agreement ("einigten sich auf")."""
    tie: Tie | None = None
    """What these verbs do with it."""
