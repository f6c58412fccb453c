"""What a passive tells of: its subject with all that belongs to it, or the noun that a relative clause follows."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.voices import plural_verb
from kg.model import Clause, ClauseKind, Span

__all__ = ["undergone"]


def undergone(page: Page, clause: Clause, patient: Voice) -> Span:
    """As in "Die Berichte über Riga, die am Montag kamen, wurden bestätigt": the subject of a passive, whole."""
    if clause.kind is ClauseKind.RELATIVE and patient.last <= clause.first:
        return _followed(page, clause, patient)
    front = clause.finite is not None and patient.last < clause.finite and patient.first == clause.first
    whole = page.span(patient.first, clause.finite) if front and clause.finite is not None else None
    more = page.token(patient.last).tag in {"APPR", "APPRART"} or _told_of(page, clause, patient)
    return whole if whole is not None and more else patient.span


def _told_of(page: Page, clause: Clause, patient: Voice) -> bool:
    """Whether a relative clause stands right behind the subject and ends before the verb."""
    inner = (child for child in page.children(clause) if child.first == patient.last + 1)
    return any(child.kind is ClauseKind.RELATIVE and child.last < (clause.finite or 0) for child in inner)


def _followed(page: Page, clause: Clause, patient: Voice) -> Span:
    """As in "der Erlass zum Verbot von Werbung an Schulen, der begrüßt werde": the noun with what hangs on it, where
    the last of its nouns does not agree with the verb."""
    number = page.phrase_of[patient.first]
    phrase = page.text.phrases[number] if number >= 0 else None
    several = None if clause.finite is None else plural_verb(page, clause.finite)
    if phrase is None or None in {several, phrase.plural} or phrase.plural == several:
        return patient.span
    while (phrase.preposition is not None or "acc" not in phrase.cases) and page.phrase_of[phrase.first - 1] >= 0:
        phrase = page.text.phrases[page.phrase_of[phrase.first - 1]]
    led = phrase.preposition is not None and page.token(phrase.preposition).tag == "APPR"
    return page.span(phrase.first + led, patient.last) or patient.span
