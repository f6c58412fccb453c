"""What the frame tables share: the words by which a German text tells of an event.

A row is found by its verbs, nouns or participles. Nouns are lemmas in lower case; one that begins with a hyphen is the
last part of a compound ("-lieferung" finds "Waffenlieferung", "lieferung" alone does not).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.lang.tables import Row
from kg.model.vocabulary import Modality

__all__ = ["FrameRow", "Need"]


class Need(StrEnum):
    """What must stand in the clause itself before a row counts."""

    PLACE = "place"
    """A country or place where it happens or that it leads to."""
    NUMBER = "number"
    FOREIGN = "foreign"
    """Whose people or goods they are, told in the clause and another than the country of the place."""
    ABROAD = "abroad"
    """A country that it leads to, named or left to what the article has told before."""
    TOLD = "told"
    """Not in the clause but shortly before it: an event of the kind, which gives the roles."""


@dataclass(frozen=True, kw_only=True)
class FrameRow(Row):
    """One way to tell of an event: the words and the constructions that they stand in."""

    verbs: tuple[str, ...] = ()
    """Infinitives as `Clause.lemma` has them, separable prefix joined."""
    idioms: tuple[str, ...] = ()
    """Word runs in lower case, one of which must stand in the clause beside the verb ("zum einsatz"); "…" in one is
    whatever comes between its parts ("es … um")."""
    barred: tuple[str, ...] = ()
    """Word runs beside the verb with which it tells something else ("in die hände fallen")."""
    nouns: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    """Participles before a noun, uninflected ("entsandt")."""
    needs: tuple[Need, ...] = ()
    plan: bool = False
    """Whether the verb itself only tells of a plan ("zusagen")."""
    ahead: bool = False
    """Whether its present tense tells of what is still to come ("weitere folgen")."""
    maybe: bool = False
    """Whether it tells of no more than what could be ("darin hätten 300 Platz")."""
    asks: bool = False
    """Whether it tells of a demand itself, which is a claim of what could be."""
    denies: bool = False
    """Whether the verb itself says that it is not done ("verweigern")."""
    ought: Modality = Modality.PLANNED
    """What "soll" with a present infinitive means here: a plan, or hearsay about what is under way."""
