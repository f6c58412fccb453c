"""The analyst's questions put to the graph that the program itself builds of the five real articles.

Here the reading is the program's own, so that each test asks for the heart of an answer and not for its every word.
"""

from __future__ import annotations

from functools import cache

import pytest

from kg.corpus import build
from kg.derive.rebuild import rebuild
from kg.describe.iris import BASE
from kg.pipeline import Options
from kg.read import read
from kg.store import Store
from tests.queries import test_questions
from tests.queries.test_questions import NAMES, REAL, SHARED, ask

pytestmark = REAL


@cache
def _built() -> Store:
    store = Store.in_memory(base=BASE)
    build(read([SHARED / "seeds"], metadata=SHARED / "seeds" / "metadata.csv"), store, Options())
    rebuild(store)
    return store


@pytest.fixture(autouse=True)
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(test_questions, "store", lambda _: _built())


def rows(columns: str, name: str, *arguments: str) -> set[tuple[str, ...]]:
    numbers = {identifier: number for number, identifier in NAMES.items()}
    found = ask("built", name, *arguments)
    return {tuple(numbers.get(row[column], row[column]) for column in columns.split()) for row in found}


CORE: dict[str, tuple[str, tuple[str, ...], set[tuple[str, ...]]]] = {
    "q1": (
        "who article",
        ("who-confirmed",),
        {("United States", "1"), ("NATO", "1"), ("North Korea", "2"), ("United States", "3"), ("Vladimir Putin", "3")},
    ),
    "q2": ("who article", ("who-denied",), {("Kremlin", "0"), ("Russia", "0"), ("North Korea", "0"), ("Kremlin", "3")}),
    "q3": (
        "who said article",
        ("who-declined",),
        {("Vedant Patel", "2024-10-21", "0"), ("NATO", "open", "1"), ("Dmitry Peskov", "open", "4")},
    ),
    "q4": (
        "number source article",
        ("number-development", "Nordkorea"),
        {
            ("1500", "National Intelligence Service", "0"),
            ("up to 12000", "National Intelligence Service", "1"),
            ("about 10000", "United States", "3"),
            ("about 11000", "National Intelligence Service", "2"),
            ("3000", "ZDF", "2"),
        },
    ),
    "q5": ("number article", ("only-source", "NIS", "Deployment"), {("1500", "0"), ("12000", "1"), ("11000", "2")}),
    "q6": (
        "source article",
        ("single-source-events",),
        {("Kyrylo Budanov", "1"), ("Korean Central News Agency", "4"), ("Institute for the Study of War", "0")},
    ),
    "q8": (
        "signed article",
        ("agreement-accounts", "Nordkorea", "Russland"),
        {("2024-06", "0"), ("2024-06", "1"), ("open", "2"), ("2024-06", "3"), ("2024-06", "4")},
    ),
    "q9": ("article", ("deliveries", "Nordkorea", "Russland"), {("0",), ("1",), ("2",), ("4",)}),
    "q10": ("number modality", ("deliveries", "item=missiles"), {("50", "alleged")}),
    "q11": ("who article", ("deliveries", "Russland", "Nordkorea"), {("westliche Experten", "4")}),
    "q12": (
        "source confirmed modality",
        ("what-stands-behind", "engineers"),
        {("Geheimdienstkreise", "nobody", "planned")},
    ),
    "q13": ("stance article", ("voice-of", "Peskow"), {("declines", "4"), ("announces", "4")}),
    "q14": (
        "who said",
        ("said-until", "2024-10-21"),
        {("National Intelligence Service", "2024-10-18"), ("Mark Rutte", "2024-10-21"), ("Vedant Patel", "2024-10-21")},
    ),
    "q15": ("who stance turn", ("position-of", "USA"), {("United States", "confirms", "after declines")}),
    "q16": ("who stance article", ("voice-of", "NATO"), {("Mark Rutte", "warns", "0"), ("Mark Rutte", "warns", "3")}),
    "q17": ("who modality article", ("placed-at", "Kursk"), {("Ukrainian intelligence", "fact", "3")}),
    "q18": ("who said", ("expected-when", "Nordkorea"), {("Kyrylo Budanov", "2024-10-23")}),
    "q19": ("whose type number article", ("reported-losses",), {("North Korea", "losses", "about 4000", "2")}),
    "q20": ("who article", ("with-words", "Befehl|angeordnet"), {("Münchner Merkur", "2")}),
    "q21": ("to modality who", ("deliveries", "Südkorea"), {("Ukraine", "possible", "South Korea")}),
    "q22": (
        "happened number who said",
        ("mission-details",),
        {("2024-07-08", "open", "Korean Central News Agency", "2024-07-09")},
    ),
    "q23": ("medium", ("media-as-sources",), {("ZDF",), ("Korean Central News Agency",), ("Münchner Merkur",)}),
    "q24": ("who article", ("with-words", "gefälscht|Uniform|getarnt"), {("National Intelligence Service", "0")}),
    "q25": ("source article", ("unnamed-sources",), {("Analysten", "2"), ("Geheimdienstkreise", "4")}),
}


@pytest.mark.parametrize("question", sorted(CORE, key=lambda name: int(name[1:])))
def test_heart_of_the_answer(question: str) -> None:
    columns, asked, wanted = CORE[question]
    assert wanted <= rows(columns, *asked)


def test_q7_contradictions() -> None:
    found = {frozenset(pair) for pair in rows("one other", "contradictions")}
    assert {frozenset({"Kremlin", "Institute for the Study of War"}), frozenset({"Russia", "NATO"})} <= found
    assert rows("kind", "contradictions", "reversal") == {("reversal",)}


def test_one_agreement() -> None:
    assert len(rows("event", "agreement-accounts", "Nordkorea", "Russland")) == 1
