"""Words that tell a conflict from accidents, crime and business (`conflict.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row

__all__ = ["ConflictRow"]


@dataclass(frozen=True, kw_only=True)
class ConflictRow(Row):
    """Nouns of one sphere."""

    TABLE: ClassVar[str] = "conflict"

    conflict: bool
    """Whether they speak for a conflict or against one."""
    money: bool = False
    """Whether it speaks of business, where "losses" are money."""
    hint: bool = False
    """Whether it only makes a conflict likely where nothing else tells ("Gefallene", the names of fronts)."""
    weak: bool = False
    """Whether it speaks for a conflict only where nothing speaks against one (soldiers die in accidents too);
    "Manöver" is the other way round."""
    nouns: tuple[str, ...]
    """Lemmas in lower case; "-angriff" is the last part of a compound."""
