"""Who says a claim: the speakers of the statements whose content holds it; nobody where the article itself speaks."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.scene import Scene
from kg.model import Span, Stance, Statement

__all__ = ["Voice", "voices"]


class Voice(NamedTuple):
    """One side that puts a claim: the article itself (no statements), those who say it, or those who deny it."""

    statements: tuple[Statement, ...]
    denies: bool

    @property
    def claimants(self) -> tuple[str, ...]:
        """The speakers of all statements, each once, in the order of the statements."""
        return tuple(dict.fromkeys(speaker for s in self.statements for speaker in s.speakers))

    @property
    def key(self) -> str | None:
        """The statement that carries the claim: the one with the shortest content."""
        if not self.statements:
            return None
        return min(self.statements, key=lambda s: s.content.end - s.content.start).key


def voices(scene: Scene, core: Span) -> tuple[Voice, ...]:
    """The sides that put a claim whose core words stand at `core`: those who say it apart from those who deny it.

    Where some only decline to say and others say it, the others count.
    """
    carriers = [s for s in scene.statements if s.content.overlaps(core)]
    deny = tuple(s for s in carriers if s.stance is Stance.DENIES)
    say = tuple(s for s in carriers if s.stance is not Stance.DENIES)
    firm = tuple(s for s in say if s.stance not in {Stance.DECLINES, Stance.DEMANDS})
    sides = [Voice(firm or say, False)] if say or not deny else []
    return (*sides, Voice(deny, True)) if deny else tuple(sides)
