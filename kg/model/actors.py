"""Actors and places, and the places in a text where they are mentioned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.dates import PartialDate
from kg.model.record import Record, record
from kg.model.text import Span
from kg.model.vocabulary import ActorKind, PlaceKind, Qualifier

__all__ = [
    "Actor",
    "ActorMention",
    "DateMention",
    "MentionForm",
    "Mentions",
    "Office",
    "Place",
    "PlaceMention",
    "QuantityMention",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who speaks or acts: one of a registry, or one that only articles know (`registered` false)."""

    id: str
    """A slug: the registry's own ("north-korea"), or "x-" + kind + name for an actor that no registry knows
    ("x-person-nico-lange")."""
    kind: ActorKind
    label_en: str
    label_de: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    """"Q423", only where verified."""
    acts_for: str | None = None
    """Id of the state or organisation that it acts for."""
    role_de: str | None = None
    role_en: str | None = None
    gender: str | None = None
    """"m" or "f" of a person, where known."""
    registered: bool = True
    aliases_en: tuple[str, ...] = ()
    foes: tuple[str, ...] = ()
    """Ids of the states with which a state is at war."""
    backers: tuple[str, ...] = ()
    """Ids of the states that arm it in that war, as far as they arm anybody."""
    makes: tuple[str, ...] = ()
    """Beginnings of the names of weapons that nobody else makes, in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A country, region, city or site."""

    id: str
    kind: PlaceKind
    label_en: str
    label_de: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    country: str | None = None
    """Actor id of the state that it lies in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Who held an office, from when to when; open ends are None."""

    office: str
    """Id of the office ("president-russia")."""
    holder: str
    """Actor id."""
    since: PartialDate | None = None
    until: PartialDate | None = None


class MentionForm(StrEnum):
    """By what words an actor is mentioned."""

    NAME = "name"
    """Its own name or a part of it: "Wladimir Putin", "Putin", "NIS"."""
    METONYM = "metonym"
    """A capital or building for a government: "Moskau", "der Kreml"."""
    ADJECTIVE = "adjective"
    """"nordkoreanische …": tells whose something is; never a speaker by itself."""
    DEMONYM = "demonym"
    """"die Nordkoreaner": the people, not the state."""
    COMPOUND = "compound"
    """The first part of a compound: "US-Regierung", "Nordkorea-Truppen", "KCNA-Meldung"."""
    OFFICE = "office"
    """An office with a known holder: "der Kremlchef", "der russische Präsident"."""
    DESCRIPTION = "description"
    """A body or person described: "der südkoreanische Geheimdienst", "ein Sprecher des Präsidialamtes"."""


@record
class ActorMention(Record):
    """A place in the text where an actor is mentioned."""

    span: Span
    """The words that name it, with title and office, without a leading article: "Nato-Generalsekretär Mark Rutte"."""
    first: int
    last: int
    """Token positions of `span`."""
    actor: Actor
    form: MentionForm
    name: Span
    """The name proper inside `span`."""
    gender: str | None
    plural: bool


@record
class PlaceMention(Record):
    """A place in the text where a place is mentioned."""

    span: Span
    first: int
    last: int
    place: Place


@record
class DateMention(Record):
    """A date expression and what it means, given the day of the article."""

    span: Span
    first: int
    last: int
    when: PartialDate
    relative: bool
    """Whether it needed the article's day or another date of the text."""
    rule: str


@record
class QuantityMention(Record):
    """A number with what limits it: "bis zu 12.000"."""

    span: Span
    first: int
    last: int
    number: int | None
    """None for words such as "Tausende", whose bounds may still be known."""
    qualifier: Qualifier | None
    minimum: int | None
    maximum: int | None


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that `recognise` found in a text, each in the order of the text."""

    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    quantities: tuple[QuantityMention, ...]
    behind: tuple[Actor, ...] = ()
    """Those for whom the mentioned actors act without the text's naming them ("Peskow": the Kremlin, Russia)."""
