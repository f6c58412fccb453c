"""Words by which a statement refers to another one: "diese Meldung", "die Angaben aus Seoul", "das"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kg.lang.tables import Row

__all__ = ["ResponseRow", "ResponseUse"]


class ResponseUse(StrEnum):
    """What a word does in referring back."""

    NOUN = "noun"
    """Names an earlier statement: "Bericht", "Angaben"; also as the last part of a compound."""
    POINTER = "pointer"
    """Stands before such a noun and points back: "diese"."""
    ARTICLE = "article"
    """Stands before such a noun and points back unless the noun says what it is about: "die"."""
    COMPLEMENT = "complement"
    """Stands behind such a noun and says what it is about, so that nothing is pointed at: "über", "wonach"."""
    PRONOUN = "pronoun"
    """Is the whole content of a statement: "dies"."""


@dataclass(frozen=True, kw_only=True)
class ResponseRow(Row):
    """One word with its forms."""

    TABLE: ClassVar[str] = "responses"

    use: ResponseUse
    forms: tuple[str, ...]
    """In lower case."""
