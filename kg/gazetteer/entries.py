"""One entry on its way into the gazetteer, and how entries become one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.gazetteer.gazetteer import Gazetteer, Post, Words
from kg.lang.names import Demonyms, Names
from kg.model import Actor, ActorKind, Office, Place, PlaceKind

__all__ = ["Entry", "assemble", "entry_words", "inherited"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An actor or a place with its words."""

    actor: Actor | None = None
    place: Place | None = None
    words: Words
    body: str | None = None
    adjective_en: str | None = None

    @property
    def id(self) -> str:
        """The id of the actor or place."""
        found = self.actor or self.place
        assert found is not None
        return found.id


def entry_words(
    named: Names, demonyms: Demonyms | None, english: str, aliases: Iterable[str], *, person: bool = False
) -> Words:
    """The words of a shipped entry; of English names those of people and of several words, which texts keep."""
    listed = dict.fromkeys((named.label, *named.aliases))
    names = tuple(name for name in listed if not _in(name, named.cautious))
    taken = (*names, *named.cautious)
    return Words(
        names=names,
        foreign=tuple(
            name for name in dict.fromkeys((english, *aliases)) if (person or " " in name) and not _in(name, taken)
        ),
        cautious=named.cautious,
        adjectives=demonyms.adjectives if demonyms else (),
        demonyms=demonyms.demonyms if demonyms else (),
        metonyms=demonyms.metonyms if demonyms else (),
        seats=demonyms.seats if demonyms else (),
    )


def inherited(entry: Entry, shipped: Entry | None) -> Entry:
    """A user's entry with what it leaves open taken from the shipped one of the same id."""
    if shipped is None:
        return entry
    old, new = shipped.words, entry.words
    words = Words(
        names=tuple(dict.fromkeys(name for name in (*new.names, *old.names) if not _in(name, old.cautious))),
        foreign=tuple(name for name in dict.fromkeys((*new.foreign, *old.foreign)) if not _in(name, old.cautious)),
        cautious=old.cautious,
        adjectives=new.adjectives or old.adjectives,
        demonyms=new.demonyms or old.demonyms,
        metonyms=new.metonyms or old.metonyms,
        seats=old.seats,
    )
    actor, place = entry.actor, entry.place
    if actor is not None and shipped.actor is not None:
        gender = actor.gender or shipped.actor.gender
        aliases = _joined(actor.aliases, shipped.actor.aliases)
        english = _joined(actor.aliases_en, shipped.actor.aliases_en)
        actor = replace(actor, gender=gender, aliases=aliases, aliases_en=english)
        actor = replace(actor, foes=shipped.actor.foes, backers=shipped.actor.backers, makes=shipped.actor.makes)
    if place is not None and shipped.place is not None:
        place = replace(place, aliases=_joined(place.aliases, shipped.place.aliases))
    return Entry(
        actor=actor,
        place=place,
        words=words,
        body=entry.body or shipped.body,
        adjective_en=entry.adjective_en or shipped.adjective_en,
    )


def _joined(new: tuple[str, ...], old: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*new, *old)))


def assemble(entries: Sequence[Entry], posts: Iterable[Post], offices: Iterable[Office]) -> Gazetteer:
    """One gazetteer of entries in order of precedence: of two with one id the first is kept."""
    actors: dict[str, Actor] = {}
    places: dict[str, Place] = {}
    words: dict[str, Words] = {}
    bodies: dict[tuple[str, str], str] = {}
    adjectives: dict[str, str] = {}
    for entry in entries:
        if entry.id in words:
            continue
        words[entry.id] = entry.words
        if entry.actor is not None:
            actors[entry.id] = entry.actor
            if entry.actor.kind is ActorKind.STATE:
                places[entry.id] = _country(entry.actor)
            if entry.body is not None and entry.actor.acts_for is not None:
                bodies.setdefault((entry.actor.acts_for, entry.body), entry.id)
        if entry.place is not None:
            places[entry.id] = entry.place
        if entry.adjective_en is not None:
            adjectives[entry.id] = entry.adjective_en
    return Gazetteer(actors, places, {post.id: post for post in posts}, tuple(offices), words, bodies, adjectives)


def _in(name: str, cautious: tuple[str, ...]) -> bool:
    """Whether a name is a cautious one but for what stands in brackets: "X (Twitter)"."""
    return name.partition(" (")[0] in cautious


def _country(state: Actor) -> Place:
    return Place(
        id=state.id,
        kind=PlaceKind.COUNTRY,
        label_en=state.label_en,
        label_de=state.label_de,
        aliases=state.aliases,
        wikidata=state.wikidata,
        country=state.id,
    )
