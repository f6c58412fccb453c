import pytest

from kg.lang import language
from kg.lang.published import PublishedKind, PublishedRow, compiled
from kg.read.published import notes

GERMAN = language("de")
ROWS = GERMAN.table(PublishedRow)
NAMES = {PublishedKind.MONTH, PublishedKind.WEEKDAY}


def finds(row: PublishedRow, words: str) -> bool:
    if row.kind not in NAMES:
        return bool(notes(words, GERMAN, row))
    found = compiled(ROWS.values())["date"].search(words)
    assert found is not None
    return (found["name"] or "").lower() in row.forms or (found["weekday"] or "").lower() in row.forms


@pytest.mark.parametrize(("key", "words"), [(row.key, words) for row in ROWS.values() for words in row.yes])
def test_row_finds_its_own(key: str, words: str) -> None:
    assert finds(ROWS[key], words)


@pytest.mark.parametrize(("key", "words"), [(row.key, words) for row in ROWS.values() for words in row.no])
def test_row_leaves_near_misses(key: str, words: str) -> None:
    assert not finds(ROWS[key], words)


def test_calendar_is_complete() -> None:
    months = [row.number for row in ROWS.values() if row.kind is PublishedKind.MONTH]
    weekdays = [row.number for row in ROWS.values() if row.kind is PublishedKind.WEEKDAY]
    assert months == list(range(1, 13))
    assert weekdays == list(range(7))
    assert all(row.yes and row.no for row in ROWS.values())
