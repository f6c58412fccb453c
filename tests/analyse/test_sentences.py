"""Where sentences end, and where they do not. A bar stands where one ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analyse.reading import read, sentences

CUT = [
    "Die Brücke brannte.| Niemand wurde verletzt.",
    "War das ein Angriff?| Das Amt schwieg.",
    "Halt!| Wer da?| Ein Freund.",
    "Er schwieg …| Dann ging er.",
    "Er schwieg ...| Dann ging er.",
    "Was soll das?!| Niemand wusste es.",
    "2024 begann die Übung.| 500 Mann kamen.",
    "Das war im Jahr 2024.| Danach herrschte Ruhe.",
    "Rund 1.500 Mann kamen.| Sie blieben.",
    "Der Satz endet mit 3,5 Prozent.| Mehr nicht.",
    "Die Lage ist ernst.|Das sagte der Minister.",
    # abbreviations
    "Dr. Huber kam mit Prof. Lang an.| Beide schwiegen.",
    "Das Werk liefert z. B. Motoren und z.B. Getriebe.| Das genügt.",
    "Rund 3 Mio. Euro fehlen.| Das ist viel.",
    "Laut Art. 5 des Vertrags gilt das.| So steht es dort.",
    "Sie lieferten Helme, Westen usw. an die Front.| Das half.",
    "Es kamen ca. 200 Mann.| Sie blieben.",
    "J. Weber und A. B. Kranz schrieben das Buch.| Es ist dick.",
    "Die U.S. Army übte dort.| Sie blieb.",
    "Das Gericht sprach Otto K. frei.| Sein Bruder Eugen K., der auch dort war, ging.",
    "Gefasst wurde der Bäcker Otto K.| Die Polizei schwieg.",
    "St. Petersburg liegt im Norden.| Dort schneite es.",
    "Am 3. Okt. begann es.| Am 4. Okt. endete es.",
    # ordinals and dates
    "Am 18. Oktober landeten sie.| Am 19. flogen sie ab.",
    "Am 18.10. landeten sie.| Am 19.10. flogen sie ab.",
    "Am 18.10.2024 landeten sie.| Danach war Ruhe.",
    "Die 72. Brigade hielt stand.| Die 73. wich zurück.",
    "Sie trafen sich am Dienstag, den 22.| Die Gespräche dauerten lange.",
    "Papst Leo XIV. sprach.| Alle schwiegen.",
    "Das 14. Sanktionspaket steht.| Das 15. folgt.",
    # quotation marks
    "„Das ist ernst.“| Der Minister ging.",
    "„Das ist ernst“, sagte er.| Dann ging er.",
    "„Ist das ernst?“, fragte er.| Sie nickte.",
    "„Halt!“, rief er.| Sie blieb.",
    "„Ist das ernst?“ fragte er.| Sie nickte.",
    "»Das ist ernst.«| Der Minister ging.",
    "«Das ist ernst.»| Der Minister ging.",
    "“Das ist ernst.”| Der Minister ging.",
    '"Das ist ernst."| Der Minister ging.',
    '"Das ist ernst", sagte er.| "Sehr ernst."| Dann ging er.',
    "Er sagte: „Das ist ernst.| Wir warten.“| Dann ging er.",
    "Er sagte: »Das ist ernst.| Wir warten.«| Dann ging er.",
    "Sie nannte ihn „einen Freund“.| Er schwieg.",
    "Sie nannte ihn »einen Freund«.| »Mein Freund«, sagte sie.",
    "Er las „Krieg und Frieden“.| „Das ist lang“, sagte er.",
    # brackets
    "Das Amt (es liegt in Bonn) schwieg.| Niemand fragte.",
    "Er kam (so heißt es).| Sie ging.",
    "(Das ist nicht sicher.)| Mehr weiß niemand.",
    # line ends
    "Die Brücke brannte\n|Niemand wurde verletzt",
    "Erste Zeile.\n\n|Zweite Zeile.",
]

WHOLE = [
    "Der Minister kam um 18.30 Uhr in Wien an und fuhr um 20.15 Uhr ab.",
    "Die Rakete flog 1.200 Kilometer weit.",
    "Mehr steht unter www.example.org/lage und auf beispiel.de zu lesen.",
    "„Ist das alles?“, fragte die Richterin den Zeugen.",
    "Der Film „Wer da?“ läuft an.",
    "Die Partei „Vorwärts!“ zog ihren Antrag zurück.",
    "Das Heer zählt 5. Oktober bis 9. November als Herbst.",
    "Die Armee – sie ist klein – übt.",
    "Er fragte: Wer kommt?",
    "Die Nr. 3 der Liste ist eine Frau.",
    "Das war der 3. Angriff in dieser Woche.",
    "Die 12. Verhandlungsrunde endete ohne Ergebnis.",
]


@pytest.mark.parametrize("marked", CUT)
def test_cut(marked: str) -> None:
    wanted = [part.strip() for part in marked.split("|")]
    assert sentences(marked.replace("|", "")) == wanted


@pytest.mark.parametrize("words", WHOLE)
def test_whole(words: str) -> None:
    assert sentences(words) == [words]


def test_paragraphs_are_told_apart() -> None:
    text = read("Erster Satz hier. Zweiter Satz hier.\n\nDritter Satz hier.")
    first, second, third = (sentence.paragraph for sentence in text.sentences)
    assert first == second != third


def test_no_words_no_sentences() -> None:
    assert sentences("") == []
    assert sentences(" \n \n") == []


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from('„“”"»«‚‘().,:;!?–-\n aBÄ3'))))
def test_sentences_tile(words: str) -> None:
    text = read(words)
    places = [place for sentence in text.sentences for place in range(sentence.first, sentence.last)]
    assert places == list(range(len(text.tokens)))
    for sentence in text.sentences:
        assert sentence.span == text.span(sentence.first, sentence.last)
        assert text.sentence_at(sentence.first) == text.sentence_at(sentence.last - 1) == sentence
