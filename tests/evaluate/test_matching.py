"""Overlap of words, and the best pairs first."""

from __future__ import annotations

from kg.evaluate.matching import one_to_one, overlap, places_of
from kg.model import Span


def test_places_of_words() -> None:
    assert places_of("an", "an und an.") == (Span(0, 2), Span(7, 9))
    assert places_of("a.", "a b") == ()


def test_overlap_is_the_best_jaccard_index() -> None:
    places = (Span(0, 10), Span(20, 30))
    assert overlap(Span(20, 25), places) == 0.5
    assert overlap(Span(10, 20), places) == 0.0
    assert overlap(None, places) == 0.0
    assert overlap(Span(0, 10), ()) == 0.0


def test_the_best_pairs_are_taken_first_and_each_once() -> None:
    assert one_to_one([(0.6, 0, 0), (0.9, 1, 0), (0.5, 0, 1)]) == {1: 0, 0: 1}
    assert one_to_one([]) == {}
