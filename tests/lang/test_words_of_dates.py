"""Every yes and no sentence of the tables of dates and numbers."""

from __future__ import annotations

import pytest

from kg.lang import language
from kg.lang.dates import Dates, DateWords
from kg.lang.numbers import Limits, Measures, Numbers
from tests.lang.rules import Example, examples
from tests.recognise.reading import read


@pytest.mark.parametrize("example", examples(Dates))
def test_a_way_to_write_a_date(example: Example) -> None:
    mentions = read(example.sentence, published="2025-06-30").mentions
    assert (example.rule in {mention.rule for mention in mentions.dates}) is example.expected


@pytest.mark.parametrize("example", examples(DateWords))
def test_the_words_of_a_slot_are_in_the_sentence(example: Example) -> None:
    row = language("de").table(DateWords)[example.rule.partition("/")[2]]
    stems = [word for listed in row.words for word in listed.partition("=")[0].lower().split()]
    tokens = [token.form.lower() for token in read(example.sentence).text.tokens]
    found = any(
        token == stem or (stem.endswith("-") and token.startswith(stem[:-1])) for stem in stems for token in tokens
    )
    parts = any(stem[0] == "-" and token.endswith(stem[1:]) for stem in stems for token in tokens)
    assert (found or parts) is example.expected


@pytest.mark.parametrize("example", examples(Numbers))
def test_a_number_word(example: Example) -> None:
    row = language("de").table(Numbers)[example.rule.partition("/")[2]]
    words = {word.lower() for listed in row.words for word in listed.partition("=")[0].split()}
    found = any(word in example.sentence.lower() for word in words)
    assert found is example.expected
    assert bool(read(example.sentence).mentions.quantities) is example.expected


@pytest.mark.parametrize("example", examples(Limits))
def test_what_limits_a_number(example: Example) -> None:
    row = language("de").table(Limits)[example.rule.partition("/")[2]]
    found = read(example.sentence).mentions.quantities
    limited = [
        mention
        for mention in found
        if mention.number is not None
        and mention.qualifier is row.qualifier
        and mention.minimum == (None if row.minimum is None else mention.number + row.minimum)
        and mention.maximum == (None if row.maximum is None else mention.number + row.maximum)
    ]
    assert bool(found)
    assert bool(limited) is example.expected


@pytest.mark.parametrize("example", examples(Measures))
def test_a_measure_is_no_quantity_of_people(example: Example) -> None:
    assert (not read(example.sentence).mentions.quantities) is example.expected
