"""Sentences that name the source of the one before: "Das teilte das Ministerium mit."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.statements.acts.unsaid import not_said
from kg.extract.statements.common.cues import cue_span, rows_of
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.meaning.stance import of_verb, turned
from kg.extract.statements.speakers.speakers import speaker_of
from kg.extract.statements.words.begins import behind_colon
from kg.extract.statements.words.complements import complement
from kg.model import Clause, ClauseKind, Mode, Mood, Role, Span, Stance

__all__ = ["backward", "said_before"]


def backward(page: Page, told: Sequence[Found]) -> Iterator[Found]:
    """Main clauses that begin with "das", "dies" or "davon" and whose verb of saying takes a clause; of a sentence that
    was `told` by a source of its own ("laut X") the same words."""
    for one in _backward(page):
        framed = (other for other in told if _framed(other) and one.content.contains(other.content))
        yield one._replace(content=next((other.content for other in framed), one.content))


def _framed(found: Found) -> bool:
    return found.rule.startswith("frames/")


def _backward(page: Page) -> Iterator[Found]:
    for clause in page.text.clauses:
        if clause.kind is not ClauseKind.MAIN or clause.finite is None or not page.prose(clause.first):
            continue
        if clause.mood is Mood.SUBJUNCTIVE_1:
            continue
        own = page.own(clause)
        found = _concluded(page, clause, own)
        if found is not None:
            yield found
        if (
            not own
            or page.spoken[own[0]]
            or (page.token(own[0]).tag == "ART" and clause.finite != own[0] + 1)
            or page.form(own[0]) not in page.words("this")
            or clause.finite - own[0] > 2
            or page.token(own[0] + 1).tag == "VVPP"  # "Davon abgesehen …"
        ):
            continue
        found = _found(page, clause)
        if found is not None:
            yield found


def _concluded(page: Page, clause: Clause, own: tuple[int, ...]) -> Found | None:
    """As in "Zu diesem Ergebnis kommt das Institut": the sentence before is what it found."""
    number = page.phrase_of[own[0]] if own else -1
    phrase = page.text.phrases[number] if number >= 0 else None
    if phrase is None or phrase.preposition != own[0] or clause.lemma not in page.words("reaching"):
        return None
    pointed = page.form(own[0] + 1) in page.words("the")
    content = said_before(page, clause)
    voice = speaker_of(page, clause)
    if not pointed or page.form(phrase.head) not in page.words("conclusion") or content is None or voice is None:
        return None
    stance = turned(page, Stance.ASSERTS, "sagen", content)
    cue = page.token(clause.finite or clause.first).span
    return Found(clause.finite or own[0], content, voice, stance, Mode.INDIRECT, cue, "speech/conclusion", rank=4)


def said_before(page: Page, clause: Clause) -> Span | None:
    """The words of the sentence before, or what stands behind its colon."""
    sentence = page.sentence(clause.first)
    if clause.first != sentence.first or sentence.number == 0:
        return None
    before = page.text.sentences[sentence.number - 1]
    if before.role is not Role.PROSE or page.spoken[before.last - 1] or page.spoken[before.first + 1]:
        return None
    return page.span(behind_colon(page, before.first, before.last), before.last)


def _said_by_another(page: Page, clause: Clause) -> Span | None:
    """As in "Es brenne, teilte X mit. Dies bestätigte Y": the words of the cue before, without it."""
    number = page.sentence(clause.first).number
    for other in page.clauses_in(page.text.sentences[number - 1]) if number else ():
        row = next((row for row in rows_of(page, other) if "clause" in row.takes), None)
        told = None if row is None or other.parent is not None else complement(page, other, row)
        if told is not None and speaker_of(page, other) is not None:
            return told.content
    return None


def _has_object(page: Page, clause: Clause, voice: Voice | None) -> bool:
    """As in "Darauf haben sie eine Antwort gefunden": something else is found, held or meant."""
    others = (p for p in page.phrases_in(clause) if voice is None or not voice.first <= p.head < voice.last)
    led = (phrase for phrase in others if page.token(phrase.first).tag in {"ART", "PIAT"})
    return any(phrase.preposition is None and "acc" in phrase.cases for phrase in led)


def _found(page: Page, clause: Clause) -> Found | None:
    """What stands before, said by the subject; not of "Das bemerkte X", "Das wird X entscheiden"."""
    voice = speaker_of(page, clause)
    content = said_before(page, clause)
    content = content and (_said_by_another(page, clause) or content)
    if clause.lemma in page.words("noticing"):
        return None
    for row in rows_of(page, clause):
        if not_said(page, clause, row) or (row.weak and _has_object(page, clause, voice)):
            continue
        if {"clause", "quote"} & row.takes and voice is not None and content is not None:
            if complement(page, clause, row) is not None:
                return None
            stance = of_verb(page, row, clause, content)
            cue = cue_span(page, clause)
            return Found(clause.finite or clause.first, content, voice, stance, Mode.INDIRECT, cue, row.rule, rank=4)
    return None
