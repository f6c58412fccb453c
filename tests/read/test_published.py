import time

import pytest

from kg.lang import language
from kg.model import PartialDate
from kg.read.published import Dates, dates_in_text
from read.texts import BODY

GERMAN = language("de")
NOTHING = Dates(None, None)


def dates(text: str, known: Dates = NOTHING) -> tuple[str | None, str | None]:
    published, updated = dates_in_text(text, GERMAN, known)
    return published and published.edtf, updated and updated.edtf


@pytest.mark.parametrize(
    ("note", "meant"),
    [
        ("Veröffentlicht am 3. Mai 2023", ("2023-05-03", None)),
        ("Stand: 12.03.2024, 14:05 Uhr", (None, "2024-03-12")),
        ("Veröffentlicht: 03.05.2023 | Aktualisiert: 04.05.2023, 08:12 Uhr", ("2023-05-03", "2023-05-04")),
        ("12.03.2024, 14:05 Uhr", ("2024-03-12", None)),
        ("Dienstag, 12. März 2024, 14:05 Uhr", ("2024-03-12", None)),
        ("Dieser Text erschien zuerst am 3. Mai 2023.", ("2023-05-03", None)),
        ("Dieser Beitrag wurde am 3. Mai 2023 veröffentlicht.", ("2023-05-03", None)),
        ("Riga, 4. Juni 2022 – Der Gipfel endete ohne Ergebnis.", ("2022-06-04", None)),
        ("Der Gipfel endete. (APA, 4.6.2022)", ("2022-06-04", None)),
        ("Er kam 2022-06-04 an.", (None, None)),
    ],
)
def test_notes_with_a_year(note: str, meant: tuple[str | None, str | None]) -> None:
    assert dates(f"{note}\n{BODY}") == meant


@pytest.mark.parametrize(
    "note",
    [
        "Veröffentlicht am Dienstag, 3. Mai 2023",
        "Veröffentlicht am 31. Juni 2023",
        "Veröffentlicht am 3. Mai 3023",
        "Das Gesetz wurde am 3. Mai 2023 veröffentlicht.",
        "Der Roman erschien am 3. Mai 2023.",
        "Am 3. Mai 2023 trat das Abkommen in Kraft.",
        "Veröffentlicht am 3. Mai",
        "Riga, 4. Juni 2022 – Angriff\nRiga, 5. Juni 2022 – Gegenangriff",
    ],
)
def test_what_fixes_nothing(note: str) -> None:
    assert dates(f"{note}\n{BODY}") == (None, None)


NOTE = "Hinweis: Dieser Beitrag erschien am Montag, den 3.6. und wurde am Dienstag, den 4.6. aktualisiert"


def test_weekday_without_a_year_is_fixed_by_a_full_date_near_it() -> None:
    assert dates(f"{BODY}\n{NOTE}") == (None, None)
    assert dates(f"Am 28. Mai 2024 begann der Gipfel. {BODY}\n{NOTE}") == ("2024-06-03", "2024-06-04")


def test_a_full_date_far_away_or_of_a_wrong_weekday_fixes_nothing() -> None:
    assert dates(f"Am 28. Mai 2023 begann der Gipfel. {BODY}\n{NOTE}") == (None, None)
    assert dates(f"Am 3. Januar 2024 begann der Gipfel. {BODY}\n{NOTE}") == (None, None)


def test_two_years_that_fit_fix_nothing() -> None:
    text = f"Am 28. Mai 2024 und am 27. Mai 2019 begannen Gipfel. {BODY}\n{NOTE}"
    assert dates(text) == (None, None)


def test_a_known_date_fixes_the_year_of_the_other() -> None:
    known = Dates(PartialDate("2024-06-03"), None)
    assert dates(f"{BODY}\nStand: 4.6., 9:00 Uhr", known) == ("2024-06-03", "2024-06-04")
    assert dates(f"{BODY}\nStand: 4.6., 9:00 Uhr") == (None, None)


def test_what_is_known_stays() -> None:
    known = Dates(PartialDate("2020"), PartialDate("2021"))
    assert dates(f"{BODY}\nVeröffentlicht am 3. Mai 2023", known) == ("2020", "2021")


def test_an_update_before_publication_is_left_out() -> None:
    assert dates(f"Veröffentlicht am 3. Mai 2023\n{BODY}\nStand: 2. Mai 2023") == ("2023-05-03", None)


def test_a_dateline_counts_at_the_top_only() -> None:
    assert dates(f"{BODY * 20}\nRiga, 4. Juni 2022 – Der Gipfel endete.") == (None, None)


@pytest.mark.parametrize(
    "unit", ["A.", "Riga ", "Stand: ", " \n", "…\n", "(dpa, ", "3.5. ", "Dieser Text wurde am ", "a.\n"]
)
def test_no_text_takes_long(unit: str) -> None:
    start = time.perf_counter()
    dates(unit * (6000 // len(unit)) + "!")
    assert time.perf_counter() - start < 1.0
