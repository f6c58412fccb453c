import subprocess
import sys

import pytest

from kg.lang import language
from kg.read.language import foreign_language
from read.texts import BODY, DUTCH

GERMAN = language("de")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Ja.",
        "",
        "1.500",
        "Live-Ticker",
        "Riga schickt Soldaten.",
        "Nein, wir sind nicht bereit",
        "Lettland, Litauen, Estland und Finnland",
        "Emmanuel Macron, Keir Starmer, Giorgia Meloni, Pedro Sánchez, Donald Tusk, Petteri Orpo, Ulf Kristersson",
        "Real Madrid – FC Barcelona 3:1. Tore: Modric (12.), Vinicius (40., 77.) bzw. Lewandowski (90.).",
        "„We will never surrender“, sagte der Premier am Abend vor dem Parlament in London.",
    ],
)
def test_german_and_what_is_too_short_to_tell(text: str) -> None:
    assert foreign_language(text, GERMAN) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister travelled to Riga on Monday and met the president there, his office said.", "en"),
        (DUTCH, "nl"),
        ("Le ministre s'est rendu lundi à Riga, où il a rencontré la présidente.", "fr"),
        ("Ministren rejste mandag til Riga, hvor han mødte præsidenten, oplyser hans kontor.", "da"),
        ("Министр приехал в Ригу в понедельник.", "ru"),
    ],
)
def test_other_languages(text: str, code: str) -> None:
    assert foreign_language(text, GERMAN) == code


def test_plain_german_does_not_load_the_identifier() -> None:
    program = (
        "import sys\nfrom kg.lang import language\nfrom kg.read.language import foreign_language\n"
        f"assert foreign_language({BODY * 2!r}, language('de')) is None\nassert 'py3langid' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
