"""Every yes and no sentence of the tables of nouns, and of the words around them."""

from __future__ import annotations

import pytest

from kg.lang import language
from kg.lang.contexts import Contexts, Directions, Joints
from kg.lang.nouns import Acronyms, Bodies, Declensions, Groups, NounRow, Offices, Organisations, Reports, Titles
from kg.recognise.lexicon import lexicon_of
from kg.recognise.nounforms import noun_forms
from tests.lang.rules import Example, examples
from tests.recognise.reading import gazetteer, ids, read

NOUNS: list[type[NounRow]] = [Offices, Titles, Bodies, Groups, Organisations, Reports]


@pytest.mark.parametrize("example", [example for table in NOUNS for example in examples(table)])
def test_a_noun_is_found_in_its_forms(example: Example) -> None:
    lexicon = lexicon_of(language("de"), gazetteer())
    senses = [lexicon.sense(token.form) for token in read(example.sentence).text.tokens if token.form.isalpha()]
    senses += [lexicon.sense(token.form) for token in read(example.sentence).text.tokens if "-" in token.form]
    key = example.rule.partition("/")[2]
    assert any(sense is not None and sense.row.key == key for sense in senses) is example.expected


@pytest.mark.parametrize("example", examples(Declensions))
def test_a_declension_gives_the_form(example: Example) -> None:
    key = example.rule.partition("/")[2]
    declensions = language("de").table(Declensions)
    tokens = {token.form for token in read(example.sentence).text.tokens}
    if key in {"name", "hissing name", "demonym", "adjective", "strong adjective"}:
        endings = {*declensions[key].singular, *declensions[key].plural}
        stems = ("Putin", "Scholz", "Nordkoreaner", "groß", "Groß")
        assert bool({stem + end for stem in stems for end in endings} & tokens) is example.expected
        return
    rows = [row for table in NOUNS for row in language("de").table(table).values()]
    of_class = [_only(row, key) for row in rows]
    forms = {found.form for found in noun_forms(of_class, declensions)}
    assert bool(forms & tokens) is example.expected


def _only(row: NounRow, key: str) -> NounRow:
    listed = tuple(nouns for nouns in row.nouns if nouns.partition(":")[0] == key)
    return NounRow(key=row.key, nouns=listed)


@pytest.mark.parametrize("example", examples(Contexts))
def test_the_context_makes_a_word_a_name(example: Example) -> None:
    assert (
        bool({"die-zeit", "x-twitter", "islamic-state", "svr", "kpa"} & set(ids(example.sentence))) is example.expected
    )


@pytest.mark.parametrize("example", examples(Joints))
def test_a_joint_is_in_the_sentence(example: Example) -> None:
    row = language("de").table(Joints)[example.rule.partition("/")[2]]
    forms = [token.form.lower() for token in read(example.sentence).text.tokens]
    if row.key.endswith(" ending"):
        forms = [form[-len(word) :] for form in forms for word in row.words]
    assert bool(set(row.words) & set(forms)) is example.expected


@pytest.mark.parametrize("example", examples(Acronyms))
def test_capitals_that_name_no_organisation(example: Example) -> None:
    assert (not ids(example.sentence)) is example.expected


@pytest.mark.parametrize("example", examples(Directions))
def test_a_part_of_a_state(example: Example) -> None:
    places = [mention.place.label_en for mention in read(example.sentence).mentions.places]
    row = language("de").table(Directions)[example.rule.partition("/")[2]]
    assert any(place.startswith(row.en + " ") for place in places) is example.expected
