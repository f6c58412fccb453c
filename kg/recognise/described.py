"""Noun phrases around a noun of the tables: adjectives and owners on its left, names and complements on its right."""

from __future__ import annotations

from typing import NamedTuple

from kg.lang.nouns import Bodies, Groups, Offices, Organisations, Reports, Titles
from kg.model import ActorKind, MentionForm
from kg.recognise.lexicon import Sense
from kg.recognise.nounforms import NounForm
from kg.recognise.people import PersonName
from kg.recognise.scan import Hit, Scan

__all__ = ["Described", "bracketed", "described", "is_genitive_hit", "left_edge"]


class Described(NamedTuple):
    """A noun with what belongs to it."""

    first: int
    head: int
    last: int
    sense: Sense
    reading: NounForm
    owners: tuple[str, ...]
    """Ids of states and bodies that it belongs to."""
    name: PersonName | None
    """The person named right behind it."""
    named: Hit | None
    """The body named right behind it: "Geheimdienst NIS"."""
    definite: bool


def described(scan: Scan, head: int, people: dict[int, PersonName]) -> Described:
    """The noun phrase of the noun at `head`."""
    sense = scan.senses[head]
    first, owners = left_edge(scan, head, sense.owners)
    last, more, name, named = _right_edge(scan, head, sense, people)
    definite = scan.joined(first - 1, "definite") or is_genitive_hit(scan, first)
    reading = _reading(scan, first, head, sense, singular=name is not None)
    owned = tuple(dict.fromkeys(owners or more))
    return Described(first, head, last, sense, reading, owned, name, named, definite)


