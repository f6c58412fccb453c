import pytest

from kg.lang import language
from kg.lang.own_voices import OwnVoiceRow

ROWS = language("de").table(OwnVoiceRow)
GOOD = [(row.key, words) for row in ROWS.values() for words in row.yes]
BAD = [(row.key, words) for row in ROWS.values() for words in row.no]


@pytest.mark.parametrize(("key", "words"), GOOD)
def test_row_matches_its_own(key: str, words: str) -> None:
    assert ROWS[key].names(words)


@pytest.mark.parametrize(("key", "words"), BAD)
def test_row_leaves_near_misses(key: str, words: str) -> None:
    assert not ROWS[key].names(words)


def test_every_row_has_both_kinds_of_descriptions() -> None:
    assert [row.key for row in ROWS.values() if not (row.yes and row.no)] == []


def test_whose_service_or_circles_are_named_is_no_own_voice() -> None:
    for words in ("südkoreanische Militärquellen", "russische Militärführung", "Sprecher des Präsidialamtes"):
        assert not any(row.names(words) for row in ROWS.values())
