"""Ids of names: small ASCII letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["slug"]

_LETTERS = {
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "ß": "ss",
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ħ": "h",
    "ŧ": "t",
    "ŋ": "ng",
}
"""German letters as they are spelled, letters of others that are none with an accent as they look."""
_ASCII = str.maketrans(_LETTERS | {letter.upper(): plain for letter, plain in _LETTERS.items() if letter not in "ßı"})


def slug(name: str) -> str:
    """A name in small ASCII letters, digits and hyphens, "" where it has none: "łukasz-ørn" is "lukasz-orn"."""
    plain = unicodedata.normalize("NFKD", name.translate(_ASCII)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
