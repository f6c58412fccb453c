"""Dates against the article's day, days or nothing."""

from __future__ import annotations

import pytest

from tests.recognise.reading import read


def dates(words: str, published: str | None = "2024-10-28") -> list[tuple[str, str]]:
    found = read(words, published)
    return [(found.text.words(mention.span), str(mention.when)) for mention in found.mentions.dates]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Am Montag kam er.", ("Montag", "2024-10-28")),
        ("Am Dienstag kam er.", ("Dienstag", "2024-10-22")),
        ("Am Dienstag der Vorwoche kam er.", ("Dienstag der Vorwoche", "2024-10-22")),
        ("Vergangenen Montag kam er.", ("Vergangenen Montag", "2024-10-21")),
        ("Kommenden Dienstag kommt er.", ("Kommenden Dienstag", "2024-10-29")),
        ("Am Dienstagabend kam er.", ("Dienstagabend", "2024-10-22")),
        ("In der Nacht zum Mittwoch kam er.", ("Mittwoch", "2024-10-23")),
        ("Am Dienstag (9. Juli) kam er.", ("Dienstag (9. Juli)", "2024-07-09")),
        ("Am 18. Oktober kam er.", ("18. Oktober", "2024-10-18")),
        ("Am 5. November kommt er.", ("5. November", "2024-11-05")),
        ("Am 5. Jänner kommt er.", ("5. Jänner", "2025-01-05")),
        ("Im Streit um die 2025 anstehende Wahl war Ruhe.", ("2025", "2025")),
        ("Am 5. März kam er.", ("5. März", "2024-03-05")),
        ("Im Juni kam er.", ("Juni", "2024-06")),
        ("Im Dezember kam er.", ("Dezember", "2023-12")),
        ("Im kommenden Mai kommt er.", ("kommenden Mai", "2025-05")),
        ("In der zweiten Oktoberwoche kam er.", ("zweiten Oktoberwoche", "2024-10")),
        ("Vor drei Wochen kam er.", ("Vor drei Wochen", "2024-10")),
        ("Vor zwei Tagen kam er.", ("Vor zwei Tagen", "2024-10-26")),
        ("Vor einem Monat kam er.", ("Vor einem Monat", "2024-09")),
        ("Vor zwei Jahren kam er.", ("Vor zwei Jahren", "2022")),
        ("Anfang 2025 kommt er.", ("Anfang 2025", "2025")),
        ("Seit 2023 liefert er.", ("2023", "2023")),
        ("Bis Ende März bleibt er.", ("Ende März", "2024-03")),
        ("Gestern kam er.", ("Gestern", "2024-10-27")),
        ("Im vergangenen Jahr kam er.", ("vergangenen Jahr", "2023")),
        ("In dieser Woche kam er.", ("dieser Woche", "2024-10-28/2024-11-03")),
        ("Ende Oktober 2024 kam er.", ("Ende Oktober 2024", "2024-10")),
        ("Zwischen dem 3. und 5. Mai fuhr er.", ("3. und 5. Mai", "2024-05-03/2024-05-05")),
        ("Seit dem 19.06.2024 gilt das.", ("19.06.2024", "2024-06-19")),
        ("Am Wochenende kam er.", ("Wochenende", "2024-10-26/2024-10-27")),
        ("2014 annektierte Russland die Krim.", ("2014", "2014")),
        ("Im Sommer 2022 kam er.", ("Sommer 2022", "2022-06/2022-08")),
    ],
)
def test_a_date_against_one_day(words: str, expected: tuple[str, str]) -> None:
    assert dates(words) == [expected]


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("Am Montag kam er.", "2024-10-21/2024-10-22", "2024-10-21"),
        ("Am Freitag kam er.", "2024-10-21/2024-10-22", "2024-10-18"),
        ("Am Dienstag kam er.", "2024-10-21/2024-10-22", "2024-10-15/2024-10-22"),
        ("Vor drei Wochen kam er.", "2024-10-28/2024-10-31", "2024-10"),
        ("Im Juni kam er.", "2024-10", "2024-06"),
        ("Im vergangenen Jahr kam er.", "2025-04", "2024"),
        ("Im Dezember 2023 kam er.", "2024-10", "2023-12"),
    ],
)
def test_what_the_days_of_a_window_agree_on(words: str, published: str, expected: str) -> None:
    assert [when for _, when in dates(words, published)] == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Am 14. August kam sie, am Dienstag davor flog er.", "2024-08-13"),
        ("Am 14. August kam sie, am Mittwoch zuvor flog er.", "2024-08-07"),
        ("Am 14. August kam sie, am Dienstag darauf flog er.", "2024-08-20"),
    ],
)
def test_weekdays_count_from_the_day_before(words: str, expected: str) -> None:
    assert [when for _, when in dates(words, "2024-10-28")] == ["2024-08-14", expected]


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("Am Montag kam er.", None),
        ("Am Dienstag davor kam er.", "2024-10-28"),
        ("Im Juni kam er.", None),
        ("Am 18. Oktober kam er.", None),
        ("Am Vortag kam er.", None),
        ("Am Montag kam er.", "2024-10"),
        ("Zuletzt kam er.", "2024-10-28"),
        ("Am 31. Februar kam er.", "2024-10-28"),
        ("Es kamen 2000 Soldaten.", "2024-10-28"),
        ("Nach zwei Tagen kam er.", "2024-10-28"),
        ("In vergangenen Jahren kam er.", "2024-10-28"),
        ("Der Kurs stieg auf 22.10 Punkte.", "2024-10-28"),
    ],
)
def test_nothing_is_filled_in_that_nothing_fixes(words: str, published: str | None) -> None:
    assert dates(words, published) == []


def test_the_day_before_counts_from_the_date_before() -> None:
    words = "Am 9. Juli 2024 berichtete sie, am Vortag flog er ab. Tags darauf kam er an."
    assert [when for _, when in dates(words, None)] == ["2024-07-09", "2024-07-08", "2024-07-09"]


def test_a_date_knows_whether_it_needed_the_reference() -> None:
    relative = [mention.relative for mention in read("Am Montag und am 3. Mai 2022 kam er.").mentions.dates]
    assert relative == [True, False]


def test_tokens_and_characters_agree() -> None:
    found = read("Er kam am Dienstag (9. Juli) an.", "2024-07-10")
    mention = found.mentions.dates[0]
    assert found.text.span(mention.first, mention.last) == mention.span
