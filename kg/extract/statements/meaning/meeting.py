"""Days told farther off: of a meeting, for what those who met there say; of what the same person said before."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.statements.common.page import Page
from kg.extract.statements.meaning.dating import anew
from kg.extract.statements.speakers.resolved import Resolved
from kg.model import ActorKind, Clause, ClauseKind, Mood, PartialDate, Role, Sentence, Statement

__all__ = ["again_that_day", "at_meeting", "in_the_evening"]

_FAR = 8
"""Sentences from a meeting to what is said there."""
_NEAR = 2
"""Paragraphs from it."""


def at_meeting(page: Page, one: Resolved) -> PartialDate | None:
    """The day of the last meeting before an act in the past tense, where its speaker took part in it."""
    found = one.found
    if (
        not _past(page, one)
        or anew(page, found)
        or not all(actor.kind is ActorKind.PERSON for actor in one.voice.actors)
    ):
        return None
    here = page.sentence(min(found.at, page.text.place_of(found.content.start)))
    for number in range(here.number - 1, max(here.number - _FAR, 0) - 1, -1):
        sentence = page.text.sentences[number]
        if sentence.role is not Role.PROSE or here.paragraph - sentence.paragraph > _NEAR:
            return None
        days = _days(page, sentence)
        if days:
            ids = {actor.id for actor in one.voice.actors}
            met = len(days) == 1 and _meets(page, sentence) and ids <= _present(page, sentence)
            return days.pop() if met else None
    return None


def _past(page: Page, one: Resolved) -> bool:
    """Whether the act is told by a verb in the simple past and at no other time; a frame may name who passes it on."""
    found, number = one.found, page.clause_of[one.found.at]
    if found.cue is None or number < 0 or found.rule.startswith(("frames/", "wanting/")):
        return False
    clause = page.text.clauses[number]
    if clause.finite is None or page.token(clause.finite).tag != "VVFIN" or clause.kind is not ClauseKind.MAIN:
        return False
    own = page.own(clause)
    stem = page.token(clause.finite).lemma.removesuffix("n").removesuffix("e")
    now = page.form(clause.finite) in {f"{stem}t", f"{stem}et", f"{stem}e"} | page.words("present forms")
    dated = any(date.first in own for date in page.mentions.dates if date.when.is_day)
    other = page.has("at another time", own)
    return not (now or dated or other)


def _days(page: Page, sentence: Sentence) -> set[PartialDate]:
    """The days in the article's own words of a sentence."""
    dates = (date for date in page.mentions.dates if sentence.first <= date.first < sentence.last)
    return {date.when for date in dates if date.when.is_day and not page.spoken[date.first] and _own(page, date.first)}


def _own(page: Page, place: int) -> bool:
    clause = page.text.clauses[page.clause_of[place]] if page.clause_of[place] >= 0 else None
    return clause is None or clause.mood is not Mood.SUBJUNCTIVE_1


def _meets(page: Page, sentence: Sentence) -> bool:
    """Whether its main clause tells of people who meet, of a meeting that takes place, or of what is said at one."""
    return any(
        clause.kind is ClauseKind.MAIN and not page.spoken[clause.first] and _of_meeting(page, clause)
        for clause in page.clauses_in(sentence)
    )


def _of_meeting(page: Page, clause: Clause) -> bool:
    if clause.lemma in page.words("meeting") | page.words("conferring"):
        return True
    led = (phrase for phrase in page.phrases_in(clause) if phrase.preposition is not None)
    at = (phrase for phrase in led if page.form(phrase.preposition or 0) in page.words("at a meeting"))
    return any(page.token(phrase.head).lemma.lower().endswith(tuple(page.words("meetings"))) for phrase in at)


def _present(page: Page, sentence: Sentence) -> set[str]:
    """Who is named in the sentence, or in the one before where it names nobody."""
    for number in range(sentence.number, max(sentence.number - 2, -1), -1):
        other = page.text.sentences[number]
        inside = (m.actor for m in page.mentions.actors if other.first <= m.first < other.last)
        people = {actor.id for actor in inside if actor.kind is ActorKind.PERSON}
        if people:
            return people
    return set()


def again_that_day(page: Page, one: Resolved, before: Sequence[Statement]) -> PartialDate | None:
    """As in "X sagte am Montag, … (…) Das reiche nicht, sagte X": the day on which a person spoke before, where nothing
    is told since then of another day."""
    people = all(actor.kind is ActorKind.PERSON for actor in one.voice.actors)
    if not people or not _past(page, one) or anew(page, one.found):
        return None
    speakers = {actor.id for actor in one.voice.actors}
    last: PartialDate | None = None
    for other in reversed(before):
        if other.said_on is not None and last not in {None, other.said_on}:
            return None
        last = last or other.said_on
        if last is not None and other.said_on is not None and set(other.speakers) == speakers:
            return last if last.is_day else None
    return None


def in_the_evening(page: Page, one: Resolved, before: Sequence[Statement]) -> PartialDate | None:
    """As in "X rief am Abend dazu auf": the day on which was said what was told last."""
    number = page.clause_of[one.found.at]
    own = page.own(page.text.clauses[number]) if number >= 0 and one.found.cue is not None else ()
    dated = any(date.first in own for date in page.mentions.dates)
    parts = (place for place in own if page.form(place) in page.words("later that day") and not _said(one, page, place))
    if dated or not any(page.form(place - 1) in page.words("on the day") for place in parts):
        return None
    last = next((other for other in reversed(before) if other.said_on is not None), None)
    return last.said_on if last is not None and last.said_on is not None and last.said_on.is_day else None


def _said(one: Resolved, page: Page, place: int) -> bool:
    return one.found.content.contains(page.token(place).span)
