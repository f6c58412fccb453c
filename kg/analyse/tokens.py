"""Words and punctuation with their offsets."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from kg.lang import Language
from kg.lang.words import Abbreviations, FunctionWords, OrdinalNouns
from kg.model.record import Record, record

__all__ = ["Piece", "pieces"]

_URL = r"(?:https?://|www\.)[^\s„“”»«<>()]+[^\s„“”»«<>().,;:!?]|[\w.+-]+@[\w-]+\.[\w.-]+\w|(?:[\w-]+\.)+(?:de|com|org|net|at|ch|eu|info|co\.uk)\b"
_GROUPED = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)"
_NUMBER = r"\d+(?:[.,:’'/]\d+)*(?:[-‐‑]?[^\W\d_]+)*%?"
_WORD = r"[^\W\d_](?:[\w]|[-‐‑*](?=\w)|[’'](?=[^\W\d_])|:(?=innen\b|in\b))*-?(?=\s|[^\w]|$)"
_PLAIN = r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?=[\s,])"
"""Most words: letters before a space or comma are never an abbreviation, an address or a part of anything."""
_OPENING = ("ART", "PDAT", "PPOSAT", "PPER", "APPRART")
"""Tags of words that begin a sentence behind an initial, and are no surname."""
_NUMBERED = "before a number"
_OTHER = r"\.\.\.|[^\w\s]|_"


@record
class Piece(Record):
    """A stretch of characters that is one token."""

    start: int
    end: int
    form: str


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """One pattern for all tokens and the spaces before them, abbreviations first, longest first."""
    rows = language.table(Abbreviations)
    words = {word for key, row in rows.items() if key != _NUMBERED for word in row.words}
    listed = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    numbered = "|".join(re.escape(word) for word in rows[_NUMBERED].words) if _NUMBERED in rows else ""
    listed += rf"|(?:{numbered})(?=\s*\d)" if numbered else ""
    nouns = "|".join(word for row in language.table(OrdinalNouns).values() for word in row.words)
    ordinal = rf"\d{{1,2}}\.(?:\d{{1,2}}\.)?(?=\s+(?:[a-zäöü]|{nouns}))"
    function = language.table(FunctionWords)
    opening = "|".join(word.capitalize() for tag in _OPENING if tag in function for word in function[tag].words)
    begun = rf"(?![ \u00a0](?:{opening})\b)" if opening else ""  # "… Otto K. Die Polizei …"
    initial = rf"[A-WYZÀ-ÖØ-ÞĀ-Ž]\.(?=[ \u00a0]?[A-ZÀ-ÖØ-ÞĀ-Ž]|,|[ \u00a0][a-zäöü]){begun}(?<![\w][A-ZÀ-ÖØ-ÞĀ-Ž]\.)"
    return re.compile(
        rf"\s*({_PLAIN}|(?<!\w)(?:{listed})(?!\w)|(?<!\w){initial}"
        rf"|{_URL}|{ordinal}|{_GROUPED}|{_NUMBER}|{_WORD}|{_OTHER})"
    )


def pieces(words: str, start: int, end: int, language: Language) -> list[Piece]:
    """The tokens of `words[start:end]`, in order; offsets count from the beginning of `words`."""
    found: list[Piece] = []
    at = start
    for form in _pattern(language).findall(words, start, end):
        at = words.index(form, at)  # only spaces lie between: quicker than to ask each match for its span
        found.append(Piece(at, at + len(form), form))
        at += len(form)
    return _ordinals(found, language)


@cache
def _closed(language: Language) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The articles, words such as "every", and all function words."""
    table = language.table(FunctionWords)
    every = frozenset(table["PIAT"].words)
    return frozenset(table["ART"].words), every, frozenset(word for row in table.values() for word in row.words)


def _ordinals(found: list[Piece], language: Language) -> list[Piece]:
    """As in "der 3. Angriff": a number with a full stop between an article and a noun is one token."""
    if not any(behind.form == "." and piece.form.isdecimal() for piece, behind in pairwise(found)):
        return found
    articles, every, closed = _closed(language)
    joined: list[Piece] = []
    for place, piece in enumerate(found):
        if piece.form == "." and len(joined) > 1 and place + 1 < len(found):
            number, following = joined[-1], found[place + 1].form
            counts = number.end == piece.start and number.form.isdecimal()
            before = joined[-2].form.lower()
            leads = before in every or (before in articles and len(number.form) < 3)
            noun = following[0].isupper() and following.lower() not in closed
            if counts and noun and leads:
                joined[-1] = Piece(number.start, piece.end, number.form + piece.form)
                continue
        joined.append(piece)
    return joined
