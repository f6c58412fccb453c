"""Denials of numbers that were told right before: "Moskau nannte diese Zahlen frei erfunden"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.claims.common.drafts import Desk
from kg.model import Casualties, Modality, Stance, Statement

__all__ = ["denied_counts"]

_SHORT = 8
"""Tokens that a content without numbers of its own has at most."""


def denied_counts(desk: Desk, found: Sequence[Casualties]) -> Iterator[Casualties]:
    """The counted casualties of the sentence before, denied by one whose people are among them."""
    scene = desk.scene
    for statement in scene.statements:
        if statement.stance is not Stance.DENIES or not _is_of_counts(desk, statement):
            continue
        number = scene.sentence_of(scene.text.place_of(statement.content.start)).number
        before = scene.text.sentences[max(number - 1, 0)].span
        near = [c for c in found if c.number is not None and before.contains(c.evidence)]
        deniers = {scene.power(scene.actors.get(speaker)) for speaker in statement.speakers}
        if not deniers.isdisjoint({c.of for c in near}):
            yield from (_denial(claim, statement) for claim in near)


def _is_of_counts(desk: Desk, statement: Statement) -> bool:
    """ "diese Zahlen", "diese Zahlen seien frei erfunden"."""
    scene = desk.scene
    inside = scene.inside_of(statement.content)
    pointed = (at for at in inside if scene.is_a(at, "reference") and not scene.is_a(at, "such"))
    return len(inside) <= _SHORT and any(scene.is_a(at + 1, "tally") for at in pointed if at + 1 in inside)


def _denial(claim: Casualties, statement: Statement) -> Casualties:
    return replace(
        claim,
        claimants=statement.speakers,
        statement=statement.key,
        modality=Modality.DENIED,
        evidence=statement.content,
    )
