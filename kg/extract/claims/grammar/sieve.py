"""Which of an article's words a table knows: asked of each word once in a process, then in one step for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

__all__ = ["Sieve"]

K = TypeVar("K")

_REMEMBERED = 50_000
"""Words that are remembered at most."""


@dataclass(frozen=True, slots=True)
class Sieve(Generic[K]):
    """Words that were asked for and those of them that passed: a pure function's memory, never part of a result."""

    asked: set[K] = field(default_factory=set)
    passed: set[K] = field(default_factory=set)

    def sifted(self, words: frozenset[K], passing: Callable[[frozenset[K]], Iterable[K]]) -> frozenset[K]:
        """Those of the words that pass; `passing`, the same for every call, gives those of some words."""
        if len(self.asked) > _REMEMBERED:
            self.asked.clear()
            self.passed.clear()
        new = words - self.asked
        self.passed.update(passing(new))
        self.asked.update(new)
        return words & self.passed
