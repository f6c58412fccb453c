"""Numbers in figures and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.lang import Language
from kg.lang.memory import Memory
from kg.lang.numbers import Limits, Measures, Numbers

__all__ = ["Tables", "factor_of", "figure", "tables_of", "word_value"]

_GROUPED = re.compile(r"\d{1,3}(?:[.'’ \u00a0\u2009\u202f]\d{3})+")
_PLAIN = re.compile(r"\d+")


class Tables(NamedTuple):
    """The tables of numbers, ready to look up."""

    words: dict[str, int]
    """Single number words and factors: "drei", "zwanzig", "hundert"."""
    factors: tuple[tuple[str, int], ...]
    tens: tuple[tuple[str, int], ...]
    large: dict[str, int]
    heaps: dict[str, int]
    several: frozenset[str]
    half: frozenset[str]
    and_a_half: dict[str, int]
    """Whole part of "anderthalb", "zweieinhalb"."""
    few: frozenset[str]
    """What makes a heap of a factor behind an article: "ein paar Hundert"."""
    pair: dict[str, int]
    join: str
    between: frozenset[str]
    to: frozenset[str]
    against: frozenset[str]
    """What joins the numbers of a score or ratio."""
    topics: frozenset[str]
    """Nouns that take the preposition behind them ("Berichte über 50 Tote")."""
    limits: dict[str, tuple[tuple[tuple[str, ...], Limits], ...]]
    """Limiting words by their last word: "als" to ("mehr", "als")."""
    behind: frozenset[str]
    before: frozenset[str]
    may_begin: Memory[str, bool]
    """Whether a number may begin with a word form."""
    articles: frozenset[str]


def figure(form: str) -> int | None:
    """The value of a whole number in figures: "12.000", "10'000", "12 000", "190"; None for anything else."""
    if _PLAIN.fullmatch(form):
        return int(form) if len(form) < 10 and not (form[0] == "0" and len(form) > 1) else None
    if _GROUPED.fullmatch(form):
        return int(re.sub(r"\D", "", form))
    return None


def word_value(word: str, tables: Tables) -> int | None:
    """The value of a number word, composed ones as well: "dreiundzwanzig", "zwölftausendfünfhundert"."""
    low = word.lower()
    if low in tables.words:
        return tables.words[low]
    for factor, value in tables.factors:
        if factor in low:
            before, _, after = low.partition(factor)
            if before in tables.and_a_half and not after:
                return tables.and_a_half[before] * value + value // 2
            many = 1 if not before else word_value(before, tables)
            rest = 0 if not after else word_value(after.removeprefix(tables.join), tables)
            return None if many is None or rest is None else many * value + rest
    for ten, value in tables.tens:
        if low.endswith(tables.join + ten):
            unit = tables.words.get(low[: -len(tables.join + ten)])
            return None if unit is None else value + unit
    return None


def factor_of(word: str, tables: Tables) -> int:
    """The largest factor in a number word: 1000 of "sechstausend"; 1 where none is."""
    low = word.lower()
    return next((value for factor, value in tables.factors if low.endswith(factor)), 1)


@cache
def tables_of(language: Language) -> Tables:
    """The tables of a language."""
    rows = {key: dict(_values(row)) for key, row in language.table(Numbers).items()}
    factors = tuple(sorted(_lower(rows["factors"]).items(), key=lambda item: -item[1]))
    words = {**_lower(rows["units"]), **_lower(rows["tens"]), **_lower(rows["factors"])}
    measures = language.table(Measures).values()
    limits: dict[str, tuple[tuple[tuple[str, ...], Limits], ...]] = {}
    for row in language.table(Limits).values():
        for listed in row.words:
            split = tuple(listed.split())
            limits[split[-1]] = tuple(sorted((*limits.get(split[-1], ()), (split, row)), key=lambda e: -len(e[0])))
    return Tables(
        words=words,
        factors=factors,
        tens=tuple(_lower(rows["tens"]).items()),
        large=rows["large"],
        heaps=rows["heaps"],
        several=frozenset(rows["several"]),
        half=frozenset(rows["half"]),
        and_a_half=rows["and a half"],
        few=frozenset(rows["few"]),
        pair=rows["pair"],
        join=next(iter(rows["join"])),
        between=frozenset(rows["between"]),
        to=frozenset(rows["to"]),
        against=frozenset(rows["against"]),
        topics=frozenset(rows["topics"]),
        limits=limits,
        behind=frozenset(word for row in measures if not row.before for word in row.words),
        before=frozenset(word for row in measures if row.before for word in row.words),
        may_begin=_beginnings(rows),
        articles=frozenset(word for word, value in rows["units"].items() if value == 1),
    )


def _beginnings(rows: dict[str, dict[str, int]]) -> Memory[str, bool]:
    """A test for word forms that may begin a number, remembered by form."""
    heaps = frozenset((*rows["heaps"], *rows["large"]))
    words = frozenset((*rows["several"], *rows["pair"], *rows["and a half"], *_lower(rows["units"])))
    endings = (*_lower(rows["tens"]), *_lower(rows["factors"]))

    def may_begin(form: str) -> bool:
        low = form.lower()
        return form[0].isdigit() or form in heaps or low.removesuffix("-") in words or low.endswith(endings)

    return Memory(may_begin, 65536)


def _lower(values: dict[str, int]) -> dict[str, int]:
    return {word.lower(): value for word, value in values.items()}


def _values(row: Numbers) -> Iterator[tuple[str, int]]:
    for listed in row.words:
        words, _, value = listed.rpartition("=")
        for word in words.split():
            yield word, int(value)
