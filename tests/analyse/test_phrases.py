"""Noun phrases: extent, preposition, the cases that their endings leave open, number, gender."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.analyse.reading import noun_phrase, read

EXTENTS = [
    ("Das 40 Seiten umfassende Papier liegt vor.", "Papier", "Das 40 Seiten umfassende Papier"),
    ("Der alte Minister schwieg.", "Minister", "Der alte Minister"),
    ("Er sprach mit dem neuen Minister.", "Minister", "mit dem neuen Minister"),
    ("Er sprach im alten Rathaus.", "Rathaus", "im alten Rathaus"),
    ("Rund 1500 russische Soldaten kamen.", "Soldaten", "1500 russische Soldaten"),
    ("Die drei verletzten Männer flohen.", "Männer", "Die drei verletzten Männer"),
    ("Der Sprecher der Armee schwieg.", "Sprecher", "Der Sprecher"),
    ("Der Sprecher der Armee schwieg.", "Armee", "der Armee"),
    ("Der Präsident Emmanuel Macron schwieg.", "Macron", "Der Präsident Emmanuel Macron"),
    ("Der große, alte Baum fiel.", "Baum", "Der große, alte Baum"),
    ("Die süd- und nordkoreanischen Truppen übten.", "Truppen", "Die süd- und nordkoreanischen Truppen"),
    ("Das „geheime“ Treffen scheiterte.", "Treffen", "Das „geheime“ Treffen"),
    (
        "Das in Wien gestern veröffentlichte Interview fehlt.",
        "Interview",
        "Das in Wien gestern veröffentlichte Interview",
    ),
    ("Das sagte der als Spion bezeichnete Mann.", "Mann", "der als Spion bezeichnete Mann"),
    ("Das sagte der in Wien verlegte Autor.", "Autor", "der in Wien verlegte Autor"),
    ("Er schwieg.", "Er", "Er"),
    ("Ihm fehlte der Mut.", "Ihm", "Ihm"),
]

# What the forms leave open: gender is known by endings alone, so that "der" before most feminine nouns is open too.
CASES = [
    ("Der Minister kam.", "Minister", {"nom", "gen", "dat"}),
    ("Den Minister traf er.", "Minister", {"acc"}),
    ("Dem Minister glaubt er.", "Minister", {"dat"}),
    ("Die Rede des Ministers fehlt.", "Ministers", {"gen"}),
    ("Die Ministerin kam.", "Ministerin", {"nom", "acc"}),
    ("Der Ministerin glaubt er.", "Ministerin", {"gen", "dat"}),
    ("Das Amt schwieg.", "Amt", {"nom", "acc"}),
    ("Den Truppen fehlt Brot.", "Truppen", {"acc", "dat"}),
    ("Einem Bericht zufolge brannte es.", "Bericht", {"dat"}),
    ("Einen Bericht gab es nicht.", "Bericht", {"acc"}),
    ("Russischer Stahl fehlt.", "Stahl", {"nom", "gen", "dat"}),
    ("Russische Truppen üben.", "Truppen", {"nom", "acc"}),
    ("Russischen Truppen fehlt Brot.", "Truppen", {"gen", "dat", "acc"}),
    ("Er sprach mit der Ministerin.", "Ministerin", {"gen", "dat"}),
    ("Er dachte an die Ministerin.", "Ministerin", {"acc"}),
    ("Er kam.", "Er", {"nom"}),
    ("Ihn traf ein Schuss.", "Ihn", {"acc", "dat"}),
    ("Ihm fehlt Brot.", "Ihm", {"dat"}),
    ("Wir warten.", "Wir", {"nom"}),
]

PLURAL = [
    ("Die 40 Seiten umfassende Studie liegt vor.", "Studie", False),
    ("Die 40 Studien liegen vor.", "Studien", True),
    ("Die russischen Truppen üben.", "Truppen", True),
    ("Die Soldaten üben.", "Soldaten", True),
    ("Zwei Männer flohen.", "Männer", True),
    ("Der Mann floh.", "Mann", None),
    ("Ein Mann floh.", "Mann", False),
    ("Den Männern fehlt Brot.", "Männern", True),
    ("Die alte Regierung trat ab.", "Regierung", False),
    ("Das Amt schwieg.", "Amt", False),
    ("Mit 500 Mann kam er.", "Mann", True),
]

GENDER = [
    ("Der Minister kam.", "Minister", None),
    ("Die alte Regierung trat ab.", "Regierung", "f"),
    ("Das Amt schwieg.", "Amt", "n"),
    ("Er kam.", "Er", "m"),
    ("Die russischen Truppen üben.", "Truppen", None),
]


def words_of(words: str, head: str) -> str:
    text, phrase = read(words), noun_phrase(words, head)
    return text.words(text.span(phrase.first, phrase.last))


@pytest.mark.parametrize(("words", "head", "wanted"), EXTENTS)
def test_extent(words: str, head: str, wanted: str) -> None:
    assert words_of(words, head) == wanted


@pytest.mark.parametrize(("words", "head", "wanted"), CASES)
def test_cases(words: str, head: str, wanted: set[str]) -> None:
    assert noun_phrase(words, head).cases == wanted


@pytest.mark.parametrize(("words", "head", "wanted"), PLURAL)
def test_plural(words: str, head: str, wanted: bool | None) -> None:
    assert noun_phrase(words, head).plural is wanted


@pytest.mark.parametrize(("words", "head", "wanted"), GENDER)
def test_gender(words: str, head: str, wanted: str | None) -> None:
    assert noun_phrase(words, head).gender == wanted


def test_preposition() -> None:
    text = read("Er sprach am Montag mit dem Minister über Brot.")
    found = [text.tokens[phrase.preposition].form for phrase in text.phrases if phrase.preposition is not None]
    assert found == ["am", "mit", "über"]


def test_phrases_do_not_overlap() -> None:
    text = read("Der Sprecher der Armee, General Wolf, nannte die Lage in den drei Orten ernst.")
    ends = [(phrase.first, phrase.last) for phrase in text.phrases]
    assert all(left[1] <= right[0] for left, right in pairwise(ends))
    assert all(phrase.first <= phrase.head < phrase.last for phrase in text.phrases)
