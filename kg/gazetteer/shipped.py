"""The entries that ship with the program: language-free tables joined with one language's names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.errors import TableError
from kg.gazetteer.entries import Entry, entry_words
from kg.gazetteer.gazetteer import Post
from kg.gazetteer.rows import ActorRow, OfficeRow, PlaceRow
from kg.lang import Language
from kg.lang.contexts import Joints
from kg.lang.names import Demonyms, Names
from kg.lang.tables import load_table
from kg.model import Actor, ActorKind, Office, PartialDate, Place, PlaceKind

__all__ = ["shipped_entries", "shipped_offices"]

_HERE = Path(__file__).parent


def shipped_entries(language: Language) -> list[Entry]:
    """All shipped actors and places in the order of the files; TableError where a table is wrong."""
    names, demonyms = language.table(Names), language.table(Demonyms)
    kinds = language.table(Joints)["kind of region"].words
    entries = []
    for row in load_table(_HERE, ActorRow).values():
        named = _named(row.key, names)
        words = entry_words(named, demonyms.get(row.key), row.en, row.aliases, person=row.kind is ActorKind.PERSON)
        entries.append(Entry(actor=_actor(row, named), words=words, body=row.body, adjective_en=row.adjective))
    for place in load_table(_HERE, PlaceRow).values():
        named = _named(place.key, names)
        wide = _with_kinds(named, kinds) if place.kind is PlaceKind.REGION else named
        words = entry_words(wide, demonyms.get(place.key), place.en, place.aliases)
        entries.append(Entry(place=_place(place, named), words=words))
    return entries


def shipped_offices() -> tuple[list[Post], list[Office]]:
    """All shipped offices and who held them."""
    posts, offices = [], []
    for row in load_table(_HERE, OfficeRow).values():
        posts.append(Post(id=row.key, label_en=row.en, of=row.of, role=row.role, alone=row.alone))
        offices += [_term(row.key, holder) for holder in row.holders]
    return posts, offices


def _with_kinds(named: Names, kinds: tuple[str, ...]) -> Names:
    """A region that shares its short name with a city is meant where that name follows the word for a region."""
    more = [f"{kind.capitalize()} {named.short}" for kind in kinds if named.short]
    return replace(named, aliases=(*named.aliases, *more))


def _term(office: str, words: str) -> Office:
    holder, _, interval = words.partition(" ")
    since, _, until = interval.partition("/")
    return Office(
        office=office,
        holder=holder,
        since=None if since in {"", ".."} else PartialDate(since),
        until=None if until in {"", ".."} else PartialDate(until),
    )


def _named(key: str, names: dict[str, Names]) -> Names:
    if key not in names:
        raise TableError(f"names.toml: no name for {key!r}; add a row")
    return names[key]


def _actor(row: ActorRow, named: Names) -> Actor:
    return Actor(
        id=row.key,
        kind=row.kind,
        label_en=row.en,
        label_de=named.label,
        aliases=_aliases(named),
        wikidata=row.wikidata,
        acts_for=row.acts_for,
        role_de=named.role,
        role_en=row.role,
        gender=row.gender,
        aliases_en=row.aliases,
        foes=row.foes,
        backers=row.backers,
        makes=row.makes,
    )


def _place(row: PlaceRow, named: Names) -> Place:
    return Place(
        id=row.key,
        kind=row.kind,
        label_en=row.en,
        label_de=named.label,
        aliases=_aliases(named),
        wikidata=row.wikidata,
        country=row.country,
    )


def _aliases(named: Names) -> tuple[str, ...]:
    found = (*named.aliases, *named.cautious, *((named.short,) if named.short else ()))
    return tuple(name for name in dict.fromkeys(found) if name != named.label)