def left_edge(scan: Scan, head: int, owners: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """The first token of the phrase without articles, and the owners that stand left of the noun."""
    found = list(owners)
    place = head - 1
    tokens = scan.tokens
    while place >= 0:
        if place in scan.states:
            found.insert(0, scan.states[place])
        elif _joins_adjectives(scan, place):
            pass
        elif tokens[place].tag != "ADJA" and not _left_part(scan, place):
            break
        place -= 1
    hit = scan.ends.get(place + 1)
    if hit is not None and is_genitive_hit(scan, hit.first) and hit.last == place + 1:
        found.insert(0, hit.meanings[0].key)
        place = hit.first - 1
    return place + 1, tuple(key for key in found if key in scan.lexicon.gazetteer.actors)


def _joins_adjectives(scan: Scan, place: int) -> bool:
    """Whether "und" or a comma joins two adjectives, or an adjective and the first part of a compound."""
    if not (scan.joined(place, "and") or scan.tokens[place].form == ",") or place == 0:
        return False
    before = place - 1
    after = place + 1
    joined = (
        scan.tokens[after].tag == "ADJA" or after in scan.states or bool(after in scan.senses and _part(scan, after))
    )
    return joined and (before in scan.states or (scan.tokens[before].tag == "ADJA" and after not in scan.senses))


def _part(scan: Scan, place: int) -> tuple[str, ...]:
    return scan.senses[place].owners


def _left_part(scan: Scan, place: int) -> bool:
    """A noun that only opens a title: "Ex-", "Vize" stand as words of their own in some texts."""
    return scan.tokens[place].tag == "TRUNC"


def is_genitive_hit(scan: Scan, first: int) -> bool:
    """Whether a name stands in the genitive before its noun: "Russlands Präsident"."""
    hit = scan.hits.get(first)
    if hit is None or hit.meanings[0].form not in {MentionForm.NAME, MentionForm.METONYM}:
        return False
    form = scan.tokens[hit.last - 1].form
    if not form.endswith(("s", "’", "'")) or scan.tokens[first - 1].tag in {"ART"} and first:
        return False
    return not form.isupper() and _label_differs(scan, hit, form)


def _label_differs(scan: Scan, hit: Hit, form: str) -> bool:
    """Whether the form is an inflected one: the name itself does not end so."""
    return bool(scan.lexicon.tree.single(form[:-1])) or hit.last - hit.first > 1


def _right_edge(
    scan: Scan, head: int, sense: Sense, people: dict[int, PersonName]
) -> tuple[int, list[str], PersonName | None, Hit | None]:
    """The end of the phrase, owners found on the way, and the person or body named behind the noun."""
    owners: list[str] = []
    if isinstance(sense.row, Reports):
        return head + 1, owners, None, None
    limit = scan.text.sentence_at(head).last
    place = _titles_end(scan, head)
    person = isinstance(sense.row, Offices | Titles)
    while place < limit:
        if person and place in people:
            return people[place].last, owners, people[place], None
        hit = scan.hits.get(place)
        if hit is not None and not person and place == head + 1 and _is_body(scan, hit):
            return bracketed(scan, hit.last, hit.meanings[0].key), owners, None, hit
        end, found = _complement(scan, place, sense)
        if end == place or end > limit:
            break
        owners += found
        place = end
    return place, owners, None, None


def _titles_end(scan: Scan, head: int) -> int:
    """The position behind a row of titles: "Bundeskanzler und CDU-Chef", "Professor Dr."."""
    place = head + 1
    if not isinstance(scan.senses[head].row, Offices | Titles):
        return place
    while place < len(scan.tokens):
        after = place + 1 if scan.joined(place, "and") else place
        sense = scan.senses.get(after)
        if (
            sense is None
            or not isinstance(sense.row, Offices | Titles)
            or (after > place and not _name_near(scan, after))
        ):
            return place
        place = after + 1
    return place


def _name_near(scan: Scan, place: int) -> bool:
    """Whether a capitalised word that is no noun of the tables follows: a name."""
    after = place + 1
    return after < len(scan.tokens) and scan.tokens[after].form[0].isupper() and after not in scan.senses


def _is_body(scan: Scan, hit: Hit) -> bool:
    actor = scan.lexicon.gazetteer.actors.get(hit.meanings[0].key)
    return actor is not None and actor.kind not in {ActorKind.STATE, ActorKind.PERSON}


def bracketed(scan: Scan, place: int, key: str) -> int:
    """The position behind an acronym in brackets that means the same: "(NIS)"."""
    again = scan.hits.get(place + 1)
    if place + 2 < len(scan.tokens) and scan.tokens[place].form == "(" and again is not None:
        if again.meanings[0].key == key and scan.tokens[again.last].form == ")":
            return again.last + 1
    return place


def _complement(scan: Scan, place: int, sense: Sense) -> tuple[int, list[str]]:
    """The end of one genitive or prepositional complement that begins here, and the owners that it names."""
    person = isinstance(sense.row, Offices | Titles)
    hit = scan.hits.get(place)
    if hit is not None and is_genitive_hit(scan, place):
        return hit.last, _actors_of(scan, hit)
    if scan.joined(place, "genitive"):
        return _nominal(scan, place, required=not person)
    if scan.joined(place, "from"):
        return _nominal(scan, place, required=True)
    if scan.joined(place, "at"):
        end, owners = _nominal(scan, place, required=True)
        fits = isinstance(sense.row, Bodies) or (person and not any(_is_state_id(scan, owner) for owner in owners))
        return (end, owners) if fits and owners else (place, [])
    if person and scan.joined(place, "for"):
        return _nominal(scan, place, required=False)
    return place, []


def _is_state_id(scan: Scan, key: str) -> bool:
    return scan.lexicon.gazetteer.actors[key].kind is ActorKind.STATE


def _nominal(scan: Scan, start: int, *, required: bool) -> tuple[int, list[str]]:
    """The end of the noun phrase behind `start`, one noun or name; `required`: only where it names an actor."""
    owners: list[str] = []
    tokens = scan.tokens
    size = len(tokens)
    place = start + 1
    if place < size and tokens[place].tag in {"ART", "PPOSAT"} and place == start + 1:
        place += 1
    while place < size and (tokens[place].tag == "ADJA" or place in scan.states):
        if place in scan.states:
            owners.append(scan.states[place])
        place += 1
    while place < size and place in scan.senses and isinstance(scan.senses[place].row, Offices | Titles):
        owners += scan.senses[place].owners
        place += 1
        if place not in scan.hits and place not in scan.senses:
            return (place, owners) if owners or not required else (start, [])
    hit = scan.hits.get(place)
    if hit is not None:
        owners += _actors_of(scan, hit)
        return _coordinated(scan, hit.last, owners)
    sense = scan.senses.get(place)
    if sense is not None and isinstance(sense.row, Bodies | Groups | Organisations):
        state = (*owners, *sense.owners)
        body = _body_of(scan, sense, state)
        return place + 1, [body] if body else list(state)
    if not required and place < size and tokens[place].tag in {"NN", "NE"}:
        return place + 1, owners
    return start, []


def _coordinated(scan: Scan, place: int, owners: list[str]) -> tuple[int, list[str]]:
    """Goes on over "und Südkorea", "und der Ukraine" behind a state."""
    after = place + 1
    if scan.joined(place, "and"):
        if scan.joined(after, "article"):
            after += 1
        hit = scan.hits.get(after)
        if hit is not None and _is_state(scan, hit) and owners and owners[-1] in scan.lexicon.gazetteer.actors:
            if _is_state_id(scan, owners[-1]):
                return hit.last, [*owners, *_actors_of(scan, hit)]
    return place, owners


def _is_state(scan: Scan, hit: Hit) -> bool:
    actor = scan.lexicon.gazetteer.actors.get(hit.meanings[0].key)
    return actor is not None and actor.kind is ActorKind.STATE


def _body_of(scan: Scan, sense: Sense, owners: tuple[str, ...]) -> str | None:
    if not isinstance(sense.row, Bodies) or not owners:
        return None
    actor = scan.lexicon.gazetteer.body(owners[0], sense.row.body)
    return None if actor is None else actor.id


def _actors_of(scan: Scan, hit: Hit) -> list[str]:
    return [meaning.key for meaning in hit.meanings if meaning.key in scan.lexicon.gazetteer.actors][:1]


def _reading(scan: Scan, first: int, head: int, sense: Sense, *, singular: bool) -> NounForm:
    """The reading that article, adjective and preposition leave: one or many."""
    one = [reading for reading in sense.readings if not reading.plural]
    many = [reading for reading in sense.readings if reading.plural]
    if not one or not many:
        return sense.readings[0]
    before = first - 1
    if singular or scan.joined(before, "singular"):
        return one[0]
    form, word = scan.tokens[head].form.lower(), scan.tokens[before].form.lower() if before >= 0 else ""
    if scan.joined(before, "feminine or many"):
        return next((reading for reading in one if reading.gender == "f"), many[0])
    if word == scan.first_of("masculine or many"):
        weak = head > first and scan.tokens[first].form.endswith("n")
        return next((reading for reading in one if not weak and form.endswith(reading.nominative.lower())), many[0])
    if scan.joined(before, "masculine or many") and not scan.joined(before - 1, "dative"):
        return one[0]
    return many[0]
