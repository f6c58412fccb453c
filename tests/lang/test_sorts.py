import pytest

from kg.gazetteer import load
from kg.lang import language
from kg.lang.sorts import Sorts

ROWS = language("de").table(Sorts)
GOOD = [(row.key, words) for row in ROWS.values() for words in row.yes]
BAD = [(row.key, words) for row in ROWS.values() for words in row.no]


@pytest.mark.parametrize(("key", "words"), GOOD)
def test_row_describes_its_own(key: str, words: str) -> None:
    assert ROWS[key].describes(words.rsplit(maxsplit=1)[-1], plural=words.endswith("en"))


@pytest.mark.parametrize(("key", "words"), BAD)
def test_row_leaves_near_misses(key: str, words: str) -> None:
    assert not ROWS[key].describes(words.rsplit(maxsplit=1)[-1], plural=False)


def test_actors_are_registered() -> None:
    known = load().actors
    assert [actor for row in ROWS.values() for actor in row.actors if actor not in known] == []


def test_a_name_has_more_than_the_noun() -> None:
    court = ROWS["Gericht"]
    assert court.named_so("Oberster Gerichtshof")
    assert court.named_so("Bundesgericht")
    assert not court.named_so("Gericht")


def test_judges_are_several() -> None:
    court = ROWS["Gericht"]
    assert court.describes("Richter", plural=True)
    assert not court.describes("Richter", plural=False)
    assert not court.describes("Gericht", plural=True)
