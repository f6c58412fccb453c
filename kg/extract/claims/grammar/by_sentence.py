"""Noun phrases by the number of their sentence, read when they are first asked for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import overload

from kg.extract.claims.grammar.nominals import Nominal

__all__ = ["BySentence"]


class BySentence(Sequence[tuple[Nominal, ...]], ABC):
    """The noun phrases of every sentence; each sentence is read once."""

    def __init__(self, count: int) -> None:
        self._found: list[tuple[Nominal, ...] | None] = [None] * count

    @abstractmethod
    def read(self, number: int) -> tuple[Nominal, ...]:
        """The noun phrases of one sentence."""

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, number: int) -> tuple[Nominal, ...]: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[tuple[Nominal, ...]]: ...
    def __getitem__(self, number: int | slice) -> tuple[Nominal, ...] | Sequence[tuple[Nominal, ...]]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        found = self._found[number]
        if found is None:
            found = self._found[number] = self.read(number)
        return found
