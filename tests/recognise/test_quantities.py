"""Numbers of people and things with their bounds; measures, scores and signs left out."""

from __future__ import annotations

import pytest

from kg.model import Qualifier
from tests.recognise.reading import read

EXACT, ABOUT, LEAST, UP_TO = Qualifier.EXACTLY, Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.UP_TO
Found = tuple[str, int | None, Qualifier | None, int | None, int | None]


def quantities(words: str) -> list[Found]:
    found = read(words)
    return [(found.text.words(q.span), q.number, q.qualifier, q.minimum, q.maximum) for q in found.mentions.quantities]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Rund 12.000 Soldaten kamen.", ("Rund 12.000", 12000, ABOUT, None, None)),
        ("Es kamen 12 000 Soldaten.", ("12 000", 12000, EXACT, 12000, 12000)),
        ("Es kamen 10'000 Soldaten.", ("10'000", 10000, EXACT, 10000, 10000)),
        ("Es kamen 2000 Soldaten.", ("2000", 2000, EXACT, 2000, 2000)),
        ("Bis zu 12.000 Soldaten kamen.", ("Bis zu 12.000", 12000, UP_TO, None, 12000)),
        ("Mindestens drei Generäle kamen.", ("Mindestens drei", 3, LEAST, 3, None)),
        ("Mehr als 1.000 Soldaten kamen.", ("Mehr als 1.000", 1000, LEAST, 1000, None)),
        ("Knapp 300 Soldaten kamen.", ("Knapp 300", 300, ABOUT, None, 300)),
        ("Über 100 Panzer kamen.", ("Über 100", 100, LEAST, 100, None)),
        ("Weniger als 50 Raketen kamen.", ("Weniger als 50", 50, UP_TO, None, 50)),
        ("Zwischen 5.000 und 7.000 Soldaten kamen.", ("Zwischen 5.000 und 7.000", None, None, 5000, 7000)),
        ("8 bis 10 Millionen Granaten kamen.", ("8 bis 10 Millionen", None, None, 8000000, 10000000)),
        ("2,5 Millionen Granaten kamen.", ("2,5 Millionen", 2500000, EXACT, 2500000, 2500000)),
        ("Dutzende Soldaten kamen.", ("Dutzende", None, None, 24, None)),
        ("Tausende Soldaten kamen.", ("Tausende", None, None, 2000, None)),
        ("Mehrere Tausend Soldaten kamen.", ("Mehrere Tausend", None, None, 2000, None)),
        ("Ein Dutzend Soldaten kam.", ("Ein Dutzend", 12, EXACT, 12, 12)),
        ("Zweitausend Soldaten kamen.", ("Zweitausend", 2000, EXACT, 2000, 2000)),
        ("Das waren dreiundzwanzig Soldaten.", ("dreiundzwanzig", 23, EXACT, 23, 23)),
        ("Die beiden Schiffe kamen.", ("beiden", 2, EXACT, 2, 2)),
    ],
)
def test_a_quantity_and_its_bounds(words: str, expected: Found) -> None:
    assert quantities(words) == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "Es kostet 300 Euro und dauert 3 Tage.",
        "Es kostet rund 1,5 Millionen Euro.",
        "Es endete 3:1 am 18. Oktober 2024 um 20 Uhr.",
        "Im Jahr 2023 war Ruhe.",
        "Seit 2023 war Ruhe.",
        "Der Wert stieg um 40 Prozent.",
        "Der Wert stieg um 3,5 Punkte.",
        "Ein Mann kam.",
        "Otto Halm (45) kam.",
        "Er steht auf Platz 7 der Liste.",
        "Der 45-Jährige kam.",
        "Im Streit um die 2017 anstehende Wahl war Ruhe.",
        "Es kostet 25 bis 60 Millionen Euro.",
        "Sein Blutdruck beträgt 110 zu 65.",
        "Halm traf zweifach (65., 86.).",
        "Sie fuhren 50 bis 60 Kilometer.",
    ],
)
def test_measures_and_signs_are_no_quantities(words: str) -> None:
    assert quantities(words) == []


def test_two_numbers_are_two_quantities() -> None:
    assert [found[1] for found in quantities("Es gab 40 Tote und 190 Verletzte.")] == [40, 190]
