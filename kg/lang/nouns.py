"""Nouns that name people, bodies and groups without being names, and how they decline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row
from kg.model import ActorKind

__all__ = ["Acronyms", "Bodies", "Declensions", "Groups", "NounRow", "Offices", "Organisations", "Reports", "Titles"]


@dataclass(frozen=True, kw_only=True)
class Declensions(Row):
    """Endings of one class of nouns; `key` is its name."""

    TABLE: ClassVar[str] = "declensions"

    singular: tuple[str, ...]
    plural: tuple[str, ...]
    gender: str | None = None
    """Of the nouns; None where men and women have forms of their own."""
    feminine: str | None = None
    """Ending of the word for a woman."""
    feminines: tuple[str, ...] = ()
    """Endings of words for several women, or for men and women."""
    strip: str = ""
    """What the base form loses before the feminine ending."""


@dataclass(frozen=True, kw_only=True)
class NounRow(Row):
    """Nouns of one meaning, listed under the class by which they decline."""

    nouns: tuple[str, ...] = ()
    """Each "CLASS: noun noun …"."""
    irregular: tuple[str, ...] = ()
    """Each "form = base GENDER NUMBER": "Generäle = General m pl"."""
    compounds: bool = True
    """Whether the nouns count as the last part of a compound as well."""
    but: tuple[str, ...] = ()
    """Compounds, in lower case and without ending, that only look alike: "lautsprecher"."""


@dataclass(frozen=True, kw_only=True)
class Offices(NounRow):
    """An office that the gazetteer knows: its role in a state or body, or one office alone."""

    TABLE: ClassVar[str] = "offices"

    role: str | None = None
    post: str | None = None
    """Id of the one office that the word means by itself ("Kremlchef")."""
    of: tuple[str, ...] = ()
    """Ids of the states or bodies that the word itself may mean; the first, unless the article names another."""


@dataclass(frozen=True, kw_only=True)
class Titles(NounRow):
    """What somebody is: profession, rank, function; with a name after it the whole is the person."""

    TABLE: ClassVar[str] = "titles"

    address: bool = False
    """A form of address or academic title: never a person without a name."""
    speaks: bool = True
    """Whether somebody so described counts as an actor without a name."""
    anyone: bool = False
    """Whether "der SPD-Politiker" may mean whoever was named last."""
    loose: bool = False
    """Whether any noun of the row may refer back to somebody named by another: "der Experte" to a geologist."""
    leads: bool = False
    """Whether somebody with an office may be called so as well: "Parteichef"."""


@dataclass(frozen=True, kw_only=True)
class Bodies(NounRow):
    """A body of a state, found by the adjective or name beside it."""

    TABLE: ClassVar[str] = "bodies"

    body: str
    """As in the gazetteer: "intelligence"."""
    kind: ActorKind
    en: str
    """Written with a capital where it is a title, which the state follows in brackets: "Ministry of Defence"."""
    state: bool = False
    """Whether it stands for the state itself ("die US-Regierung")."""
    general: bool = False
    """Whether the bare word refers back to any body of its kind ("das Ministerium")."""
    abroad: bool = False
    """Whether it stands in another state than its own ("die Botschaft in Riga")."""


@dataclass(frozen=True, kw_only=True)
class Groups(NounRow):
    """Unnamed or collective sources: "Geheimdienstkreise", "Medien", "Kriegsblogs"."""

    TABLE: ClassVar[str] = "groups"

    alone: bool = True
    """Whether the word is a source without adjective or complement."""
    owned: bool = False
    """Whether it is one only with a state beside it ("die russische Seite")."""


@dataclass(frozen=True, kw_only=True)
class Organisations(NounRow):
    """Words before or inside the names of organisations: "Denkfabrik", "Gewerkschaft", "Zeitung", "GmbH"."""

    TABLE: ClassVar[str] = "organisations"

    kind: ActorKind
    joined: bool = False
    """Whether the noun is part of the name: "Universität Kiel"."""
    leading: tuple[str, ...] = ()
    """Nouns of the row that are part of the name where they stand whole: "Bank Halmia", not "Großbank Halmia"."""
    after: tuple[str, ...] = ()
    """Words that end a name: "GmbH", "Corporation"."""
    foreign: tuple[str, ...] = ()
    """Foreign words that begin or hold a name: "Institute", "University"."""


@dataclass(frozen=True, kw_only=True)
class Reports(NounRow):
    """What is reported; the first part of the compound or the adjective tells whose it is."""

    TABLE: ClassVar[str] = "reports"


@dataclass(frozen=True, kw_only=True)
class Acronyms(Row):
    """Words in capitals that name no organisation."""

    TABLE: ClassVar[str] = "acronyms"

    words: str
    """Parted by blanks."""
