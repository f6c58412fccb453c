import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.dates import metadata_date


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2024-10-28", "2024-10-28"),
        (" 2024-10 ", "2024-10"),
        ("2024", "2024"),
        ("2024-10-21/2024-10-22", "2024-10-21/2024-10-22"),
        ("../2024-10-22", "../2024-10-22"),
        ("2024-10-22/", "2024-10-22/.."),
        ("2024-10-XX", "2024-10"),
        ("2024-XX-XX", "2024"),
        ("202X", "2020/2029"),
        ("2024-21", "2024-03/2024-06"),
        ("2024-24", "2024-12/2025-03"),
        ("2024-21/2024-23", "2024-03/2024-12"),
        ("2024-10-28T09:00:00+01:00", "2024-10-28"),
        ("2024-10-28 09:00", "2024-10-28"),
    ],
)
def test_dates(words: str, meant: str) -> None:
    found = metadata_date(words)
    wanted = metadata_date(meant)
    assert (found.earliest, found.latest) == (wanted.earliest, wanted.latest)


@pytest.mark.parametrize(
    "words", ["", "28.10.2024", "2024-13", "2024-02-30", "gestern", "2024-10-22/2024-10-21", "/", "0000"]
)
def test_what_is_no_date(words: str) -> None:
    with pytest.raises(ValueError):
        metadata_date(words)


@given(st.text() | st.text(alphabet="0123456789-/X.T:?"))
def test_any_words_give_a_date_or_a_value_error(words: str) -> None:
    try:
        found = metadata_date(words)
    except ValueError:
        return
    assert found.earliest or found.latest
