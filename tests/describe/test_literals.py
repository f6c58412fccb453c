from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from describe.graphs import short
from kg.describe.literals import boolean, day, decimal, instant, integer, partial_date, spanned, uri, words
from kg.model import PartialDate, Span


def test_a_whole_day_is_its_own_first_and_last_day() -> None:
    values = {short(name): short(value) for name, value in partial_date("saidOn", PartialDate("2024-10-28"))}
    assert values == {
        "kg:saidOn": '"2024-10-28"^^<edtf:EDTF>',
        "kg:saidOnEarliest": '"2024-10-28"^^<xsd:date>',
        "kg:saidOnLatest": '"2024-10-28"^^<xsd:date>',
    }


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2024-10-21/2024-10-22", "2024-10-21", "2024-10-22"),
        ("2023/..", "2023-01-01", None),
        ("../2024-10", None, "2024-10-31"),
    ],
)
def test_a_partial_date_tells_its_first_and_last_day(edtf: str, first: str | None, last: str | None) -> None:
    values = {short(name): value.value for name, value in partial_date("when", PartialDate(edtf))}
    assert values.get("kg:whenEarliest") == first
    assert values.get("kg:whenLatest") == last
    assert values["kg:when"] == edtf


def test_no_date_has_no_values() -> None:
    assert list(partial_date("when", None)) == []


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0.90", "0.9"),
        ("1.0", "1"),
        ("1", "1"),
        ("0", "0"),
        ("0.000", "0"),
        ("100", "100"),
        ("1E+2", "100"),
        ("5E-3", "0.005"),
    ],
)
def test_decimals_have_no_trailing_zeros(value: str, shown: str) -> None:
    assert short(decimal(Decimal(value))) == f'"{shown}"^^<xsd:decimal>'


def test_other_literals() -> None:
    assert short(integer(-7)) == '"-7"^^<xsd:integer>'
    assert short(boolean(True)) == '"true"^^<xsd:boolean>'
    assert short(day(date(2024, 2, 3))) == '"2024-02-03"^^<xsd:date>'
    assert short(uri("https://example.org/a")) == '"https://example.org/a"^^<xsd:anyURI>'
    assert short(words("Öl", "DE-ch")) == '"Öl"@de-ch'


def test_times_are_in_utc_and_whole_seconds() -> None:
    noon = datetime(2024, 10, 28, 12, 0, 1, 999_999, tzinfo=timezone(timedelta(hours=2)))
    assert instant(noon).value == "2024-10-28T10:00:01Z"
    assert instant(datetime(2024, 10, 28, tzinfo=UTC)).value == "2024-10-28T00:00:00Z"


def test_words_carry_their_offsets() -> None:
    pairs = [(short(name), short(value)) for name, value in spanned("cue", Span(2, 5), "🚀 sag ja", "de")]
    assert pairs == [("kg:cue", '"sag"@de'), ("kg:cueStart", '"2"^^<xsd:integer>'), ("kg:cueEnd", '"5"^^<xsd:integer>')]
    assert list(spanned("cue", None, "x", "de")) == []
