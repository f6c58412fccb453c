"""Where words begin: objects with what limits their number or "und" joins to them, speech before or behind a colon."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.model import Clause, Mood, Phrase

__all__ = ["behind_colon", "number_begin", "with_conjunct", "with_lead"]

_LIMITS = 4
"""Words that limit a number, at most: "inzwischen mehr als 90"."""


def with_lead(page: Page, place: int) -> int:
    """Where an object begins with what belongs to its noun: "andere Antworten", "dessen Kauf", "bis zu zwei Jahre"."""
    if page.form(place) in page.words("limits a number") and page.token(place + 1).tag == "CARD":
        return number_begin(page, place + 1)
    return place - (page.form(place - 1) in page.words("before its noun") and page.token(place).tag in {"NN", "ADJA"})


def number_begin(page: Page, place: int) -> int:
    """Where a number begins with what limits it: "mindestens 90", "bis zu 40", "mehr als 8.000"."""
    begin = place
    while begin > place - _LIMITS and page.form(begin - 1) in page.words("limits a number"):
        begin -= 1
    return begin


def with_conjunct(page: Page, clause: Clause, phrase: Phrase, begin: int) -> int:
    """As in "schätzt die Strafen und Kosten auf 40 Euro": where a noun phrase begins that "und" joins with the next."""
    number = page.phrase_of[begin - 2] if begin > 1 and page.token(begin - 1).tag == "KON" else -1
    before = page.text.phrases[number] if number >= 0 else None
    middle = clause.finite is not None and before is not None and before.first > clause.finite
    if before is None or not middle or before.last != begin - 1 or before.preposition is not None:
        return begin
    bare = page.token(phrase.first).tag in {"NN", "ADJA"} and phrase.preposition is None
    return before.first if bare and before.cases & phrase.cases and page.token(before.head).tag == "NN" else begin


def behind_colon(page: Page, first: int, place: int) -> int:
    """Where the words begin that a cue at `place` closes: behind a colon that ends a clause of the article's own."""
    for at in range(place - 1, first, -1):
        if page.form(at) == ":" and not page.spoken[at]:
            told = any(page.token(other).tag.endswith("FIN") for other in range(first, at))
            return at + 1 if told and not _of_speaker(page, first, at) else first
    return first


def _of_speaker(page: Page, first: int, colon: int) -> bool:
    """Whether the speaker says what a colon ends: "Wir haben ein Ziel: …", "Das Problem ist: …", "Er habe eines: …"."""
    before = range(first, colon)
    if page.has("first person", before):
        return True
    if page.has("says the source", before) or page.has("so", before) or any(of_noun(page, at) for at in before):
        return False
    mains = (c for c in page.clauses_in(page.sentence(colon)) if c.first < colon and c.parent is None)
    moods = {clause.mood for clause in mains if clause.finite is not None}
    return page.token(colon - 1).lemma in page.words("to be") or moods == {Mood.SUBJUNCTIVE_1}
