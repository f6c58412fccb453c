"""What a match tells of casualties, before it is judged who says so and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.claims.common.drafts import Amount, Desk
from kg.model import Casualties, QuantityMention, Span

__all__ = ["Roles", "edges", "span_of", "told_exactly"]


class Roles(NamedTuple):
    """What a match tells of casualties."""

    of: str | None
    amount: Amount
    core: Span
    positions: tuple[int, ...]
    explicit: bool
    apart: bool = False
    """Whether the positions are the whole evidence, outside the clause of the match."""
    strangers: bool = False
    """Whether their words tell that they are of no state that is named ("ausländische Söldner")."""
    none: bool = False
    """Whether the words tell that there were none ("weder Tote noch Verletzte")."""


def span_of(desk: Desk, first: int | None, last: int | None, quantity: QuantityMention | None) -> Span:
    """The characters of some tokens together with those of a number."""
    spans = [desk.scene.text.span(first, last)] if first is not None and last is not None else []
    spans += [quantity.span] if quantity is not None else []
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def edges(desk: Desk, core: Span) -> tuple[int, ...]:
    """The positions of the tokens in a stretch of characters."""
    return tuple(t.position for t in desk.scene.text.tokens if core.start <= t.start and t.end <= core.end)


def told_exactly(desk: Desk, found: Sequence[Casualties]) -> list[Casualties]:
    """The casualties but for "die Verluste" whose number the same sentence tells."""
    scene = desk.scene

    def _sentence(claim: Casualties) -> int:
        return next(s.number for s in scene.text.sentences if claim.evidence.start < s.end)

    counted = {(f.of, f.type, _sentence(f)) for f in found if f.number is not None}
    return [f for f in found if f.number is not None or (f.of, f.type, _sentence(f)) not in counted]
