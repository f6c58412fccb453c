"""Nouns of saying: the row of a noun, by its lemma or as the last part of a compound."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.extract.statements.common.page import Page
from kg.lang import Language
from kg.lang.saying import SayingNoun, SpeechWords

__all__ = ["may_be_several", "of_noun"]

_TAIL = 3
"""Letters by which most nouns are told from those that make compounds."""


def of_noun(page: Page, place: int) -> SayingNoun | None:
    """The row of a noun of saying: by its lemma, or as the last part of a compound."""
    token = page.token(place)
    if token.tag not in {"NN", "NE"}:
        return None
    return _row_of(token.lemma, page.language)


def may_be_several(page: Page, place: int) -> bool:
    """As in "nach Ansicht der Forscher": whether an article behind a noun of saying may be that of several."""
    return page.form(place) in page.words("his article") and of_noun(page, place - 1) is not None


@lru_cache(maxsize=50_000)
def _row_of(lemma: str, language: Language) -> SayingNoun | None:
    """The row of the noun itself, else of the longest ending that makes compounds: not "Stand" in "Rückstand"."""
    table, makes, low = _nouns(language), _compounding(language), lemma.lower()
    if low in table:
        return table[low]
    plain = (low, low.removesuffix("n"), low.removesuffix("en"))  # the dictionary does not know every compound's plural
    if _tails(language).isdisjoint([form[-_TAIL:] for form in plain]):
        return None
    endings = (form[cut:] for form in plain for cut in range(3, len(form)) if form[cut:] in makes)
    return table.get(next(endings, ""))


@cache
def _tails(language: Language) -> frozenset[str]:
    """The last letters of the nouns that make compounds."""
    return frozenset(noun[-_TAIL:] for noun in _compounding(language))


@cache
def _compounding(language: Language) -> frozenset[str]:
    return frozenset(word.lower() for word in language.table(SpeechWords)["compounding"].words)


@cache
def _nouns(language: Language) -> dict[str, SayingNoun]:
    """The rows by noun in lower case; the first row of a noun counts."""
    found: dict[str, SayingNoun] = {}
    for row in language.table(SayingNoun).values():
        for noun in row.nouns:
            found.setdefault(noun.lower(), row)
    return found
