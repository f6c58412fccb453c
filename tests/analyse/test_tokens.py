"""Words and marks: what is one token, and that offsets give the words back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analyse.tokens import pieces
from kg.lang import language
from tests.analyse.reading import forms

ONE_TOKEN = [
    # (words, what must be one token in them)
    ("Das Werk liefert z.B. Motoren aus.", "z.B."),
    ("Das Werk liefert z. B. Motoren aus.", "z. B."),
    ("Die Kosten, d.h. die Löhne, steigen.", "d.h."),
    ("Rund 3 Mio. Menschen flohen.", "Mio."),
    ("Rund 3 Mrd. Euro fehlen.", "Mrd."),
    ("Dr. Huber kam.", "Dr."),
    ("Paragraf 7 Abs. 2 gilt.", "Abs."),
    ("Brücken, Straßen usw. wurden zerstört.", "usw."),
    ("Am 3. Okt. begann die Übung.", "Okt."),
    ("Es waren ca. zehn Mann.", "ca."),
    ("Am 18. Oktober landeten sie.", "18."),
    ("Am 18.10. landeten sie.", "18.10."),
    ("Am 18.10.2024 landeten sie.", "18.10.2024"),
    ("Die 72. Brigade hielt stand.", "72."),
    ("Es ist der 14. Jahrestag.", "14."),
    ("Rund 10'000 Mann stehen bereit.", "10'000"),
    ("Rund 10’000 Mann stehen bereit.", "10’000"),
    ("Rund 12 000 Mann stehen bereit.", "12 000"),
    ("Rund 12\u00a0000 Mann stehen bereit.", "12\u00a0000"),
    ("Rund 12\u202f000 Mann stehen bereit.", "12\u202f000"),
    ("Rund 12\u2009000 Mann stehen bereit.", "12\u2009000"),
    ("Rund 1.500 Mann stehen bereit.", "1.500"),
    ("Rund 1.500.000 Schuss kamen an.", "1.500.000"),
    ("Etwa 2,5 Prozent fehlen.", "2,5"),
    ("Etwa 2,5% fehlen.", "2,5%"),
    ("Um 18:30 Uhr endete es.", "18:30"),
    ("Im Jahr 2023/24 sank die Zahl.", "2023/24"),
    ("Eine 155-mm-Granate schlug ein.", "155-mm-Granate"),
    ("Die 20-jährige Frau floh.", "20-jährige"),
    ("Die 20-Jährige floh.", "20-Jährige"),
    ("Die F-16 starteten.", "F-16"),
    ("Das Nato-Mitglied zögert.", "Nato-Mitglied"),
    ("Die Luft-Boden-Rakete traf.", "Luft-Boden-Rakete"),
    ("Der Kim-Jong-un-Vertraute kam.", "Kim-Jong-un-Vertraute"),
    ("Waffen- und Munitionslager brannten.", "Waffen-"),
    ("Die Soldat*innen ruhten.", "Soldat*innen"),
    ("Die Soldat:innen ruhten.", "Soldat:innen"),
    ("Mehr unter https://example.org/a/b?c=1 lesen.", "https://example.org/a/b?c=1"),
    ("Mehr unter www.example.org/lage.", "www.example.org/lage"),
    ("Das Portal beispiel.de schrieb das.", "beispiel.de"),
    ("Post an presse@amt.example.org senden.", "presse@amt.example.org"),
    ("Warten … und hoffen.", "…"),
    ("Warten ... und hoffen.", "..."),
    ("J. Weber kam.", "J."),
    ("Die U.S. Army übte.", "U.S."),
    ("Geht's gut?", "Geht's"),
    ("Das ist Merkels’ Art.", "Merkels"),
    ("Sie trug das Kürzel H₂O und 5G.", "5G"),
]

SEVERAL_TOKENS = [
    # (words, tokens that must stand one behind the other)
    ("Es waren genau 18. Otto ging.", ["18", ".", "Otto"]),
    ("Das geschah 2024. Danach war Ruhe.", ["2024", "."]),
    ("Er kam.Sie ging.", ["kam", ".", "Sie"]),
    ("Er sagte:„Nein.“", [":", "„", "Nein", ".", "“"]),
    ("Kiew/Moskau (dpa) - Die Lage", ["Kiew", "/", "Moskau", "(", "dpa", ")", "-", "Die"]),
    ("Sie kamen,sahen,siegten.", ["kamen", ",", "sahen", ",", "siegten"]),
    ("Von 1000 bis 2000 Mann – so heißt es – fielen 3.", ["2000", "Mann", "–", "so"]),
    ("Er las (laut) vor.", ["(", "laut", ")"]),
    ("500-600 Mann", ["500", "-", "600"]),
    ("»Nein«, sagte er.", ["»", "Nein", "«", ","]),
    ("Siehe https://example.org.", ["https://example.org", "."]),
    ("Dort standen 3, 4 Wagen.", ["3", ",", "4"]),
    ("Ende.", ["Ende", "."]),
    ("Das kostet 20 €!", ["20", "€", "!"]),
]


@pytest.mark.parametrize(("words", "wanted"), ONE_TOKEN)
def test_one_token(words: str, wanted: str) -> None:
    assert wanted in forms(words)


@pytest.mark.parametrize(("words", "wanted"), SEVERAL_TOKENS)
def test_several_tokens(words: str, wanted: list[str]) -> None:
    found = forms(words)
    assert any(found[place : place + len(wanted)] == wanted for place in range(len(found))), found


def test_a_part_of_a_text() -> None:
    words = "Erst dies. Dann das."
    assert [piece.form for piece in pieces(words, 11, 15, language("de"))] == ["Dann"]
    assert pieces(words, 11, 15, language("de"))[0].start == 11


def test_nothing() -> None:
    assert pieces("", 0, 0, language("de")) == []
    assert pieces(" \n\t\u00a0", 0, 4, language("de")) == []


@given(st.text())
def test_offsets_give_the_words_back(words: str) -> None:
    found = pieces(words, 0, len(words), language("de"))
    assert [words[piece.start : piece.end] for piece in found] == [piece.form for piece in found]
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(st.text())
def test_only_blanks_lie_between_tokens(words: str) -> None:
    end = 0
    for piece in pieces(words, 0, len(words), language("de")):
        assert not words[end : piece.start].strip()
        end = piece.end
    assert not words[end:].strip()
