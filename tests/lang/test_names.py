"""The names of the gazetteer's entries: each is found, first names as well."""

from __future__ import annotations

import pytest

from kg.lang import language
from kg.lang.names import Demonyms, Firstnames, Names
from kg.recognise.lexicon import lexicon_of
from kg.recognise.nametree import name_words
from tests.lang.rules import Example, examples
from tests.recognise.reading import gazetteer, read


@pytest.mark.parametrize("example", examples(Firstnames))
def test_a_first_name_is_in_the_sentence(example: Example) -> None:
    row = language("de").table(Firstnames)[example.rule.partition("/")[2]]
    forms = {token.form for token in read(example.sentence).text.tokens}
    assert bool(set(row.names.split()) & forms) is example.expected


def test_every_row_names_an_entry() -> None:
    assert set(language("de").table(Names)) == set(gazetteer().words)
    assert set(language("de").table(Demonyms)) <= set(gazetteer().words)


def test_every_name_is_found_as_it_stands() -> None:
    tree = lexicon_of(language("de"), gazetteer()).tree
    lost = []
    for row in language("de").table(Names).values():
        for name in (row.label, *row.aliases, *row.cautious):
            node = tree.root
            for word in name_words(name):
                node = node.get(word, {})
            if row.key not in {meaning.key for meaning in node.get("", ())}:
                lost.append((row.key, name))
    assert lost == []


def test_no_name_is_both_sure_and_cautious() -> None:
    rows = language("de").table(Names).values()
    assert [row.key for row in rows if set(row.cautious) & set(row.aliases)] == []
