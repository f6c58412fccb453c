"""Infinitives with "zu" that say what an act is about: behind a comma, a bracket, an apposition, or without a comma."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import personal, speaks
from kg.extract.statements.words.clause_kinds import Complement, tells_what
from kg.extract.statements.words.rejoined import ending
from kg.lang.saying import SayingVerb
from kg.model import Clause, ClauseKind, Phrase, Stance

__all__ = ["below", "governs", "infinitive", "of_object"]

_ADDRESSING = frozenset({Stance.DEMANDS, Stance.WARNS, Stance.CRITICISES})
"""Stances of acts that somebody in the accusative is told: "bat die Firma, …"."""
_LEADS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT"})
"""Tags of what an object begins with that nobody is asked by: not "riet Firmen, …"."""


def infinitive(page: Page, clause: Clause, row: SayingVerb) -> Complement | None:
    """A zu-infinitive that hangs on the cue; "um … zu" is none."""
    for child in below(page, clause):
        if (
            child.kind is ClauseKind.INFINITIVE
            and child.opener is None
            and child.first > (clause.finite or clause.first)
            and not _by_doing(page, clause, child)
        ):
            first, last = _noun_first(page, clause, row, child) or _begun(page, clause, child), ending(page, child)
            for other in page.children(clause):
                if other.kind is ClauseKind.INFINITIVE and other.first in {last, last + 1}:
                    last = other.last
            content = page.span(first, last)
            return None if content is None else Complement(content, "zu")
    return _uncut(page, clause)


def _by_doing(page: Page, clause: Clause, child: Clause) -> bool:
    """As in "bestreitet seinen Unterhalt damit, Boote zu vermieten": by what it is done; not "drohte damit, …"."""
    pointed = page.form(child.first - 2) in page.words("with it")
    return pointed and clause.lemma not in page.words("told with it")


def _begun(page: Page, clause: Clause, child: Clause) -> int:
    """Where the words of an infinitive begin: behind "dazu,"; before a bracket that cuts them in two."""
    first = child.first
    begins = [first] if child.parent in {None, clause.number} else [first, page.text.clauses[child.parent or 0].first]
    cut = next((place for place in begins if page.form(place - 1) == "("), None)
    if cut is not None:
        commas = [place for place in range(max(clause.verbs) + 1, cut) if page.form(place) == ","]
        return commas[0] + 1 if commas else first
    return first + 2 * (page.form(first + 1) == "," and page.token(first).tag == "ADV")


def of_object(page: Page, clause: Clause, row: SayingVerb, voice: Voice) -> bool:
    """As in "forderte die Erlaubnis, Waffen zu tragen": the clause behind the object of a demand tells what it is."""
    if row.stance is not Stance.DEMANDS or "object" not in row.takes:
        return False
    told = next((c for c in page.children(clause) if c.first > (clause.finite or 0) and tells_what(page, c)), None)
    phrase = None if told is None else _told_of(page, clause, told)
    if phrase is None or voice.first <= phrase.head < voice.last:
        return False
    return of_noun(page, phrase.head) is None


def _noun_first(page: Page, clause: Clause, row: SayingVerb, child: Clause) -> int | None:
    """As in "betonte das Recht des Landes, sich zu wehren": where the object begins that the infinitive tells of; who
    is asked or warned to do something is no such object."""
    if row.stance in _ADDRESSING or not tells_what(page, child):
        return None
    phrase = _told_of(page, clause, child)
    if phrase is None or clause.finite is None or phrase.first < clause.finite:
        return None
    led = page.token(phrase.first).tag in _LEADS and "dat" not in phrase.cases
    thing = of_noun(page, phrase.head) is None and not speaks(page, phrase.head)
    return phrase.first if led and thing else None


def _told_of(page: Page, clause: Clause, told: Clause) -> Phrase | None:
    """The object that a clause hangs on, also by a noun that belongs to it: "das Recht eines Landes, …"; nobody."""
    phrases = {phrase.last: phrase for phrase in page.phrases_in(clause)}
    phrase = phrases.get(told.first - 1)
    while phrase is not None and (phrase.preposition is not None or "acc" not in phrase.cases):
        phrase = phrases.get(phrase.first)
    somebody = phrase is not None and (page.named.get(phrase.head) or personal(page, phrase.head))
    return None if somebody else phrase


def governs(page: Page, cue: int, verb: int) -> bool:
    """As in "hat angekündigt im Mai zu gehen": no comma before the infinitive that hangs on a participle."""
    zu = page.token(verb).tag == "VVIZU" or page.token(verb - 1).tag == "PTKZU"
    said = page.token(cue).tag == "VVPP" and page.token(cue).lemma in page.verbs
    return said and zu and not any(page.form(place) == "," for place in range(cue, verb))


def _uncut(page: Page, clause: Clause) -> Complement | None:
    """The infinitive without a comma that `governs` found."""
    own = page.own(clause)
    cue = max(clause.verbs, default=-1)
    if not own or cue < 0 or page.token(cue).tag != "VVPP" or not governs(page, cue, own[-1]):
        return None
    content = page.span(cue + 1, own[-1] + 1)
    return None if content is None else Complement(content, "zu")


def below(page: Page, clause: Clause) -> list[Clause]:
    """The clauses that hang on this one, and on infinitives and insertions that hang on it."""
    found: list[Clause] = []
    for child in page.children(clause):
        found.append(child)
        without = child.opener is not None and child.kind is ClauseKind.INFINITIVE
        inserted = child.kind in {ClauseKind.FRAGMENT, ClauseKind.INFINITIVE} and (
            without or child.lemma not in page.verbs
        )
        if inserted:
            found += below(page, child)
    return found
