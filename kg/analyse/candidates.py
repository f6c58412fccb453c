"""The tags that a form can have, wherever it stands."""

from __future__ import annotations

from kg.analyse.forms import lemma_of, mood_of, reading
from kg.lang import Language
from kg.model import Mood

__all__ = ["NAMED", "candidates"]

_STOPS = {".": "$.", "!": "$.", "?": "$.", ";": "$.", ":": "$.", "…": "$.", "...": "$.", ",": "$,"}
NAMED = frozenset({"NN", "NE", "XY", "FM"})
"""Tags of nouns, names and what may be one."""


def candidates(form: str, first: bool, language: Language) -> tuple[str, ...]:
    """The tags of a form in the order of their likelihood; `first` where it opens a sentence or quotation."""
    char = form[0]
    if not char.isalnum():
        return (_STOPS.get(form, "$("),)
    if char.isdigit():
        if any(char.isupper() for char in form):
            return ("NN",)
        return ("ADJA",) if form[-1] == "." or form.endswith(("er", "e", "en")) else ("CARD",)
    if form[-1].isdigit() and char.islower():
        return ("NE",)
    return _capital(form, first, language) if char.isupper() else _small(form.lower(), language)


def _small(word: str, language: Language) -> tuple[str, ...]:
    """Nouns are written with a capital: "klage", "folge" are verbs here."""
    tags = reading(word, language).tags
    lemma = lemma_of(word, language)
    if set(tags) <= {"NN", "NE"} and lemma.islower() and lemma.endswith("n"):
        return ("VVINF", "VVFIN") if lemma == word else ("VVFIN",)
    if lemma != word and "VVFIN" in tags and "VVINF" in tags and mood_of(word, language) is Mood.SUBJUNCTIVE_2:
        return ("VVFIN",)  # "schlügen", "begännen"
    if "VVPP" in tags and "VVFIN" not in tags and word in {f"{lemma[:-2]}t", f"{lemma[:-2]}et"}:
        return (*tags, "VVFIN")  # "stationiert"
    return tags


def _capital(form: str, first: bool, language: Language) -> tuple[str, ...]:
    """A last part in small letters makes an adjective of a compound ("US-amerikanische")."""
    if form.endswith("-"):
        return ("TRUNC",)
    tail = form.rpartition("-")[2]
    if tail[:1].islower() and tail != form and _small(tail, language)[0] == "ADJA":
        return ("ADJA",)
    low = form.lower()
    known = reading(low, language) if first else None
    if known is not None and known.closed:
        return known.tags
    lemma = lemma_of(form, language)
    noun = "NN" if lemma != form or lemma_of(low, language) != low else "NE"
    if known is None or known.tags[0] in NAMED or (lemma[:1].isupper() and lemma != form and known.tags[0] != "ADJA"):
        return (noun,)
    if lemma[:1].islower() or lemma_of(low, language) != low or known.tags[0].startswith(("ADV", "ADJ")):
        return (*(tag for tag in known.tags if tag not in NAMED), noun)
    return (noun,)
