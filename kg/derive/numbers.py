"""Numbers as intervals, and when two of them cannot both be right."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import NamedTuple

from kg.derive.records import ClaimRecord, Corpus
from kg.derive.times import Window

__all__ = ["ABOUT", "Interval", "conflicting", "interval"]

ABOUT = Fraction(1, 10)
""" "Rund 10.000" may be a tenth more or less."""


class Interval(NamedTuple):
    """What a number with its qualifier allows, both ends included."""

    low: float
    high: float

    def disjoint(self, other: Interval) -> bool:
        """Whether no number lies in both."""
        return self.high < other.low or other.high < self.low


def interval(claim: ClaimRecord) -> Interval | None:
    """What a claim's number allows; None where it has none. Ends that the claim itself gives come first."""
    number = claim.number
    low, high = claim.minimum, claim.maximum
    if number is None:
        if low is None and high is None:
            return None
        return Interval(low or 0, math.inf if high is None else high)
    match claim.qualifier:
        case "about" if low is None and high is None:
            return Interval(math.ceil(number * (1 - ABOUT)), math.floor(number * (1 + ABOUT)))
        case "atLeast":
            return Interval(number if low is None else low, math.inf if high is None else high)
        case "upTo":
            return Interval(0 if low is None else low, number if high is None else high)
        case _:
            return Interval(number if low is None else low, number if high is None else high)


def conflicting(left: ClaimRecord, right: ClaimRecord, corpus: Corpus) -> bool:
    """Whether the numbers of two claims about one event cannot both be right.

    They are compared only where they are of one time: both of the same dates, or neither dated and told on the same
    days. A part may not exceed the whole; a smaller number of a part, or another number at another time, is no conflict
    but a development."""
    ours, theirs = interval(left), interval(right)
    if ours is None or theirs is None or not ours.disjoint(theirs) or not _same_measure(left, right):
        return False
    if left.when is not None and right.when is not None:
        return _conflict_of_dated((left.when, ours), (right.when, theirs))
    if left.when is not None or right.when is not None:
        return False
    one, other = corpus.told(left), corpus.told(right)
    return one is not None and other is not None and not one.vague and not other.vague and one.overlaps(other)


def _conflict_of_dated(left: tuple[Window, Interval], right: tuple[Window, Interval]) -> bool:
    (ours, mine), (theirs, yours) = left, right
    if ours == theirs:
        return not ours.vague
    if ours.within(theirs):
        return mine.low > yours.high
    return theirs.within(ours) and yours.low > mine.high


def _same_measure(left: ClaimRecord, right: ClaimRecord) -> bool:
    names = ("personnel", "casualtyType", "itemConcept", "item" if not left.role("itemConcept") else "itemConcept")
    return all(left.role(name) == right.role(name) for name in names)
