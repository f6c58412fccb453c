import pytest

from kg.derive.responses import matches
from kg.lang import language
from kg.lang.responses import ResponseRow, ResponseUse

ROWS = language("de").table(ResponseRow)
GOOD = [(row.key, words) for row in ROWS.values() for words in row.yes]
BAD = [(row.key, words) for row in ROWS.values() for words in row.no]


@pytest.mark.parametrize(("key", "words"), GOOD)
def test_row_matches_its_own(key: str, words: str) -> None:
    assert matches(ROWS[key], words)


@pytest.mark.parametrize(("key", "words"), BAD)
def test_row_leaves_near_misses(key: str, words: str) -> None:
    assert not matches(ROWS[key], words)


def test_every_row_has_both_kinds_of_sentences() -> None:
    assert [row.key for row in ROWS.values() if not (row.yes and row.no)] == []


def test_every_use_has_a_row() -> None:
    assert {row.use for row in ROWS.values()} == set(ResponseUse)
