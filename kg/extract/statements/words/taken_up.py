"""What a word of the clause takes up: "…, was X bestreitet", "…, dazu schwieg X", "X wollte das nicht sagen"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.words.clause_kinds import SUBJUNCTIVE, cue_like
from kg.extract.statements.words.content import object_words
from kg.lang.saying import SayingVerb
from kg.model import Clause, ClauseKind, Phrase, Span, Stance

_SHORT = 3
"""Words of "keine eigenen Angaben", at most."""

__all__ = ["ANSWERS", "antecedent", "asked", "pointed_at", "refused", "that_undergone"]

ANSWERS = frozenset({Stance.DENIES, Stance.CONFIRMS, Stance.DECLINES})


def pointed_at(page: Page, clause: Clause, row: SayingVerb) -> Span | None:
    """As in "wollte das nicht kommentieren", "bestritt das stets", "äußerte sich dazu": "das" behind the verb with no
    noun, or "dazu"."""
    about = [place for place in page.own(clause) if page.form(place) in page.words("about it")]
    if about and row.takes & {"prep:zu", "über", "vor", "gegen"}:
        return page.token(about[0]).span
    if row.stance not in ANSWERS or "object" not in row.takes or clause.finite is None:
        return None
    alone = (p for p in page.own(clause) if p > clause.finite and page.phrase_of[p] < 0)
    return next((page.token(p).span for p in alone if page.form(p) in page.words("that object")), None)


def that_undergone(page: Page, clause: Clause, row: SayingVerb, voice: Voice) -> Span | None:
    """As in "Vom Kreml wurde das bestritten": "das" as the subject of an answer in the passive, given by whom."""
    given = {page.form(place) for place in (voice.first - 1, voice.first)} & page.words("by")
    if row.stance not in ANSWERS or not given:
        return None
    alone = (p for p in page.own(clause) if page.token(p).tag == "PDS" or page.phrase_of[p] < 0)
    return next((page.token(p).span for p in alone if page.form(p) in page.words("that object")), None)


def antecedent(page: Page, clause: Clause, row: SayingVerb) -> Span | None:
    """As in "…, was X dementiert": the act is about what stands before."""
    if clause.opener is None or page.form(clause.opener) not in page.words("which") or "object" not in row.takes:
        return None
    begin, end = page.sentence(clause.first).first, clause.first
    over = None if clause.parent is None else page.text.clauses[clause.parent]
    if over is not None and cue_like(page, over):
        end = over.first  # "Die Lage sei ernst, sagte X, was Y bestreitet"
    elif over is not None and over.kind is ClauseKind.MAIN and over.mood in SUBJUNCTIVE:
        begin = over.first  # "X sagte, die Lage sei ernst, was Y bestreitet"
    return page.span(begin, end) if end > begin + 2 else None


def asked(page: Page, clause: Clause, row: SayingVerb) -> Span | None:
    """As in "Wie viele fielen, dazu machte X keine Angaben", "Ob es brennt, das ließ X offen": what is taken up."""
    taken_up = page.words("about it") | page.words("that object")
    if row.stance not in ANSWERS or page.form(clause.first) not in taken_up:
        return None
    before = next((other for other in page.around(clause) if other.last == clause.first - 1), None)
    subordinate = before is not None and before.kind is ClauseKind.SUBORDINATE
    return page.span(before.first, before.last) if before is not None and subordinate else None


def refused(page: Page, clause: Clause, phrase: Phrase, row: SayingVerb) -> Span | None:
    """As in "Zu den Kosten machte X keine Angaben": what the refusal is about, in front of its object."""
    none = page.form(phrase.first) in page.words("not one") and phrase.last - phrase.first <= _SHORT
    if row.stance is not Stance.DECLINES or not none or clause.finite is None:
        return None
    for other in page.phrases_in(clause):
        about = other.preposition is not None and page.form(other.preposition) in page.words("regarding")
        fronted = other.first == page.own(clause)[0] and other.last <= clause.finite
        if about and (fronted or clause.finite < other.first < other.last <= phrase.first):
            begin = other.first + (page.token(other.first).tag == "APPR")
            if fronted:
                return object_words(page, clause, other, drop_preposition=True)
            return page.span(begin, _with_genitive(page, other.last))
    return None


def _with_genitive(page: Page, last: int) -> int:
    """Where a phrase ends with the genitive behind it: "zum Spruch des Senats"."""
    number = page.phrase_at(last)
    phrase = page.text.phrases[number] if number >= 0 else None
    genitive = phrase is not None and phrase.first == last and phrase.preposition is None and "acc" not in phrase.cases
    return phrase.last if phrase is not None and genitive and "gen" in phrase.cases else last
