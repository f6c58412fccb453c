"""Forms that are participle and infinitive at once, with "werden": passive, or what somebody will do."""

from __future__ import annotations

from functools import cache

from kg.analyse.phrases import phrases
from kg.analyse.tagger import Word
from kg.lang import Language
from kg.lang.dates import DateWords
from kg.lang.words import PassiveForms
from kg.model import Phrase

__all__ = ["is_future"]

_NOUNS = frozenset({"NN", "NE"})
_TWO = 2
"""Phrases that can only be subject or object: a passive has one at most."""


def is_future(words: list[Word], places: list[int], finite: int, verb: int, language: Language) -> bool:
    """As in "Polen wird Kiew zehn Panzer übergeben", not "Kiew werden zehn Panzer übergeben": whether the word `verb`
    of a clause with the tokens `places` is an infinitive, as the clause has a subject and an object."""
    if not {"VVPP", "VVINF"} <= {*words[verb].can} or not _helps(words, places, finite, verb, language):
        return False
    plural = words[finite].low.endswith("n")
    plain = 0
    for phrase in _bare_phrases(words, places, language):
        bare = phrase.first == phrase.head and words[phrase.head].tag in _NOUNS and not phrase.plural
        pronoun = words[phrase.head].tag == "PPER"
        if phrase.cases == {"acc"} and not pronoun:
            return True
        if phrase.plural and not plural and not pronoun and not _dative(words, phrase):
            return True
        plain += (phrase.last <= finite and not plural) if bare else not _dative(words, phrase)
    return plain >= _TWO


def _helps(words: list[Word], places: list[int], finite: int, verb: int, language: Language) -> bool:
    """Whether the finite verb is one that the passive and the future share, and no other helping verb stands behind."""
    rows = language.table(PassiveForms).values()
    shared = any(words[finite].lemma == row.infinitive and words[finite].low not in row.past for row in rows)
    return shared and not any(words[place].tag.startswith("VA") for place in places if place > verb)


def _bare_phrases(words: list[Word], places: list[int], language: Language) -> list[Phrase]:
    """The noun phrases of the clause without preposition that are neither attributes in the genitive nor times."""
    own, found, end = {*places}, list[Phrase](), -1
    for phrase in phrases(words, [(places[0], places[-1] + 1)], language):
        attribute = phrase.first == end and phrase.cases <= {"gen", "dat"}
        end = phrase.last
        if phrase.head in own and phrase.preposition is None and not attribute:
            found += [] if words[phrase.head].form in _times(language) else [phrase]
    return found


def _dative(words: list[Word], phrase: Phrase) -> bool:
    """Whether a phrase can be the one to whom something is done."""
    counted = phrase.plural and not words[phrase.head].low.endswith(("n", "s"))
    return "dat" in phrase.cases and not counted


@cache
def _times(language: Language) -> frozenset[str]:
    """The words that dates are told with."""
    rows = (row for row in language.table(DateWords).values() if row.trigger)
    return frozenset(word for row in rows for words in row.words for word in words.partition("=")[0].split())
