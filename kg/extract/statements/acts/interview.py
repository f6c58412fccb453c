"""Interviews: what stands behind a name and a colon is direct speech of that person, up to the next such name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.meaning.stance import turned
from kg.model import ActorKind, ActorMention, MentionForm, Mode, Role, Sentence, Span, Stance

__all__ = ["answered"]

_FEWEST = 3
"""Answers that one person gives at least, for an article to be an interview."""
_PLAIN = 2
"""Sentences up to which the words of an answer tell what it does; a longer one does many things."""


class _Answer(NamedTuple):
    """A turn of one who answers: the name at its head and the sentences behind it."""

    name: ActorMention
    sentences: tuple[Sentence, ...]


def answered(page: Page, found: list[Found]) -> list[Found]:
    """The statements with what an interviewed person says; without the questions, and what nobody is named for."""
    answers = _answers(page)
    if not answers:
        return found
    inside = {sentence.number for answer in answers for sentence in answer.sentences}
    first = min(inside)
    kept = [one for one in found if _stays(page, one, inside, first)]
    covered = {page.sentence(page.text.place_of(one.content.start)).number for one in kept}
    covered |= {page.sentence(one.at).number for one in kept}
    told = [each for answer in answers for each in _told(page, answer, covered)]
    return [*kept, *told]


def _answers(page: Page) -> list[_Answer]:
    """The turns of those who answer often."""
    found: list[_Answer] = []
    for turn in _turns(page):
        name = _head(page, turn[0])
        if name is not None:
            found.append(_Answer(name, turn))
    often = Counter(answer.name.actor.id for answer in found)
    return [answer for answer in found if often[answer.name.actor.id] >= _FEWEST]


def _turns(page: Page) -> Iterator[tuple[Sentence, ...]]:
    """The paragraphs; where question and answer follow in one line, each by itself."""
    prose = [sentence for sentence in page.text.sentences if sentence.role is Role.PROSE]
    labels = Counter(filter(None, (_label(page, sentence) for sentence in prose)))
    often = {label for label, count in labels.items() if count >= _FEWEST}
    turn: list[Sentence] = []
    for sentence in prose:
        named = bool(often) and (_label(page, sentence) in often or _head(page, sentence) is not None)
        if turn and (sentence.paragraph != turn[-1].paragraph or named):
            yield tuple(turn)
            turn = []
        turn.append(sentence)
    if turn:
        yield tuple(turn)


def _label(page: Page, sentence: Sentence) -> str:
    """Who speaks, before a colon at the head of a sentence; "" where nobody is named so."""
    colon = next((p for p in range(sentence.first + 1, sentence.first + 4) if page.form(p) == ":"), None)
    if colon is None or not page.token(sentence.first).form[0].isupper():
        return ""
    return " ".join(page.token(place).form for place in range(sentence.first, colon))


def _head(page: Page, sentence: Sentence) -> ActorMention | None:
    """The person named at the head of a turn, with a colon behind it."""
    for mention in page.named.get(sentence.first, ()):
        person = mention.actor.kind is ActorKind.PERSON and mention.form is MentionForm.NAME
        if person and mention.first == sentence.first and page.form(mention.last) == ":":
            return mention
    return None


def _stays(page: Page, one: Found, inside: set[int], first: int) -> bool:
    """Whether a statement has a source of its own: in an answer one that is named, outside none in a question."""
    number = page.sentence(page.text.place_of(one.content.start)).number
    if number not in inside:
        return number < first
    return not one.carried and one.voice is not None and not one.voice.pronoun and one.rule != "speech/colon"


def _told(page: Page, answer: _Answer, covered: set[int]) -> list[Found]:
    """An answer, one utterance, without the sentences that name another source."""
    found: list[Found] = []
    run: list[Sentence] = []
    for sentence in (*answer.sentences, None):
        if sentence is not None and sentence.number not in covered:
            run.append(sentence)
            continue
        found += [_statement(page, answer, run)] if run else []
        run = []
    return found


def _statement(page: Page, answer: _Answer, run: list[Sentence]) -> Found:
    name = answer.name
    begin = max(run[0].first, name.last + 1) if run[0].first == name.first else run[0].first
    content = Span(page.token(begin).start, page.token(run[-1].last - 1).end)
    voice = Voice(name.span, name.first, name.last, (name.actor,), pronoun=False, plural=False, gender=name.gender)
    stance = turned(page, Stance.ASSERTS, None, content) if len(run) <= _PLAIN else Stance.ASSERTS
    return Found(begin, content, voice, stance, Mode.DIRECT, None, "speech/interview", Decimal("0.8"), rank=4)
