"""Of which town a body is that stands without one: "die Stadt", "das Rathaus", "laut Stadtverwaltung"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.extract.kinds import described
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.leading import leading
from kg.extract.statements.speakers.somebody import definite
from kg.model import Actor, PlaceKind

__all__ = ["town_meant"]

_REACH = 4
"""How many sentences a town is looked for."""
_TOWNS = frozenset({PlaceKind.CITY})
_REGIONS = frozenset({PlaceKind.CITY, PlaceKind.REGION})
_OFTEN = 2
"""How often a town is named at least that an article tells of."""


def town_meant(page: Page, voice: Voice) -> Actor | None:
    """The body with its town: "Rathaus Graz" for "das Rathaus"; the town is the one told of in the nearest sentence
    that tells of any, else the one that the article before names most. None where several may be meant."""
    here_told = _told_with(page, voice)
    if here_told is not None:
        return here_told
    noun = _noun(page, voice)
    if noun is None or noun.lower() not in page.words("bodies of a town"):
        return None
    here = page.sentence(voice.first).number
    for number in range(here, max(here - _REACH, -1), -1):
        towns = set(_towns(page, number, voice.first))
        if towns:
            return described(f"{noun} {towns.pop()}") if len(towns) == 1 else None
    town = _told_most(page, here)
    return None if town is None else described(f"{noun} {town}")


def _told_with(page: Page, voice: Voice) -> Actor | None:
    """The body with the place that its own clause tells right behind it or begins with: "die Bergwacht in Sachsen",
    "In Sachsen warnte die Bergwacht"; None for no body of a region or where no place stands there."""
    noun = _noun(page, voice)
    if noun is None or not noun.lower().endswith(tuple(page.words("bodies of a region"))):
        return None
    place = voice.last + 1 if page.form(voice.last) in page.words("in a place") else _opening(page, voice)
    name = None if place is None else next((name for at, name in _named(page, _REGIONS) if at == place), None)
    return None if name is None else described(f"{noun} {name}")


def _opening(page: Page, voice: Voice) -> int | None:
    """Where the last word stands of the phrase with a preposition that opens a clause, right before its verb: "Sachsen"
    of "In Sachsen warnte die Bergwacht"; None where something else opens it."""
    number = page.clause_of[voice.first]
    clause = page.text.clauses[number] if number >= 0 else None
    if clause is None or clause.finite is None or not clause.first < clause.finite < voice.first:
        return None
    led = page.form(clause.first) in page.words("in a place")
    one = page.phrase_of[clause.first + 1] == page.phrase_of[clause.finite - 1]
    return clause.finite - 1 if led and one else None


def _noun(page: Page, voice: Voice) -> str | None:
    """The noun of "die Stadt", "laut Stadt"; None for another description."""
    if voice.pronoun or voice.plural or len(voice.actors) != 1 or voice.actors[0].registered:
        return None
    noun = page.token(voice.last - 1)
    led = voice.last - voice.first == 2 and definite(page, voice.first)
    return noun.lemma if led and " " not in voice.actors[0].label_de else None


def _towns(page: Page, number: int, before: int) -> Iterator[str]:
    """The towns that a sentence tells of before a position: by name, as "Stadt Halmau", as "Halmauer" anything."""
    sentence = page.text.sentences[number]
    last = min(sentence.last, before)
    yield from (name for place, name in _named(page) if sentence.first <= place < last)
    yield from (town for place in range(sentence.first, last) if (town := _of_people(page, place)) is not None)


def _of_people(page: Page, place: int) -> str | None:
    """The town of "Halmauer", where the article has it by itself as well."""
    token = page.token(place)
    if not token.form[0].isupper() or token.tag not in {"ADJA", "NN", "NE"}:
        return None
    towns = {token.form.removesuffix(ending) for ending in page.words("ending of a town")} - {token.form}
    return next((town for town in towns if town.lower() in page.forms), None)


def _named(page: Page, kinds: frozenset[PlaceKind] = _TOWNS) -> Iterator[tuple[int, str]]:
    """The towns, or places of other kinds, that the article names, each with its place in the text."""
    cities = (m for m in page.mentions.places if m.place.kind in kinds)
    yield from ((mention.first, mention.place.label_de) for mention in cities)


def _told_most(page: Page, here: int) -> str | None:
    last = page.text.sentences[here].first
    counts = Counter(name for place, name in _named(page) if place < last)
    return leading(counts, _OFTEN)
