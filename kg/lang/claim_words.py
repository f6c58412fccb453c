"""Function words that the frames of claims turn on (`claim_words.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row

__all__ = ["ClaimWords"]


@dataclass(frozen=True, kw_only=True)
class ClaimWords(Row):
    """Words of one job; the key names the job."""

    TABLE: ClassVar[str] = "claim_words"

    words: tuple[str, ...]
    """Lemmas in lower case."""
    english: str = ""
    """The English word that goes into a label, where the job is to name something."""
