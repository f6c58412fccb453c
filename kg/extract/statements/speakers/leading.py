"""Who leads among those whom an article tells of."""

from __future__ import annotations

from collections import Counter
from typing import TypeVar

__all__ = ["leading"]

T = TypeVar("T")


def leading(counts: Counter[T], least: int) -> T | None:
    """The one counted at least `least` times and twice as often as any other; None where nobody leads so."""
    ranked = counts.most_common(2)
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked and ranked[0][1] >= max(least, 2 * second) else None
