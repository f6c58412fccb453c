"""All forms of the nouns of the tables: what each form may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.lang.nouns import Declensions, NounRow

__all__ = ["NounForm", "noun_forms"]

_STARS = ("", ":", "*", "_")


class NounForm(NamedTuple):
    """One reading of one form of a noun."""

    row: NounRow
    form: str
    nominative: str
    """The nominative of the same number: "Experten" of "Experten" in the plural, "Experte" of it in the singular."""
    gender: str | None
    plural: bool


def noun_forms(rows: Iterable[NounRow], declensions: dict[str, Declensions]) -> Iterator[NounForm]:
    """Every reading of every form of the rows' nouns."""
    for row in rows:
        for listed in row.nouns:
            name, _, nouns = listed.partition(":")
            for noun in nouns.split():
                yield from _declined(row, noun, declensions[name.strip()])
        for listed in row.irregular:
            form, _, reading = listed.partition("=")
            nominative, gender, number = reading.split()
            yield NounForm(row, form.strip(), nominative, gender, number == "pl")


def _declined(row: NounRow, noun: str, by: Declensions) -> Iterator[NounForm]:
    if by.key == "adjectival":
        yield from _adjectival(row, noun, by)
        return
    gender = by.gender or (None if by.key == "plural" else "m")
    base = noun + by.singular[0] if by.singular else noun
    for ending in by.singular:
        yield NounForm(row, noun + ending, base, gender, plural=False)
    for ending in by.plural:
        yield NounForm(row, noun + ending, noun + by.plural[0], gender if by.gender else None, plural=True)
    if by.feminine:
        yield from _feminine(row, noun.removesuffix(by.strip), by.feminine)


def _feminine(row: NounRow, stem: str, ending: str) -> Iterator[NounForm]:
    yield NounForm(row, stem + ending, stem + ending, "f", plural=False)
    many = stem + ending + "nen"
    yield NounForm(row, many, many, "f", plural=True)
    for star in _STARS[1:]:
        both = f"{stem}{star}{ending}nen"
        yield NounForm(row, both, both, None, plural=True)
    both = stem + ending[0].upper() + ending[1:] + "nen"
    yield NounForm(row, both, both, None, plural=True)


def _adjectival(row: NounRow, noun: str, by: Declensions) -> Iterator[NounForm]:
    stem = noun.removesuffix("e")
    man, others = stem + "e" + by.singular[0], stem + "e"
    yield NounForm(row, man, man, "m", plural=False)
    yield NounForm(row, others, others, "f", plural=False)
    yield NounForm(row, others, others, None, plural=True)
    for ending in by.singular[2:]:
        yield NounForm(row, others + ending, man, "m", plural=False)
    yield NounForm(row, others + "n", others, None, plural=True)
    yield NounForm(row, others + "r", others, None, plural=True)
