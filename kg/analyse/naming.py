"""Words that are names or parts of names, whatever they would be elsewhere."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from kg.analyse.candidates import NAMED
from kg.analyse.words import Word
from kg.lang import Language
from kg.lang.words import Auxiliary

__all__ = ["name_again", "name_inside"]

_SMALL = frozenset({"ADV", "ADJD", "ADJA"})


def name_again(words: list[Word]) -> None:
    """As in "Nico Lange sagte … Lange warnte …": a surname of the article that opens a sentence is no adverb."""
    opening = [word for word, following in pairwise(words) if word.first and following.tag.endswith("FIN")]
    opening = [word for word in opening if word.tag in _SMALL and word.form[0].isupper()]
    if not opening:
        return
    names = {word.form for before, word in pairwise(words) if word.tag == "NE" and before.tag in {"NN", "NE"}}
    for word in opening:
        if word.form in names:
            word.tag, word.lemma = "NE", word.form


@cache
def _in_names(language: Language) -> frozenset[str]:
    return frozenset(form for row in language.table(Auxiliary).values() for form in row.in_names)


def name_inside(words: list[Word], language: Language) -> None:
    """As in "Prinz Talal bin Saud": what would be a verb elsewhere, between two names."""
    forms, last = _in_names(language), len(words) - 1
    for at in (at for at, word in enumerate(words) if word.form in forms and 0 < at < last):
        word, before, behind = words[at], words[at - 1], words[at + 1]
        if {before.tag, behind.tag} <= NAMED and behind.form[0].isupper():
            word.tag, word.lemma, word.can = "NE", word.form, ("NE",)
