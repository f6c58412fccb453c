"""Who wrote the text that is quoted from: "Das Amt gab eine Erklärung ab. Darin heißt es, …"."""

from __future__ import annotations

from decimal import Decimal

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import NAMING, speaks
from kg.extract.statements.speakers.subjects import subject
from kg.model import Clause, ClauseKind, Role

__all__ = ["author"]

_SURE = Decimal("0.6")


def author(page: Page, one: Found) -> Voice | None:
    """Who in the sentence before gave, sent or published the text in which it says so; None where nobody did."""
    number = page.clause_of[one.at]
    clause = page.text.clauses[number] if number >= 0 else None
    here = page.sentence(one.at)
    if clause is None or here.number == 0 or not _points(page, clause):
        return None
    before = page.text.sentences[here.number - 1]
    for earlier in page.clauses_in(before) if before.role is Role.PROSE else ():
        if earlier.kind is not ClauseKind.MAIN or earlier.passive or page.spoken[earlier.first]:
            continue
        voice = subject(page, earlier)
        known = voice is not None and any(_known(page, place) for place in range(voice.first, voice.last))
        if voice is not None and known and _made(page, earlier, voice):
            return voice._replace(certainty=_SURE, reason="whose text the sentence before names")
    return None


def _points(page: Page, clause: Clause) -> bool:
    """Whether the clause points at a text: "darin", "in diesem", "in dem Schreiben"."""
    texts = (phrase for phrase in page.phrases_in(clause) if phrase.preposition is not None)
    pointed = any(
        page.form(p.preposition + 1) in page.words("the") and of_noun(page, p.head) for p in texts if p.preposition
    )
    this = any(page.token(p.head).tag == "PDS" and p.preposition == clause.first for p in page.phrases_in(clause))
    return pointed or this or any(page.form(place) in page.words("in it") for place in page.own(clause))


def _made(page: Page, clause: Clause, voice: Voice) -> bool:
    """Whether a text that is not the subject stands in the clause."""
    return any(of_noun(page, phrase.head) and phrase.first >= voice.last for phrase in page.phrases_in(clause))


def _known(page: Page, place: int) -> bool:
    return speaks(page, place) or any(mention.form in NAMING for mention in page.named.get(place, ()))
