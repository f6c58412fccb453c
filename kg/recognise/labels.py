"""Descriptions in the nominative: "russische Kriegsblogs" for "russischen Kriegsblogs"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.recognise.described import Described, tells_kind
from kg.recognise.scan import Scan

__all__ = ["label_of", "of_name", "strong_adjective"]


def label_of(scan: Scan, found: Described) -> str:
    """The phrase without article: adjectives and noun in the nominative, complements as they stand."""
    words = [_each(scan, found)]
    ending = "e" if words[0] else _ending(scan, found)
    words += [_adjective(scan, place, ending) for place in range(_proper(scan, found), found.head)]
    words.append(_noun_of(found))
    if found.last > found.head + 1 and found.name is None:
        words.append(scan.text.words(scan.text.span(found.head + 1, found.last)))
    return " ".join(" ".join(words).split()).replace(" ,", ",")


def _each(scan: Scan, found: Described) -> str:
    """As in "jeder zweite Bauer": the word that counts out one of so many, in the nominative; "" where none stands."""
    counted = found.first < found.head and scan.tokens[found.first].form.endswith("te")
    if not counted or not scan.joined(found.first - 1, "each"):
        return ""
    return scan.joints["each"]["mfn".find(found.reading.gender or "m")]


def _proper(scan: Scan, found: Described) -> int:
    """Where a name begins within the phrase: "Deutsche Bank" of "die krisengeplagte Deutsche Bank"."""
    capital = (p for p in range(found.first + 1, found.head) if scan.tokens[p].form[0].isupper())
    named = next((p for p in capital if scan.tokens[p].tag == "ADJA" or p in scan.states), found.first)
    return named if scan.tokens[found.first].form[0].islower() else found.first


def strong_adjective(scan: Scan, stems: Sequence[str], found: Described) -> str | None:
    """The noun alone with the adjective of its owner: "britisches Verteidigungsministerium", "saudischer Oberster
    Gerichtshof"; None without a stem."""
    ending = _ending(scan, found)
    names = [_adjective(scan, p, ending) for p in range(found.first, found.head) if of_name(scan, p)]
    return " ".join((f"{stems[0]}{ending}", *names, _noun_of(found))) if stems else None


def of_name(scan: Scan, place: int) -> bool:
    """Whether an adjective is part of a name: with a capital, not of a state or town."""
    form = scan.tokens[place].form
    return (
        form[0].isupper() and place not in scan.states and _opens_name(scan, place) and not scan.lexicon.is_seat(form)
    )


def _ending(scan: Scan, found: Described) -> str:
    """The ending of an adjective without article before the noun."""
    strong = scan.lexicon.declensions["strong adjective"]
    place = "mfn".find(found.reading.gender or "?")
    return strong.plural[0] if found.reading.plural or place < 0 else strong.singular[place]


def _noun_of(found: Described) -> str:
    """The noun with the first part of its compound."""
    noun, part = found.reading.nominative, found.sense.part
    if not part:
        return noun
    return part + (noun if part.endswith("-") else noun[0].lower() + noun[1:])


def _adjective(scan: Scan, place: int, ending: str) -> str:
    """An adjective with another ending; adjectives of towns, which do not decline, as they stand."""
    form = scan.tokens[place].form
    declines = place in scan.states or scan.tokens[place].tag == "ADJA" or _opens_name(scan, place)
    if not declines or scan.lexicon.is_seat(form):
        return form
    stem = scan.lexicon.adjective_stem(form)
    proper = form[0].isupper() and scan.text.sentence_at(place).first != place
    return form if stem is None else (stem if proper else _lower(stem)) + ending


def _opens_name(scan: Scan, place: int) -> bool:
    return scan.joined(place, "opening a name") or tells_kind(scan, place)


def _lower(stem: str) -> str:
    return stem if "-" in stem or stem.isupper() else stem[0].lower() + stem[1:]
