"""Every row of the tables of stance, topic and speech words by its own sentences."""

from __future__ import annotations

import pytest

from kg.lang import Row, language
from kg.lang.saying import Frame, SayingNoun, SayingVerb, SpeechWords, StanceWords, TopicWords
from kg.model import Topic
from tests.analyse.reading import read
from tests.lang.rules import Example, examples, statements_in


@pytest.mark.parametrize("example", examples(StanceWords))
def test_stance(example: Example) -> None:
    stance = language("de").table(StanceWords)[example.rule.partition("/")[2]].stance
    assert (stance in {said.stance for said in statements_in(example.sentence)}) is example.expected


@pytest.mark.parametrize("example", examples(TopicWords))
def test_topic(example: Example) -> None:
    topic = language("de").table(TopicWords)[example.rule.partition("/")[2]].topic
    found = statements_in(example.sentence)
    assert found
    if topic is not Topic.OTHER or example.expected:  # what has no topic is "other" too
        assert (topic in {topic for said in found for topic in said.topics}) is example.expected


@pytest.mark.parametrize("example", examples(SpeechWords))
def test_speech_words(example: Example) -> None:
    words = {word.lower() for word in language("de").table(SpeechWords)[example.rule.partition("/")[2]].words}
    text = read(example.sentence)
    found = {form for token in text.tokens for form in (token.form.lower(), token.lemma.lower())}
    found |= {clause.lemma for clause in text.clauses}
    several = any(f" {word} " in example.sentence.lower() for word in words if " " in word)
    compound = any(noun.endswith(word) for noun in found for word in words if len(word) > 4)
    assert (bool(found & words) or several or compound) is example.expected


KINDS = [SayingVerb, SayingNoun, Frame, StanceWords, TopicWords, SpeechWords]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.TABLE)
def test_every_row_has_sentences(kind: type[Row]) -> None:
    assert [row.key for row in language("de").table(kind).values() if not (row.yes and row.no)] == []
