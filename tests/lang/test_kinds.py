import pytest

from kg.lang import language
from kg.lang.kinds import Kinds

ROWS = language("de").table(Kinds)
GOOD = [(row.key, words) for row in ROWS.values() for words in row.yes]
BAD = [(row.key, words) for row in ROWS.values() for words in row.no]


def nouns(words: str) -> str:
    """The first noun of a description, where no proper name stands before it."""
    return next(word for word in words.split() if word[0].isupper())


@pytest.mark.parametrize(("key", "words"), GOOD)
def test_row_matches_its_own(key: str, words: str) -> None:
    single = words.startswith(("der", "das"))
    assert any(ROWS[key].names(word, single=single) for word in words.split() if word[0].isupper())


@pytest.mark.parametrize(("key", "words"), BAD)
def test_row_leaves_near_misses(key: str, words: str) -> None:
    assert not ROWS[key].names(nouns(words), single=False)


def test_every_row_has_both_kinds_of_descriptions() -> None:
    assert [row.key for row in ROWS.values() if not (row.yes and row.no)] == []
