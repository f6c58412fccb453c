"""To whom something is said: "sagte Putin Hilfe zu", "sagte der Ukraine Waffen zu", "forderte vom Westen Hilfe"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import personal, speaks
from kg.extract.statements.words.begins import with_conjunct
from kg.lang.saying import SayingVerb
from kg.model import Clause, MentionForm, Phrase, Span, Stance

__all__ = ["addressed", "asked_of", "beneficiary", "given_to"]

_CLOSING = frozenset('“”«»"')
_GIVING = frozenset({Stance.CRITICISES, Stance.ANNOUNCES})
"""What verbs do that have a person in the dative and a thing: "warf der Regierung Verrat vor", "sagte Rom Hilfe zu"."""


def beneficiary(page: Page, clause: Clause, phrase: Phrase, voice: Voice) -> bool:
    """As in "sagte Putin Unterstützung zu", "versprach den Leuten Arbeit": a bare name, or who may be in the dative,
    before the thing itself is the one to whom."""
    names = [m for m in page.named.get(phrase.head, ()) if m.form is not MentionForm.DESCRIPTION]
    led = page.token(phrase.first).tag == "ART"
    dative = led and clause.lemma in page.words("promising") and {"dat", "acc"} <= phrase.cases
    if phrase.last - phrase.first > 3 or not (dative or (names and not led)):
        return False
    later = [other for other in page.phrases_in(clause) if other.first >= phrase.last and other.preposition is None]
    things = (other for other in later if not voice.first <= other.head < voice.last)
    return any(page.token(other.head).tag == "NN" and "acc" in other.cases for other in things)


def given_to(page: Page, phrase: Phrase, row: SayingVerb) -> bool:
    """As in "hat der Ukraine Waffen zugesagt", "warf der Regierung Verrat vor": one stretch of words, where the thing
    stands right behind a name, or behind somebody in the dative."""
    head = page.token(phrase.head)
    if row.stance in _GIVING and _somebody_before(page, phrase):
        return True
    named = (m for m in page.named.get(phrase.head - 1, ()) if m.form is MentionForm.NAME)
    ends = any(mention.last == phrase.head and mention.first >= phrase.first for mention in named)
    return head.tag == "NN" and head.form != head.lemma and ends and not page.named.get(phrase.head)


def _somebody_before(page: Page, phrase: Phrase) -> bool:
    """As in "der Regierung Verrat": an article in the dative, somebody, and a bare noun that names nobody."""
    led = page.token(phrase.first).tag == "ART" and phrase.preposition is None and "acc" not in phrase.cases
    bare = page.token(phrase.head).tag in {"NN", "NE"} and phrase.last == phrase.head + 1
    before = phrase.head - 1
    somebody = before > phrase.first and (page.token(before).tag == "NE" or speaks(page, before))
    return led and bare and somebody and not page.named.get(phrase.head) and not personal(page, phrase.head)


def asked_of(page: Page, clause: Clause, phrase: Phrase, words: Span, row: SayingVerb) -> Span:
    """As in "forderte vom Westen endlich Hilfe": a demand with whom it is made of, right before its object."""
    place = phrase.first - 1
    while page.token(place).tag in {"ADV", "ADJD"}:
        place -= 1
    other = page.text.phrases[page.phrase_of[place]] if page.phrase_of[place] >= 0 else None
    lead = None if other is None else other.preposition
    behind = lead is not None and clause.finite is not None and lead > clause.finite
    asks = row.stance is Stance.DEMANDS and behind and page.form(lead or 0) in page.words("talked of")
    return Span(page.token(lead).start, words.end) if asks and lead is not None else words


def addressed(page: Page, phrase: Phrase, words: Span | None, row: SayingVerb, voice: Voice) -> Span | None:
    """As in "rief beide Seiten im Land zur Ruhe auf", "dankte den Soldaten für Mut": with those before it to whom."""
    thanked = "whom" in row.takes
    if words is None or phrase.preposition is None or not (thanked or row.stance is Stance.DEMANDS):
        return words
    if not page.form(phrase.preposition).startswith("zu") and not thanked:
        return words
    number = page.phrase_of[phrase.preposition - 1 - (page.form(phrase.preposition - 1) in _CLOSING)]
    whom = page.text.phrases[number] if number >= 0 else None
    if whom is not None and whom.preposition is not None and page.form(whom.preposition) in page.words("seated in"):
        number = page.phrase_of[whom.preposition - 1]  # "die Leute in der Stadt"
        whom = page.text.phrases[number] if number >= 0 and page.text.phrases[number].last == whom.first else None
    case = "dat" if thanked else "acc"
    if whom is None or whom.preposition is not None or case not in whom.cases or voice.first <= whom.head < voice.last:
        return words
    if thanked and any(mention.form is MentionForm.NAME for mention in page.named.get(whom.head, ())):
        return words
    clause = page.text.clauses[page.clause_of[whom.head]]
    return Span(page.token(with_conjunct(page, clause, whom, whom.first)).start, words.end)
