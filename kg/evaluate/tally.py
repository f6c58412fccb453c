"""Counts, and the figures that they give: precision, recall, F1, and accuracy on what was matched."""

from __future__ import annotations

from collections import Counter
from typing import TypeAlias

__all__ = ["Figure", "Figures", "Tally"]

Figure: TypeAlias = dict[str, float | int | None]
"""{"p", "r", "f1", "tp", "gold", "pred"} of what is found, {"acc", "of"} of what is said about what was matched."""
Figures: TypeAlias = dict[str, Figure]


class Tally:
    """Counters by name, only ever added to."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, name: str, number: int) -> None:
        """Adds to a counter: NAME.gold, NAME.pred or NAME.tp."""
        self._counts[name] += number

    def judge(self, name: str, right: bool) -> None:
        """Counts one judgement of something that was matched."""
        self._counts[f"{name}.of"] += 1
        self._counts[f"{name}.ok"] += right

    def found(self, name: str, *, right: str | None = None) -> Figure:
        """Precision, recall and F1 of NAME; `right` names another counter of what counts as right."""
        hits = self._counts[right or f"{name}.tp"]
        gold, pred = self._counts[f"{name}.gold"], self._counts[f"{name}.pred"]
        p, r = hits / pred if pred else 0.0, hits / gold if gold else 0.0
        f1 = round(2 * p * r / (p + r), 3) if p + r else 0.0
        return {"p": round(p, 3), "r": round(r, 3), "f1": f1, "tp": hits, "gold": gold, "pred": pred}

    def accuracy(self, name: str) -> Figure:
        """The share of right judgements of NAME; no share where there was nothing to judge."""
        of = self._counts[f"{name}.of"]
        return {"acc": round(self._counts[f"{name}.ok"] / of, 3) if of else None, "of": of}
