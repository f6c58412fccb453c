"""What a dossier says, before it is put on a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["Contradicted", "Dossier", "Figure", "Holder", "Page", "Side", "Voice"]


class Side(StrEnum):
    """Where a voice stands to what the dossier is about."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"
    EXPECTS = "expects"
    SAYS = "says"
    """In the dossier of an actor, where there is nothing to be for or against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article."""

    identifier: str
    headline: str
    publisher: str
    published: str
    """As EDTF; empty where it is not known."""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One statement or claim, with who is behind it and where it stands."""

    node: str
    """IRI."""
    who: str
    side: Side
    does: str
    """The stance of the statement, else the modality of the claim."""
    words: str
    when: str
    """The day it was said; "by" the day of the article where that is all there is; "open"."""
    page: Page
    chain: str = ""
    via: str = ""
    number: str = ""
    chosen: bool = False
    """Whether it is what the dossier was asked about."""
    unsure: bool = False
    """Whether it is about an event that may be the same or another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its bounds, for the plot."""

    who: str
    when: str
    shown: str
    """As the text means it: "up to 12000"."""
    low: int | None
    high: int | None
    value: int
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradicted:
    """Two voices that contradict each other."""

    kind: str
    sure: bool
    one: str
    one_words: str
    one_when: str
    other: str
    other_words: str
    other_when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The position of an actor: stance after stance, with its day."""

    name: str
    about: str
    steps: tuple[tuple[str, str, bool], ...]
    """Stance, day, and whether it turned from the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything on one claim, event, agreement or actor."""

    node: str
    kind: str
    """claim, event, agreement or actor."""
    title: str
    facts: tuple[tuple[str, str], ...]
    """Label and value, in the order in which they are shown."""
    voices: tuple[Voice, ...]
    """In time order."""
    figures: tuple[Figure, ...]
    contradictions: tuple[Contradicted, ...]
    positions: tuple[Holder, ...]
    sources: tuple[str, ...]
    """The independent sources, by name."""
    pages: tuple[Page, ...]
    as_of: date | None = None
