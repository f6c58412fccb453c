"""Sentences that carry on what somebody said, without a cue: in the subjunctive, with reportative "sollen"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.statements.carried.another import told_by_another
from kg.extract.statements.carried.carrying import carry_on, carrying_frame
from kg.extract.statements.carried.reported import outermost, reports
from kg.extract.statements.carried.stray import alone, stray
from kg.extract.statements.carried.within import within
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.subjects import subject
from kg.model import ActorKind, Clause, ClauseKind, Mode, Mood, Role, Sentence, Stance

__all__ = ["carried"]

_NOUN = 5
"""The rank of what a noun of saying holds."""


def carried(page: Page, found: list[Found]) -> Iterator[Found]:
    """The sentences between the given statements that go on with the last of them, in the order of the text."""
    taken: dict[int, list[Found]] = {}
    behind: dict[int, Found] = {}
    for statement in found:
        place = page.sentence(page.text.place_of(statement.content.start))
        taken.setdefault(place.number, []).append(statement)
        behind[page.sentence(statement.at).number] = statement
    current: Found | None = None
    last: Found | None = None
    for sentence in page.text.sentences:
        if sentence.role is not Role.PROSE:
            current = None if sentence.role is Role.HEADLINE else current
            continue
        here = taken.get(sentence.number)
        if here:
            more, goes_on = within(page, sentence, here, current)
            yield from more
            if goes_on:
                last = more[-1]
                continue
            last = current = _going_on(here)
            continue
        if current is not None and page.token(sentence.first).start < current.content.end:
            continue  # one of several sentences of what was said
        if current is None or behind.get(sentence.number) is not current:
            carry = _by_teller(page, current, carry_on(page, sentence, current)) or _foretold(
                page, sentence, taken.get(sentence.number + 1)
            )
            carry = carry or stray(page, sentence, last, carrying_frame(page, sentence)) or alone(page, sentence, last)
            current = None if carry is None else carry if current is None else current
            last = carry or last
            yield from filter(None, [carry])


def _going_on(here: list[Found]) -> Found:
    """Whose words of a sentence are carried on: not those of a relayed source, nor of whose demand somebody tells."""
    own = [one for one in here if not one.beside]
    return next((one for one in reversed(own) if one.rank != _NOUN), (own or here)[-1])


def _by_teller(page: Page, current: Found | None, carry: Found | None) -> Found | None:
    """As in "Holm nannte Schätzungen von Forschern, wonach … Die Lage sei ernst": who tells of them goes on."""
    if carry is None or current is None or current.rank != _NOUN or page.clause_of[current.at] < 0:
        return carry
    cue = page.text.clauses[page.clause_of[current.at]]
    teller = _told_behind(page, current, cue) or subject(page, cue)
    person = teller is not None and any(actor.kind is ActorKind.PERSON for actor in teller.actors)
    return carry._replace(voice=teller) if person else carry


def _told_behind(page: Page, current: Found, cue: Clause) -> Voice | None:
    """As in "Holm gab den Auftrag, zu warten, Kranz war ungeduldig": the person of whom the sentence tells last."""
    for clause in reversed(page.around(cue)):
        if clause.parent is not None or page.token(clause.first).start < current.content.end:
            return None
        told = subject(page, clause) if clause.kind is ClauseKind.MAIN else None
        if told is not None:
            return told
    return None


def _foretold(page: Page, sentence: Sentence, following: list[Found] | None) -> Found | None:
    """A sentence of report before the one that names the source, not at its beginning."""
    if not following or following[0].voice is None or following[0].at <= page.text.place_of(following[0].content.start):
        return None
    untold = following[0].mode is Mode.REPORTED or following[0].stance in {Stance.DECLINES, Stance.DENIES}
    if untold or told_by_another(page, sentence):
        return None
    tops = outermost(page, sentence)
    deep = any(clause.mood is Mood.SUBJUNCTIVE_1 for top in tops for clause in page.around(top))
    same = page.sentence(following[0].at).paragraph == sentence.paragraph
    content = page.span(sentence.first, sentence.last)
    if not tops or not deep or not same or content is None or not reports(page, tops):
        return None
    return following[0]._replace(
        at=sentence.first, content=content, cue=None, rule="carried/before", rank=4, carried=True
    )
