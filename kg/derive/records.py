"""What the derived graph is made from: plain frozen records of the articles, statements and claims of a store.

Values of the vocabulary are local names ("denies", "fact", "Deployment"); everything else that has a node is its IRI.
Lists are sorted, so that equal graphs give equal records whatever the order of their articles.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.derive.times import Window

__all__ = ["ActorRecord", "ArticleRecord", "ClaimRecord", "Corpus", "PlaceRecord", "StatementRecord"]

OWN_VOICE = frozenset({"MediaOrganisation", "NewsAgency", "ThinkTank"})
"""Actors that report or judge in their own name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRecord:
    """Somebody who speaks or acts."""

    iri: str
    kinds: frozenset[str]
    """Local names of its classes."""
    label: str
    """In English where there is an English one."""
    names: tuple[str, ...]
    """All its names, of every language."""
    acts_for: str | None = None
    registered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRecord:
    """A place, with the state that it lies in."""

    iri: str
    label: str
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """An article and when it came out."""

    iri: str
    identifier: str
    publisher: str | None
    published: Window | None
    """From the first day that it can have come out to the last day that it can have been changed."""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRecord:
    """One act of saying."""

    iri: str
    article: str
    speakers: tuple[str, ...]
    stance: str
    content: str
    start: int
    """Where its first word (speaker, cue or content) begins."""
    end: int
    """Where its last word ends."""
    speaker_words: str = ""
    said: Window | None = None
    via: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()
    continues: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    expresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord:
    """One proposition about an event."""

    iri: str
    article: str
    kind: str
    """The event's class: Deployment, ArmsTransfer, CasualtyEvent, Agreement."""
    claimants: tuple[str, ...]
    modality: str
    evidence: str
    start: int
    roles: tuple[tuple[str, str], ...]
    """Property and value, sorted; a property may repeat."""
    number: int | None = None
    qualifier: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    when: Window | None = None
    when_edtf: str | None = None
    """The date of the event as EDTF; of an agreement, the day that it was signed."""
    statement: str | None = None
    event: str | None = None
    """The event as its own article's graph has it."""

    def role(self, name: str) -> tuple[str, ...]:
        """The values of one property."""
        return tuple(value for key, value in self.roles if key == name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All records of a store, each kind by IRI."""

    articles: dict[str, ArticleRecord] = field(default_factory=dict)
    statements: dict[str, StatementRecord] = field(default_factory=dict)
    claims: dict[str, ClaimRecord] = field(default_factory=dict)
    actors: dict[str, ActorRecord] = field(default_factory=dict)
    places: dict[str, PlaceRecord] = field(default_factory=dict)

    def told(self, claim: ClaimRecord) -> Window | None:
        """When a claim was made: the day of its statement, else of its article; None where neither is known."""
        statement = self.statements.get(claim.statement or "")
        if statement is not None and statement.said is not None:
            return statement.said
        return self.articles[claim.article].published

    def said(self, statement: StatementRecord) -> Window | None:
        """When a statement was made: its own day, else its article's; None where neither is known."""
        return statement.said if statement.said is not None else self.articles[statement.article].published

    def principal(self, actor: str) -> str:
        """The state or body in whose name an actor speaks in the end; itself where it speaks for nobody.

        A medium or a think tank speaks for itself, whatever state it belongs to."""
        seen = {actor}
        while (record := self.actors.get(actor)) is not None and record.acts_for is not None:
            if record.kinds & OWN_VOICE:
                return actor
            if record.acts_for in seen:
                return min(seen)
            actor = record.acts_for
            seen.add(actor)
        return actor

    def label(self, iri: str) -> str:
        """The name of an actor or place; the last part of its IRI where it has none."""
        record = self.actors.get(iri) or self.places.get(iri)
        return record.label if record is not None else iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
