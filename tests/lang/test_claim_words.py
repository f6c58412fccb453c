"""The word lists that claims turn on: every row finds its word in its `yes` sentences and not in its `no` sentences;
sentences that tell how sure an event is give claims of that modality."""

from __future__ import annotations

from functools import cache

import pytest

from kg.analyse import analyse
from kg.extract import extract
from kg.extract.claims.agreements.types import english_type, heads
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.modality import signs
from kg.extract.claims.grammar.scene import Scene, scene
from kg.extract.claims.grammar.wordlists import words
from kg.gazetteer import Gazetteer, load
from kg.lang import Row, language
from kg.lang.agreement import AgreementRow
from kg.lang.claim_words import ClaimWords
from kg.lang.conflict import ConflictRow
from kg.lang.items import ItemRow
from kg.lang.modality import ModalityRow
from kg.lang.personnel import PersonnelRow
from kg.model import Agreement, Article, ArticleFacts, PartialDate
from kg.recognise import recognise
from tests.lang.rules import Example, examples


@cache
def gazetteer() -> Gazetteer:
    return load()


@cache
def scene_of(sentence: str) -> Scene:
    text = analyse(Article(id="example", text=sentence, published=PartialDate("2024-10-30")), language("de"))
    return scene(text, recognise(text, language("de"), gazetteer()), (), words(language("de")))


@cache
def facts_of(sentence: str) -> ArticleFacts:
    text = analyse(Article(id="example", text=sentence, published=PartialDate("2024-10-30")), language("de"))
    return extract(text, recognise(text, language("de"), gazetteer()), language("de"))


def key(rule: str) -> str:
    return rule.partition("/")[2]


@pytest.mark.parametrize("example", examples(ItemRow))
def test_goods(example: Example) -> None:
    found = {n.item.key for sentence in scene_of(example.sentence).nominals for n in sentence if n.item is not None}
    assert (key(example.rule) in found) is example.expected


@pytest.mark.parametrize("example", examples(PersonnelRow))
def test_people(example: Example) -> None:
    found = {n.people.key for sentence in scene_of(example.sentence).nominals for n in sentence if n.people is not None}
    assert (key(example.rule) in found) is example.expected


@pytest.mark.parametrize("example", examples(ConflictRow))
def test_spheres(example: Example) -> None:
    read = scene_of(example.sentence)
    found = {
        row.key
        for s in read.nominals
        for n in s
        if (row := read.words.spheres.get(n.lemma) or read.words.hints.get(n.lemma)) is not None
    }
    assert (key(example.rule) in found) is example.expected


@pytest.mark.parametrize("example", examples(ClaimWords))
def test_jobs(example: Example) -> None:
    read = scene_of(example.sentence)
    listed = read.words.jobs[key(example.rule)]
    found = any(
        lemma in listed
        or token.form.lower() in listed
        or any(f"-{lemma[at:]}" in listed for at in range(1, len(lemma)))
        for lemma, token in zip(read.lemmas, read.text.tokens, strict=True)
    )
    assert found is example.expected


@pytest.mark.parametrize("example", examples(AgreementRow))
def test_agreements(example: Example) -> None:
    row = language("de").table(AgreementRow)[key(example.rule)]
    made = [claim for claim in facts_of(example.sentence).claims if isinstance(claim, Agreement)]
    by_row = [claim for claim in made if not row.english or row.english in claim.type.split()]
    assert bool(by_row) is example.expected


@pytest.mark.parametrize("example", examples(ModalityRow))
def test_modality(example: Example) -> None:
    row = language("de").table(ModalityRow)[key(example.rule)]
    found = [claim.modality for claim in facts_of(example.sentence).claims]
    assert (row.modality in found if row.modality is not None else not found) is example.expected


def test_the_english_type_puts_its_words_in_order() -> None:
    read = scene_of("Norwegen und Finnland unterzeichneten einen umfassenden gegenseitigen Militärpakt.")
    desk = Desk(read, signs(language("de")), language("de"))
    nouns = [n for sentence in read.nominals for n in sentence if heads(language("de")).nearest(n.lemma) is not None]
    assert [english_type(desk, noun) for noun in nouns] == ["comprehensive mutual military pact"]


@pytest.mark.parametrize("kind", [ItemRow, PersonnelRow, ConflictRow, ClaimWords, AgreementRow, ModalityRow])
def test_every_row_has_sentences(kind: type[Row]) -> None:
    assert [row.key for row in language("de").table(kind).values() if not row.yes or not row.no] == []
