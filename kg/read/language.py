"""Whether a text is in the language that is read.

Function words decide most texts at no cost; where they leave doubt, py3langid is asked (Lui and Baldwin 2012,
"langid.py: An Off-the-shelf Language Identification Tool"). What is too short or too full of names to
tell is let through.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from kg.lang import Language
from kg.lang.words import FunctionWords

__all__ = ["foreign_language"]

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
_PLAIN = 0.2
"""Share of function words above which no other language is near; running German has 0.35 to 0.5, Dutch below 0.2."""
_CHANCE = 0.225
"""How many more a text must have for each square root of its words: what few words show may be chance."""
_MARGIN = 5.0
"""How much better, as a logarithm and per square root of the bytes, another language must fit: lists of foreign names
reach 4, a foreign sentence of ten words 8."""
_OTHERS = frozenset(
    {"af", "ar", "be", "bg", "bs", "ca", "cs", "da", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hr", "hu", "is"}
    | {"it", "ja", "ko", "lb", "lt", "lv", "mk", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv"}
    | {"tr", "uk", "vi", "zh"}
)
"""Languages of newspapers; the model knows rarer ones, which lists of names are taken for."""


def foreign_language(text: str, language: Language) -> str | None:
    """The ISO 639 code of the language that `text` is in, if it clearly is not in `language`; else None."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    own = _function_words(language)
    if words and sum(1 for word in words if word in own) >= _PLAIN * len(words) + _CHANCE * math.sqrt(len(words)):
        return None
    return _by_letters(" ".join(words), language.code)


@lru_cache(maxsize=8)
def _function_words(language: Language) -> frozenset[str]:
    rows = language.table(FunctionWords).values()
    return frozenset(word for row in rows for word in row.words)


def _by_letters(words: str, code: str) -> str | None:
    from py3langid import langid  # noqa: PLC0415  (0.7 s, and only for texts in doubt)

    scores = {name: score for name, score in langid.rank(words) if name in _OTHERS or name == code}
    best = max(scores, key=lambda name: (scores[name], name))
    lead = float(scores[best] - scores[code]) / math.sqrt(len(words.encode()) or 1)
    return best if best != code and lead > _MARGIN else None
