"""Figures from counts."""

from __future__ import annotations

from kg.evaluate.tally import Tally


def test_precision_recall_and_f1() -> None:
    tally = Tally()
    for counter, number in (("x.gold", 8), ("x.pred", 4), ("x.tp", 3), ("y.tp", 2)):
        tally.add(counter, number)
    assert tally.found("x") == {"p": 0.75, "r": 0.375, "f1": 0.5, "tp": 3, "gold": 8, "pred": 4}
    assert tally.found("x", right="y.tp")["tp"] == 2
    assert tally.found("nothing")["f1"] == 0.0


def test_accuracy() -> None:
    tally = Tally()
    for right in (True, True, False):
        tally.judge("x", right)
    assert tally.accuracy("x") == {"acc": 0.667, "of": 3}
    assert tally.accuracy("nothing") == {"acc": None, "of": 0}
