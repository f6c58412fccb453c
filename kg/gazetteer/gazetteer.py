"""The gazetteer as a value: actors, places, offices and the words that name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kg.model import Actor, Office, PartialDate, Place

__all__ = ["Gazetteer", "Post", "Words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language that mean one entry."""

    names: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    """English names, which texts keep as they are."""
    cautious: tuple[str, ...] = ()
    """Names that are ordinary words as well: they count only where the context says so."""
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    """Adjectives of seats of government, which do not decline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office as such: what it is, and where."""

    id: str
    label_en: str
    of: str
    """Id of the state, body or organisation."""
    role: str
    alone: bool
    """Whether its title without a name means the holder."""


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """All actors, places and offices by id, users' own entries first. Loaded once, never changed."""

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    posts: Mapping[str, Post]
    offices: tuple[Office, ...]
    words: Mapping[str, Words] = field(repr=False)
    bodies: Mapping[tuple[str, str], str] = field(repr=False)
    """(state, what it is to the state) to actor: ("south-korea", "intelligence") to "nis"."""
    adjectives_en: Mapping[str, str] = field(repr=False)
    """English adjectives of states by id."""

    def actor(self, actor_id: str) -> Actor | None:
        """The actor of an id, None where there is none."""
        return self.actors.get(actor_id)

    def place(self, place_id: str) -> Place | None:
        """The place of an id, None where there is none."""
        return self.places.get(place_id)

    def named(self, name: str) -> tuple[str, ...]:
        """Ids of the entries that a name means as it stands (label, alias, cautious name or metonym), best first."""
        return self._by_name.get(name.casefold(), ())

    def body(self, state: str, body: str) -> Actor | None:
        """The body of a state: body("south-korea", "intelligence")."""
        found = self.bodies.get((state, body))
        return None if found is None else self.actors[found]

    def holder(self, office: str, when: PartialDate | None) -> Actor | None:
        """Who held an office on every day that `when` can mean; None where nobody did or `when` is open."""
        if when is None or when.earliest is None or when.latest is None:
            return None
        for term in self._terms.get(office, ()):
            if _covers(term, when.earliest, when.latest):
                return self.actors[term.holder]
        return None

    def post(self, of: str, role: str) -> Post | None:
        """The office with a role in a state or body: post("russia", "president")."""
        return self._posts.get((of, role))

    def held(self, actor_id: str) -> tuple[Post, ...]:
        """The offices that an actor holds or held."""
        return tuple(self.posts[term.office] for term in self.offices if term.holder == actor_id)

    @cached_property
    def _terms(self) -> dict[str, tuple[Office, ...]]:
        return {key: tuple(office for office in self.offices if office.office == key) for key in self.posts}

    @cached_property
    def _posts(self) -> dict[tuple[str, str], Post]:
        return {(post.of, post.role): post for post in self.posts.values()}

    @cached_property
    def _by_name(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for key, words in self.words.items():
            for name in _all(words):
                ids = found.setdefault(name.casefold(), [])
                if key not in ids:
                    ids.append(key)
        return {name: tuple(ids) for name, ids in found.items()}


def _covers(term: Office, first: date, last: date) -> bool:
    since = None if term.since is None else term.since.earliest
    until = None if term.until is None else term.until.latest
    return (since is None or since <= first) and (until is None or last <= until)


def _all(words: Words) -> Iterable[str]:
    return (*words.names, *words.foreign, *words.cautious, *words.metonyms)
