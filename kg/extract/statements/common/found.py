"""A statement while it is being read: where it was found, before speakers are resolved and doubles dropped."""

from __future__ import annotations

from decimal import Decimal

from kg.extract.statements.common.voice import Voice
from kg.model import Mode, Span, Stance
from kg.model.record import Record, record

__all__ = ["Found"]


@record
class Found(Record):
    """One act of saying, by its place in the text."""

    at: int
    """Position of the cue, or of the content where there is none."""
    content: Span
    voice: Voice | None
    """None where the speaker is the one before."""
    stance: Stance
    mode: Mode
    cue: Span | None
    rule: str
    certainty: Decimal = Decimal("0.9")
    carried: bool = False
    """Whether it carries on the statement before without a cue of its own."""
    via: Voice | None = None
    relays: bool = False
    """Whether the statement found just before it, of the same content, passes it on."""
    passes_on: bool = False
    """Whether its speaker passes on the words of another, whose statement has the same content."""
    rank: int = 5
    """Of two readings of the same words by the same speaker the lower rank stays."""

    @property
    def beside(self) -> bool:
        """Whether it stands beside the statement of the same words that others carry on."""
        return self.relays or self.passes_on
