"""What a single word can be: its tags, its lemma, the mood of a verb form. Pure look-ups, remembered per process.

Tags of open-class words come from HanTa (Wartena 2019, "A Probabilistic Morphology Model for German Lemmatization"),
lemmas from simplemma's dictionary, closed classes from our tables.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from kg.analyse import lemmas
from kg.analyse.lasting import lasting
from kg.analyse.morphology import Morphology
from kg.lang import Language
from kg.lang.words import Auxiliary, FunctionWords, SubjunctiveForms
from kg.model import Mood

__all__ = ["Reading", "known_word", "lemma_of", "mood_of", "reading", "verb_lemma"]

_MODEL = {"de": "morphmodel_ger.pgz"}
_MARGIN = 6.0
"""Readings this much less likely (natural logarithm) than the best are dropped."""
_LONGEST = 64
"""Longer strings are addresses and noise: both libraries take a time that grows with the cube of a word's length."""
_ENDINGS = frozenset({"", "e", "en", "est", "et"})
_FINITE_ENDINGS = ("eten", "ete", "ten", "te", "est", "et", "st", "t", "en", "e")


class Reading(NamedTuple):
    """What one word form can be, most likely tag first."""

    tags: tuple[str, ...]
    closed: bool
    """Whether a table of function words or auxiliaries knows it."""


@cache
def _morphology(code: str) -> Morphology:
    with lasting():
        return Morphology(_MODEL[code])


@cache
def _closed(language: Language) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for verb in language.table(Auxiliary).values():
        for kind, forms in (
            ("FIN", (*verb.indicative, *verb.subjunctive1, *verb.subjunctive2)),
            ("INF", verb.infinitive),
            ("PP", verb.participle),
        ):
            for form in forms:
                found.setdefault(form, []).append(verb.tag + kind)
    for row in language.table(FunctionWords).values():
        for word in row.words:
            found.setdefault(word, []).append(row.key)
    return {word: tuple(dict.fromkeys(tags)) for word, tags in found.items()}


@lru_cache(maxsize=200_000)
def reading(word: str, language: Language) -> Reading:
    """The tags that a lower-case word can have; open classes only where no table knows it."""
    closed = _closed(language).get(word)
    if closed is not None:
        return Reading(closed, closed=True)
    scored = _morphology(language.code).likely(word, _MARGIN) if len(word) <= _LONGEST else ()
    return Reading(tuple(dict.fromkeys(_stts(tag) for tag, _ in scored)) or ("XY",), closed=False)


def _stts(tag: str) -> str:
    """HanTa writes "VV(FIN)", STTS "VVFIN"."""
    return tag.replace("(", "").replace(")", "") if tag[0] not in "$(" else tag


@lru_cache(maxsize=200_000)
def lemma_of(form: str, language: Language) -> str:
    """The dictionary form; the form itself where none is known."""
    if len(form) > _LONGEST:
        return form
    lemma = lemmas.lemma(form, language.code)
    if "ss" not in form or lemma.lower() != form.lower() or known_word(form, language):
        return lemma
    sharp = form.replace("ss", "ß")  # Swiss spelling
    return lemmas.lemma(sharp, language.code) if known_word(sharp, language) else lemma


@lru_cache(maxsize=100_000)
def verb_lemma(form: str, tag: str, language: Language) -> str:
    """The infinitive of a verb form whose tag is known; made of its stem where the dictionary has none."""
    if tag.endswith("INF"):
        return form
    lemma = lemma_of(form, language)
    stem, loan, ending = form.rpartition("iert")
    if loan and ending in _ENDINGS:
        return stem + "ieren"
    if lemma.endswith("elen"):
        return lemma[:-2] + "n"
    if tag.endswith("FIN") and form.startswith("ge") and lemma.endswith("n") and not lemma.startswith("ge"):
        return "ge" + lemma  # "gelobt Besserung" is no participle
    if tag == "VVPP" and form.endswith("t") and not lemma.endswith("n"):
        return _of_participle(form, language) or lemma
    if lemma.endswith("n") or not tag.endswith("FIN"):
        return lemma if lemma.endswith("n") or not form.endswith("n") else form
    return _infinitive(form)


def _of_participle(form: str, language: Language) -> str | None:
    """As in "gedankt" → "danken", "eingefordert" → "einfordern", "erwidert" → "erwidern"."""
    stem = form.removesuffix("t")
    parted = [stem[:at] + stem[at + 2 :] for at in range(len(stem) - 3) if stem.startswith("ge", at)]
    made = (_infinitive(one + "t") for one in (*parted, stem))
    return next((one for one in made if known_word(one, language)), None)


def _infinitive(form: str) -> str:
    """As in "gelobte" → "geloben", "postete" → "posten", "kritzelt" → "kritzeln"."""
    ending = next((end for end in _FINITE_ENDINGS if form.endswith(end)), "")
    stem = form.removesuffix(ending)
    return stem + ("n" if stem.endswith(("el", "er")) else "en")


@lru_cache(maxsize=50_000)
def known_word(form: str, language: Language) -> bool:
    """Whether the dictionary of lemmas has the form."""
    return lemmas.known(form, language.code)


@cache
def _moods(language: Language) -> dict[str, Mood]:
    moods: dict[str, Mood] = {}
    for verb in language.table(Auxiliary).values():
        moods |= dict.fromkeys(verb.subjunctive2, Mood.SUBJUNCTIVE_2)
        moods |= dict.fromkeys(verb.subjunctive1, Mood.SUBJUNCTIVE_1)
        moods |= dict.fromkeys(verb.indicative, Mood.INDICATIVE)
    for row in language.table(SubjunctiveForms).values():
        moods |= dict.fromkeys(row.forms, row.mood)
    return moods


@lru_cache(maxsize=100_000)
def mood_of(form: str, language: Language) -> Mood:
    """The mood of a finite form by tables, endings and umlaut; forms of both moods are indicative."""
    known = _moods(language).get(form)
    if known is not None:
        return known
    lemma = lemma_of(form, language)
    if form.endswith("e") and not form.endswith(("te", "elte", "erte")) and lemma.endswith("n"):
        return Mood.SUBJUNCTIVE_1 if _present_stem(form, lemma) else _preterite(form, lemma)
    if form.endswith("te") and _present_stem(form, lemma):
        return Mood.SUBJUNCTIVE_1
    if form.endswith("en") and _umlaut_added(form, lemma):
        return Mood.SUBJUNCTIVE_2
    return Mood.INDICATIVE


def _present_stem(form: str, lemma: str) -> bool:
    """As in "gebe" of "geben", "liefere" of "liefern", "sammle" of "sammeln"."""
    return lemma in {form + "n", form[:-1] + "n", form[:-2] + "e" + form[-2:-1] + "n"}


def _preterite(form: str, lemma: str) -> Mood:
    return Mood.SUBJUNCTIVE_2 if _umlaut_added(form, lemma) else Mood.INDICATIVE


def _umlaut_added(form: str, lemma: str) -> bool:
    """Whether the form has an umlaut that its infinitive lacks: "kämen" of "kommen"."""
    return any(mark in form for mark in "äöü") and not any(mark in lemma for mark in "äöü")
