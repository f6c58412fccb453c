from datetime import date

import pytest

from kg.derive.times import ALWAYS, Window, window


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-10-28", date(2024, 10, 28), date(2024, 10, 28)),
        ("2024-10", date(2024, 10, 1), date(2024, 10, 31)),
        ("2024-10-21/2024-10-22", date(2024, 10, 21), date(2024, 10, 22)),
        ("2023/..", date(2023, 1, 1), date.max),
        ("../2023", date.min, date(2023, 12, 31)),
    ],
)
def test_window_of_a_date(edtf: str, first: date, last: date) -> None:
    assert window(edtf) == Window(first, last)


def test_no_date_is_no_window() -> None:
    with pytest.raises(ValueError, match="not an EDTF date"):
        window("gestern")


@pytest.mark.parametrize(
    ("edtf", "vague"), [("2024-10", False), ("2024-10/2024-12", False), ("2024", True), ("2024/..", True)]
)
def test_vague(edtf: str, vague: bool) -> None:
    assert window(edtf).vague is vague


def test_overlap_and_containment() -> None:
    month, day, later = window("2024-10"), window("2024-10-31"), window("2024-11")
    assert month.overlaps(day)
    assert day.within(month)
    assert not month.within(day)
    assert not month.overlaps(later)
    assert month.joined(later) == Window(date(2024, 10, 1), date(2024, 11, 30))


def test_stretching_ends_where_the_calendar_does() -> None:
    assert window("2024-10-10").stretched(before=2, after=1) == Window(date(2024, 10, 8), date(2024, 10, 11))
    assert window("0001-01-05").stretched(before=366).first == date.min
    assert window("9999-12-30").stretched(after=366).last == date.max
    assert ALWAYS.stretched(before=5, after=5) == ALWAYS


@pytest.mark.parametrize(("edtf", "words"), [("2024-10-28", "2024-10-28"), ("2024/..", "2024-01-01/..")])
def test_words(edtf: str, words: str) -> None:
    assert str(window(edtf)) == words
