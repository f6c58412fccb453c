"""Every row of the tables of word forms by its own sentences, asked of the analysed text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kg.lang import Row, language
from kg.lang.words import (
    Abbreviations,
    Auxiliary,
    Correlatives,
    Determiner,
    FeminineNouns,
    FunctionWords,
    OrdinalNouns,
    PassiveForms,
    PluralEnds,
    SeparablePrefixes,
    SubjunctiveForms,
)
from kg.model import Mood, Phrase, Text, Token
from tests.analyse.reading import read


def has_function_word(row: FunctionWords, text: Text) -> bool:
    return any(token.tag == row.key and token.form.lower() in row.words for token in text.tokens)


def has_auxiliary(row: Auxiliary, text: Text) -> bool:
    moods = {
        Mood.INDICATIVE: row.indicative,
        Mood.SUBJUNCTIVE_1: row.subjunctive1,
        Mood.SUBJUNCTIVE_2: row.subjunctive2,
    }
    return any(
        token.tag == f"{row.tag}FIN" and token.mood is not None and token.form.lower() in moods[token.mood]
        for token in text.tokens
    )


def has_mood(row: SubjunctiveForms, text: Text) -> bool:
    return any(token.form.lower() in row.forms and token.mood is row.mood for token in text.tokens)


def has_readings(row: Determiner, text: Text) -> bool:
    cases = {reading.partition(".")[0] for reading in row.readings}
    paired = [" ".join(token.form.lower() for token in _of(phrase, text)[:2]) in row.words for phrase in text.phrases]
    return any(
        phrase.cases <= cases
        for phrase, pair in zip(text.phrases, paired, strict=True)
        if pair or any(_determines(row, token) for token in _of(phrase, text))
    )


def _of(phrase: Phrase, text: Text) -> tuple[Token, ...]:
    return text.tokens[phrase.first : phrase.last]


def _determines(row: Determiner, token: Token) -> bool:
    form = token.form.lower()
    if not row.words and not row.stems:
        return token.tag == "ADJA" and form.endswith(row.ending)
    return form in row.words or any(form == stem + row.ending for stem in row.stems)


def is_feminine(row: FeminineNouns, text: Text) -> bool:
    heads = [(text.tokens[phrase.head].form.lower(), phrase.cases) for phrase in text.phrases]
    return any(form.endswith(row.endings) and "nom" not in cases for form, cases in heads)


def has_abbreviation(row: Abbreviations, text: Text) -> bool:
    inside = {token.form for sentence in text.sentences for token in text.tokens[sentence.first : sentence.last - 1]}
    return bool(inside & set(row.words))


def has_ordinal(row: OrdinalNouns, text: Text) -> bool:
    return any(
        left.tag == "ADJA" and left.form[0].isdigit() and right.form.startswith(row.words)
        for left, right in zip(text.tokens, text.tokens[1:], strict=False)
    )


def has_prefix(row: SeparablePrefixes, text: Text) -> bool:
    verbs = {place for clause in text.clauses for place in clause.verbs}
    return any(token.tag == "PTKVZ" and token.form in row.words and token.position in verbs for token in text.tokens)


def has_passive(row: PassiveForms, text: Text) -> bool:
    return any(clause.passive for clause in text.clauses)


def tells_number(row: PluralEnds, text: Text) -> bool:
    first = text.phrases[0]
    return first.plural is (None if row.both else True) and text.tokens[first.head].form.lower().endswith(row.ends)


def is_paired(row: Correlatives, text: Text) -> bool:
    return any(token.tag == "KON" and token.form == row.second for token in text.tokens)


def sentences(kind: type[Row], asks: Callable[..., bool]) -> Iterator[object]:
    for row in language("de").table(kind).values():
        for expected, given in ((True, row.yes), (False, row.no)):
            for number, words in enumerate(given):
                id_ = f"{row.rule}-{'yes' if expected else 'no'}-{number}"
                yield pytest.param(row, words, asks, expected, id=id_)


EXAMPLES = [
    *sentences(FunctionWords, has_function_word),
    *sentences(Auxiliary, has_auxiliary),
    *sentences(SubjunctiveForms, has_mood),
    *sentences(Determiner, has_readings),
    *sentences(FeminineNouns, is_feminine),
    *sentences(Abbreviations, has_abbreviation),
    *sentences(OrdinalNouns, has_ordinal),
    *sentences(SeparablePrefixes, has_prefix),
    *sentences(PassiveForms, has_passive),
    *sentences(PluralEnds, tells_number),
    *sentences(Correlatives, is_paired),
]


@pytest.mark.parametrize(("row", "words", "asks", "expected"), EXAMPLES)
def test_sentence(row: Row, words: str, asks: Callable[[Row, Text], bool], expected: bool) -> None:
    assert asks(row, read(words)) is expected


TABLES = [FunctionWords, Auxiliary, SubjunctiveForms, Determiner, FeminineNouns, Abbreviations, OrdinalNouns]
MORE = [PassiveForms, PluralEnds, Correlatives]


@pytest.mark.parametrize("kind", [*TABLES, SeparablePrefixes, *MORE], ids=lambda kind: kind.TABLE)
def test_every_row_has_sentences(kind: type[Row]) -> None:
    assert [row.key for row in language("de").table(kind).values() if not (row.yes and row.no)] == []


def test_no_auxiliary_form_has_two_moods() -> None:
    for verb in language("de").table(Auxiliary).values():
        moods = [set(verb.indicative), set(verb.subjunctive1), set(verb.subjunctive2)]
        assert sum(map(len, moods)) == len(set.union(*moods)), verb.key
