from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.text import read_text, text_record
from read.texts import BODY


def given_of(words: str) -> dict[str, str]:
    return {key: value.value for key, value in text_record("a.md", "a", words).given.items()}


def test_front_matter_is_no_text() -> None:
    record = text_record("a.md", "a", f"---\nid: riga-1\npublished: 2024-06-03\n---\n{BODY}\n")
    assert record.text == f"{BODY}\n"
    assert record.given["id"].value == "riga-1"
    assert record.given["published"].where == "a.md, front matter"


def test_front_matter_scalars() -> None:
    block = """
# a comment
headline: "Riga: ein Gipfel"
publisher: 'Nordblatt'   # where it appeared
url: https://nordblatt.example/a#b
tags:
  - gipfel
  - riga
license:
unknown: x
"""
    assert given_of(f"---{block}---\nText") == {
        "headline": "Riga: ein Gipfel",
        "publisher": "Nordblatt",
        "url": "https://nordblatt.example/a#b",
    }


def test_other_names_of_fields() -> None:
    assert given_of("---\nTitle: Riga\ndate: 2024\nlastmod: 2025\n---\n") == {
        "headline": "Riga",
        "published": "2024",
        "updated": "2025",
    }


def test_windows_line_ends() -> None:
    record = text_record("a.txt", "a", "---\r\nid: x\r\n---\r\nEins.\r\nZwei.\r\n")
    assert (record.given["id"].value, record.text) == ("x", "Eins.\r\nZwei.\r\n")


@pytest.mark.parametrize(
    "words",
    [
        "---\nid: x\nText ohne Ende",
        "---\nEin Absatz ohne Doppelpunkt.\n---\nText",
        "--- \n---\nText",
        "Text\n---\nid: x\n---\n",
        "",
    ],
)
def test_what_is_no_front_matter_stays_text(words: str) -> None:
    record = text_record("a.txt", "a", words)
    assert (record.text, dict(record.given)) == (words, {})


def test_name_is_the_stem() -> None:
    assert read_text(Path("folder/riga.1.txt"), b"x").id == "riga.1"


@given(st.text(alphabet=st.sampled_from("-:#\n\r a\"'")))
def test_any_text_keeps_its_end(words: str) -> None:
    assert words.endswith(text_record("a", "a", words).text)
