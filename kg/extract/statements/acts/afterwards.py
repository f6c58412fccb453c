"""Sentences that tell where the words before come from, without a verb of saying for them: "So stellt es Kiew dar"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.statements.acts.backward import said_before
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.meaning.stance import turned
from kg.extract.statements.speakers.reach import reach
from kg.extract.statements.speakers.speakers import speaker_of
from kg.extract.statements.speakers.voices import source
from kg.model import Clause, ClauseKind, Mode, Mood, Phrase, Stance

__all__ = ["afterwards"]

_NEAR = 3
"""Tokens behind "so" among which "es" stands."""


def afterwards(page: Page) -> Iterator[Found]:
    """Main clauses at the beginning of a sentence that name whose words or figures the sentence before gave."""
    for clause in page.text.clauses:
        if clause.kind is not ClauseKind.MAIN or clause.finite is None or clause.mood is Mood.SUBJUNCTIVE_1:
            continue
        own = page.own(clause)
        if not own or not page.prose(own[0]) or page.spoken[own[0]] or own[0] != page.sentence(own[0]).first:
            continue
        voice = _thus(page, clause, own) or _of_figures(page, clause, own)
        content = None if voice is None else said_before(page, clause)
        if voice is None or content is None:
            continue
        cue = page.token(clause.finite).span
        stance = turned(page, Stance.ASSERTS, "sagen", content)
        yield Found(clause.finite, content, voice, stance, Mode.INDIRECT, cue, "speech/afterwards", rank=4)


def _thus(page: Page, clause: Clause, own: tuple[int, ...]) -> Voice | None:
    """As in "So sieht es jedenfalls der Generalstab"."""
    end = (clause.finite or own[0]) + _NEAR
    it = any(page.form(place) in page.words("it") for place in own[1:] if place < end)
    if page.form(own[0]) not in page.words("so") or not it:
        return None
    if clause.lemma in page.words("standing written"):
        return _origin(page, clause, end - _NEAR, "places of words")
    return speaker_of(page, clause) if clause.lemma in page.words("telling thus") else None


def _of_figures(page: Page, clause: Clause, own: tuple[int, ...]) -> Voice | None:
    """As in "Diese Zahl nannte der Generalstab", "Die Angaben stammen vom Generalstab"."""
    number = page.phrase_of[own[0]]
    phrase = page.text.phrases[number] if number >= 0 else None
    if phrase is None or phrase.first != own[0] or phrase.last != clause.finite:
        return None
    if page.token(phrase.head).lemma.lower() not in page.words("figures told"):
        return None
    if clause.lemma in page.words("stemming") and page.form(own[0]) in page.words("these") | page.words("the"):
        return _origin(page, clause, phrase.last, "stemming from")
    giving = page.form(own[0]) in page.words("these") and clause.lemma in page.words("giving out")
    return speaker_of(page, clause) if giving else None


def _named(page: Page, phrase: Phrase) -> bool:
    """As in "in einem Bericht des Pentagon", not "aus einem Datenleck"."""
    end = max(phrase.last, reach(page, phrase, None))
    return any(page.named.get(place) for place in range(phrase.first, end))


def _origin(page: Page, clause: Clause, behind: int, prepositions: str) -> Voice | None:
    """Whom the phrase names that follows with one of some prepositions: "von Kiew", "in einem Bericht des Amtes"."""
    for phrase in page.phrases_in(clause):
        led = phrase.preposition is not None and phrase.first >= behind
        by = page.form(phrase.preposition or 0) in page.words("by")
        if led and page.form(phrase.preposition or 0) in page.words(prepositions) and (by or _named(page, phrase)):
            return source(page, (phrase.preposition or 0) + 1, limit=clause.last)
    return None
