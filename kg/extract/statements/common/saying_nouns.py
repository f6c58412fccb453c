"""Nouns of saying: the row of a noun, by its lemma or as the last part of a compound."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.extract.statements.common.page import Page
from kg.lang import Language
from kg.lang.saying import SayingNoun, SpeechWords

__all__ = ["of_noun"]


def of_noun(page: Page, place: int) -> SayingNoun | None:
    """The row of a noun of saying: by its lemma, or as the last part of a compound."""
    token = page.token(place)
    if token.tag not in {"NN", "NE"}:
        return None
    return _row_of(token.lemma, page.language)


@lru_cache(maxsize=20_000)
def _row_of(lemma: str, language: Language) -> SayingNoun | None:
    """The row of the noun itself, else of the longest ending that makes compounds: not "Stand" in "Rückstand"."""
    table, makes, low = _nouns(language), _compounding(language), lemma.lower()
    plain = (low, low.removesuffix("n"), low.removesuffix("en"))  # the dictionary does not know every compound's plural
    endings = (form[cut:] for form in plain for cut in range(3, len(form)) if form[cut:] in makes)
    ending = low if low in table else next(endings, "")
    return table.get(ending)


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
