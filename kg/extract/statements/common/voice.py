"""Words that name a speaker."""

from __future__ import annotations

from decimal import Decimal

from kg.model import Actor, Span
from kg.model.record import Record, record

__all__ = ["Voice"]

_SURE = Decimal("0.9")


@record
class Voice(Record):
    """Words that name a speaker, and whom they name; no actors where that is still open (a pronoun)."""

    span: Span
    first: int
    last: int
    actors: tuple[Actor, ...]
    pronoun: bool
    plural: bool
    gender: str | None
    certainty: Decimal = _SURE
    reason: str | None = None
