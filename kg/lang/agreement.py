"""How German names pacts and treaties, and how they come about (`agreement.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row

__all__ = ["AgreementRow"]


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
    verbs: tuple[str, ...] = ()
    """Infinitives of verbs by which agreements come about."""
    prepositions: tuple[str, ...] = ()
    """Prepositions by which these verbs take the agreement ("einigten sich auf")."""
    signs: bool = False
    """Whether the persons who are the subjects of these verbs are signatories."""
