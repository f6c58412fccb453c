"""Which names mean the same actor or place: gold facts give canonical English names, the graph gives nodes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from kg.gazetteer import Gazetteer
from kg.model import Actor, Place

__all__ = ["Names", "fold"]

# A gold name of an actor that no registry knows may stand beside a German article; it says nothing about who is meant.
_LEADING = re.compile(r"^(the|der|die|das) ")
_ARTICLES = frozenset({"der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "einem", "eines"})


def fold(name: str) -> str:
    """A name without case, accents, punctuation and leading article."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return _LEADING.sub("", re.sub(r"[^a-z0-9]+", " ", plain).strip())


class Names:
    """Every name of a gazetteer, folded, with the id that it means; metonyms and adjectives are no names."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        things: list[Actor | Place] = [*gazetteer.actors.values(), *gazetteer.places.values()]
        self._ids: dict[str, str] = {}
        self._wikidata = {thing.wikidata: thing.id for thing in reversed(things) if thing.wikidata}
        for thing in things:
            english = thing.aliases_en if isinstance(thing, Actor) else ()
            for name in (thing.id.replace("-", " "), thing.label_en, thing.label_de, *thing.aliases, *english):
                self._ids.setdefault(fold(name), thing.id)
        self._known = frozenset(self._ids.values())

    def key(self, name: str) -> str:
        """The id of what a name means; the folded name where nothing of that name is known."""
        return self._ids.get(fold(name), fold(name))

    def keys(self, iri: str, labels: Iterable[str], matches: Iterable[str]) -> frozenset[str]:
        """Every key under which a node of the graph may stand in the gold: by its Wikidata entities, labels and IRI."""
        entities = (self._wikidata.get(match.rsplit("/", 1)[-1]) for match in matches)
        names = (*labels, iri.rsplit("/", 1)[-1].replace("-", " "))
        return frozenset(key for key in (*entities, *map(self.key, names)) if key)

    def same(self, name: str, found: frozenset[str], surface: Mapping[str, frozenset[str]]) -> bool:
        """Whether the gold actor `name` is among the keys `found`. One that the gazetteer does not know may also stand
        under the words by which the article names it: `surface` has the folded words of its mentions, by name."""
        key = self.key(name)
        if key in found:
            return True
        if key in self._known:
            return False
        words = surface.get(name, frozenset()) - _ARTICLES
        labels = (frozenset(label.split()) - _ARTICLES for label in found)
        return any(label and label <= words for label in labels)
