"""What a language says stands in its folder of tables alone: a dialect needs a folder and no code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import kg.lang
from kg.analyse import analyse
from kg.errors import TableError
from kg.extract import extract
from kg.gazetteer import load
from kg.lang import Language, language
from kg.model import Article, Stance
from kg.recognise import recognise

DE = Path(kg.lang.__file__).parent / "de"
WORDS = "Die Ministerin schnackte am Montag, die Lage sei ernst."


@pytest.fixture
def dialect(tmp_path: Path) -> Language:
    """German with one more verb of saying."""
    folder = tmp_path / "xx"
    shutil.copytree(DE, folder)
    table = folder / "saying.toml"
    row = '"schnacken" = { stance = "warns", takes = ["clause", "quote"], yes = ["-"], no = ["-"] }\n'
    table.write_text(table.read_text(encoding="utf-8") + row, encoding="utf-8")
    return Language("de", folder)


def stances(language_: Language) -> list[Stance]:
    text = analyse(Article(id="a", text=WORDS), language_)
    facts = extract(text, recognise(text, language_, load()), language_)
    return [statement.stance for statement in facts.statements]


def test_a_verb_of_its_own(dialect: Language) -> None:
    assert stances(dialect) == [Stance.WARNS]
    assert stances(language("de")) == [Stance.ASSERTS]  # a verb that no table has: only the mood tells


def test_a_language_without_tables_is_refused() -> None:
    with pytest.raises(TableError, match=r"no tables for the language 'xx'; there are: .*de"):
        language("xx")


def test_a_mistake_in_a_table_is_told(dialect: Language, tmp_path: Path) -> None:
    table = tmp_path / "xx" / "saying.toml"
    table.write_text('"sagen" = { stance = "mumbles" }\n', encoding="utf-8")
    with pytest.raises(TableError, match=r"saying\.toml: row 'sagen': .*'mumbles' is none of asserts"):
        stances(Language("de", tmp_path / "xx"))
