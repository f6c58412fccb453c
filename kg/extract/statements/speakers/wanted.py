"""Whether what stands behind a source is the subject of the clause: "Im Mai wird laut Polizei der Park gesperrt"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.speakers.somebody import describes
from kg.model import Clause, ClauseKind, Phrase

__all__ = ["wanted"]

_PRONOUNS = frozenset({"PPER", "PIS", "PDS", "PRELS", "PWS"})


def wanted(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase right behind another one is no genitive, as nothing else in its clause can be the subject."""
    number = page.phrase_of[phrase.first - 1]
    clause = page.text.clauses[page.clause_of[phrase.head]] if page.clause_of[phrase.head] >= 0 else None
    if clause is None or number < 0 or not _nominative(page, phrase) or not _takes_one(page, clause, phrase):
        return False
    if not _framed(page, number) or _wants_genitive(page, page.text.phrases[number]):
        return False
    return not _clause_for_it(page, clause) and not any(_may_be(page, place, phrase) for place in _heads(page, clause))


def _nominative(page: Page, phrase: Phrase) -> bool:
    """Whether it can be a subject in the singular; not "der Bauern", which is no basic form."""
    head = page.token(phrase.head)
    free = phrase.preposition is None and "nom" in phrase.cases and phrase.plural is not True
    return free and (head.lemma == head.form or head.tag != "NN")


def _wants_genitive(page: Page, phrase: Phrase) -> bool:
    """As in "nach Angaben der Polizei", "laut Sprecher der Polizei": what is named alone is no source."""
    noun = of_noun(page, phrase.head)
    post = describes(page, phrase.head) and page.token(phrase.head - 1).tag not in {"ART", "PIAT"}
    return post or (noun is not None and page.token(phrase.head).lemma in noun.nouns)


def _framed(page: Page, number: int) -> bool:
    """Whether the phrases in a row that one ends name a source: "laut Polizei", "nach Angaben der Polizei"."""
    phrase = page.text.phrases[number]
    while phrase.preposition is None and phrase.first > 0 and page.phrase_of[phrase.first - 1] >= 0:
        if "gen" not in phrase.cases or wanted(page, phrase):
            return False
        phrase = page.text.phrases[page.phrase_of[phrase.first - 1]]
    led = phrase.preposition is not None
    return led and (
        page.form(phrase.preposition or 0) in page.words("according to") or of_noun(page, phrase.head) is not None
    )


def _takes_one(page: Page, clause: Clause, phrase: Phrase) -> bool:
    """Whether the clause has a verb for a singular subject of its own, which stands where the phrase does."""
    if clause.finite is None or page.spoken[clause.finite]:
        return False
    form = page.form(clause.finite)
    plural = form.endswith("n") and form not in page.words("singular verbs")
    shared = page.token(clause.finite - 1).tag == "KON" and clause.kind is ClauseKind.MAIN
    stands = phrase.first > clause.finite or clause.kind is not ClauseKind.MAIN
    return not plural and not shared and stands


def _clause_for_it(page: Page, clause: Clause) -> bool:
    """As in "Ob es brennt, ist laut Chef der Bahn offen", "Klar ist, dass …": a clause is the subject."""
    openers = page.words("that") | page.words("question")
    for other in page.around(clause):
        beside = other.parent == clause.number or other.last + 1 == clause.first
        asks = other.opener is not None and page.form(other.opener) in openers
        if other.number != clause.number and beside and (asks or other.kind is ClauseKind.INFINITIVE):
            return True
    return False


def _heads(page: Page, clause: Clause) -> list[int]:
    """The heads of its noun phrases and its pronouns."""
    own = page.own(clause)
    heads = [page.text.phrases[number].head for number in {page.phrase_of[place] for place in own} if number >= 0]
    return [*heads, *(place for place in own if page.token(place).tag in _PRONOUNS and page.phrase_of[place] < 0)]


def _may_be(page: Page, place: int, phrase: Phrase) -> bool:
    """Whether what has its head there may be the subject: neither the phrase itself nor what is joined to it."""
    number = page.phrase_of[place]
    if number < 0:
        return True
    other = page.text.phrases[number]
    if other.preposition is not None or "nom" not in other.cases or other.head == phrase.head:
        return False
    if page.dated(place):
        return False
    before = other.last <= phrase.first
    between = [
        page.phrase_of[p] for p in range(*((other.last, phrase.first) if before else (phrase.last, other.first)))
    ]
    joined = all(n >= 0 and page.text.phrases[n].preposition is None for n in between)
    return not (joined and (before or "gen" in other.cases))
