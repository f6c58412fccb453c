"""Descriptions in the nominative, as dictionaries would list them: "russische Kriegsblogs" for "russischen Kriegsblogs"."""

from __future__ import annotations

from kg.recognise.described import Described
from kg.recognise.scan import Scan

__all__ = ["label_of", "noun_of"]

_STRONG = {"m": "er", "f": "e", "n": "es", None: "er"}


def label_of(scan: Scan, found: Described) -> str:
    """The phrase without article: adjectives and noun in the nominative, complements as they stand."""
    many = found.reading.plural
    ending = "e" if many else _strong(found)
    words = [_adjective(scan, place, ending) for place in range(found.first, found.head)]
    words.append(noun_of(found))
    if found.last > found.head + 1 and found.name is None:
        words.append(scan.text.words(scan.text.span(found.head + 1, found.last)))
    return " ".join(words).replace(" ,", ",")


def noun_of(found: Described) -> str:
    """The noun with the first part of its compound."""
    noun, part = found.reading.nominative, found.sense.part
    if not part:
        return noun
    return part + (noun if part.endswith("-") else noun[0].lower() + noun[1:])


def _strong(found: Described) -> str:
    return _STRONG[found.reading.gender]


def _adjective(scan: Scan, place: int, ending: str) -> str:
    token = scan.tokens[place]
    form = token.form
    if place not in scan.states and token.tag != "ADJA":
        return form
    if form[0].isupper() and form.endswith("er"):
        return form
    for old in ("en", "em", "er", "es", "e"):
        if form.endswith(old) and len(form) > len(old) + 2:
            return _lower(form[: -len(old)]) + ending
    return form


def _lower(stem: str) -> str:
    return stem if "-" in stem or stem.isupper() else stem[0].lower() + stem[1:]
