"""Nouns for people and media that speak for themselves, though an adjective gives their country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row

__all__ = ["OwnVoiceRow"]


@dataclass(frozen=True, kw_only=True)
class OwnVoiceRow(Row):
    """One noun: "russische Kriegsblogs" are not Russia, "russische Militärkreise" are."""

    TABLE: ClassVar[str] = "own_voices"

    forms: tuple[str, ...]
    """In lower case; each also counts as the last part of a compound."""

    def names(self, words: str) -> bool:
        """Whether a word of a description is this noun or a compound of it."""
        return any(word.lower().endswith(self.forms) for word in words.split() if word[:1].isupper())
