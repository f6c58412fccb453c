"""Who and where: the registry of actors, places and offices, shipped and users' own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.errors import TableError
from kg.gazetteer.entries import Entry, assemble, inherited
from kg.gazetteer.gazetteer import Gazetteer, Post, Words
from kg.gazetteer.registry import read_registry
from kg.gazetteer.shipped import shipped_entries, shipped_offices
from kg.lang import language
from kg.model import Office

__all__ = ["Gazetteer", "Post", "Words", "load"]


def load(registries: Sequence[Path] = (), *, code: str = "de") -> Gazetteer:
    """The shipped entries and those of users' files, later files before earlier ones and all before the shipped.

    `code` is the language whose names are read. Raises TableError that lists every mistake with file, line and field.
    """
    shipped = shipped_entries(language(code))
    posts, terms = shipped_offices()
    known = frozenset(entry.id for entry in shipped) | frozenset(post.id for post in posts)
    own = {entry.id: entry for entry in shipped}
    entries: list[Entry] = []
    offices: list[Office] = []
    faults: list[str] = []
    for path in registries:
        try:
            added = read_registry(path, known)
        except TableError as fault:
            faults.append(str(fault))
            continue
        known |= {entry.id for entry in added.entries}
        entries = [*(inherited(entry, own.get(entry.id)) for entry in added.entries), *entries]
        offices = [*added.offices, *offices]
    if faults:
        raise TableError("\n".join(faults))
    return assemble([*entries, *shipped], posts, [*offices, *terms])
