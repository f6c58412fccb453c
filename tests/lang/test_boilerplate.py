import pytest

from kg.lang import language
from kg.lang.boilerplate import BoilerplateRow, Where, core

ROWS = language("de").table(BoilerplateRow)
GOOD = [(row.key, words) for row in ROWS.values() for words in row.yes]
BAD = [(row.key, words) for row in ROWS.values() for words in row.no]


@pytest.mark.parametrize(("key", "words"), GOOD)
def test_row_matches_its_own(key: str, words: str) -> None:
    assert ROWS[key].matches(words)


@pytest.mark.parametrize(("key", "words"), BAD)
def test_row_leaves_near_misses(key: str, words: str) -> None:
    assert not ROWS[key].matches(words)


def test_every_row_has_both_kinds_of_sentences() -> None:
    assert [row.key for row in ROWS.values() if not (row.yes and row.no)] == []


def test_every_place_has_a_row() -> None:
    assert {row.where for row in ROWS.values()} == set(Where)


def test_a_line_that_is_too_long_is_not_matched() -> None:
    assert ROWS["share"].matches("Teilen")
    assert not ROWS["share"].matches("Teilen " * 11)


def test_core_drops_bullets_and_marks() -> None:
    assert core("» Mehr lesen …") == "Mehr lesen"
    assert core("***") == ""
