"""All forms of the nouns of the tables: what each form may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.lang.nouns import Declensions, NounRow
from kg.model.record import Record, record

__all__ = ["NounForm", "noun_forms"]


@record
class NounForm(Record):
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
        yield from _feminine(row, noun.removesuffix(by.strip), by)


def _feminine(row: NounRow, stem: str, by: Declensions) -> Iterator[NounForm]:
    one = stem + (by.feminine or "")
    yield NounForm(row, one, one, "f", plural=False)
    for place, ending in enumerate(by.feminines):
        yield NounForm(row, stem + ending, stem + ending, "f" if place == 0 else None, plural=True)


def _adjectival(row: NounRow, noun: str, by: Declensions) -> Iterator[NounForm]:
    """Nouns that decline like adjectives; `noun` is the form after "die"."""
    masculine, feminine, *oblique = by.singular
    stem = noun.removesuffix(feminine)
    man = stem + masculine
    yield NounForm(row, man, man, "m", plural=False)
    yield NounForm(row, noun, noun, "f", plural=False)
    yield NounForm(row, noun, noun, "m", plural=False)
    for ending in oblique:
        yield NounForm(row, stem + ending, man, "m", plural=False)
    for ending in by.plural:
        yield NounForm(row, stem + ending, noun, None, plural=True)
