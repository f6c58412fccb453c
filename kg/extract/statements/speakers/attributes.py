"""What tells behind a noun which people speak: "Ärzte um Anna Holm", "die Opposition in Minsk", "ein Mann aus Riga"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.speakers.somebody import NAMING, personal, speaks
from kg.extract.statements.speakers.unknown import group
from kg.model import Actor, ActorKind, Clause, MentionForm, Phrase

__all__ = ["attribute_end", "insight_begins", "of_both", "told_in_full"]

_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_FARTHEST = 10
"""How many words such attributes have at most."""


def attribute_end(page: Page, phrase: Phrase, last: int, clause: Clause | None) -> int:
    """Where the attributes end that belong to the noun of a speaker whom nobody names; `last` where none follow.

    Before the verb of a main clause stands one part of it alone: all that is there belongs to the noun. Elsewhere only
    whom a group is around or behind is sure to.
    """
    if _is_named(page, phrase.head) or of_noun(page, phrase.head) is not None or last >= len(page.text.tokens):
        return last
    people = bool(page.named.get(phrase.head)) or personal(page, phrase.head) or speaks(page, phrase.head)
    if page.form(last) in page.words("standing behind") or (
        people and page.form(last) in page.words("gathered around")
    ):
        return _around(page, last)
    joined = any(page.token(place).tag == "KON" for place in range(phrase.first - 1, last))
    named = _of_name(page, last, clause) if people and not joined else last
    if named > last:
        return named
    if people and _tells_insight(page, last):
        return _prepositional(page, _prepositional(page, last))
    if people and last > phrase.last and page.token(phrase.last).tag == "ART" and not joined:
        last = _seat(page, last)
    return _front(page, phrase, last, clause) if clause is not None else last


def _seat(page: Page, place: int) -> int:
    """The end of "in Riga", "im Rathaus in Riga" behind "ein Sprecher der Klinik"; the same position where none is."""
    number = page.phrase_at(place + 1) if page.form(place) in page.words("seated in") else -1
    if number < 0 or page.dated(place + 1):
        return place
    phrase = page.text.phrases[number]
    town = page.token(place).tag == "APPR" and page.token(place + 1).tag == "NE" and phrase.last == place + 2
    house = page.token(place).tag == "APPRART" and phrase.last == place + 2 and speaks(page, place + 1)
    own = phrase.preposition == place
    return place if not own or not (town or house) else _seat(page, phrase.last) if house else phrase.last


def _of_name(page: Page, place: int, clause: Clause | None) -> int:
    """As in "die Anwälte von Graf & Kranz", "die Mitglieder von Blauer Reiter": the end of what stands without an
    article behind "von", where the verb asks nothing of anybody; the same position where nothing such does."""
    number = page.phrase_at(place + 1) if page.form(place) in page.words("whose it is") else -1
    if number < 0 or (clause is not None and (clause.passive or clause.lemma in page.words("asking of"))):
        return place
    phrase = page.text.phrases[number]
    if phrase.preposition != place or not _is_name(page, place + 1, phrase):
        return place
    joined = page.token(phrase.last).tag == "KON" or page.form(phrase.last) == "&"
    number = page.phrase_at(phrase.last + 1) if joined else -1
    other = page.text.phrases[number] if number >= 0 else phrase
    return other.last if other.first == phrase.last + 1 and _is_name(page, other.first, other) else phrase.last


def _is_name(page: Page, first: int, phrase: Phrase) -> bool:
    """Whether a phrase without an article may be the name of somebody, of a firm or a body: no state, no time."""
    begins = page.token(first).form[0].isupper() and page.token(phrase.head).tag in {"NN", "NE"}
    placed = any(m.actor.kind is ActorKind.STATE for m in page.named.get(phrase.head, ()))
    return begins and not placed and not page.dated(phrase.head)


def _tells_insight(page: Page, place: int) -> bool:
    """As in "eine Person mit Kenntnis der Gespräche": what somebody knows belongs to the noun wherever it stands."""
    number = page.phrase_at(place + 1) if page.form(place) in page.words("with") else -1
    head = page.text.phrases[number].head if number >= 0 else place
    return page.token(head).lemma.lower() in page.words("insight") and page.token(place + 1).tag != "ART"


def insight_begins(page: Page, phrase: Phrase) -> int | None:
    """Where "mit den Plänen" begins before "vertraute Personen"; None where nothing such stands there."""
    first = phrase.first if phrase.preposition is None else phrase.head
    knows = page.has("in the know", range(first, phrase.head))
    number = page.phrase_of[first - 1] if knows and first else -1
    before = page.text.phrases[number] if number >= 0 else None
    led = before is not None and before.preposition is not None and page.form(before.preposition) in page.words("with")
    return before.first if before is not None and led else None


def _is_named(page: Page, head: int) -> bool:
    """Whether the noun is or explains a name, or an actor whom something before tells."""
    named = page.named.get(head, ())
    return (page.token(head).tag != "NN" and not named) or any(
        m.form is not MentionForm.DESCRIPTION or m.actor.registered for m in named
    )


def _around(page: Page, place: int) -> int:
    """The end of "um Anna Holm", "um Anna Holm und Jan Reet", "hinter der Plattform Holmnet": the names behind the
    preposition."""
    end = _name_end(page, place + 1)
    while end is not None and page.token(end).tag == "KON":
        joined = _name_end(page, end + 1)
        if joined is None or page.token(end + 1).tag == "ART":
            break
        end = joined
    return place if end is None else end


def _name_end(page: Page, place: int) -> int | None:
    """The end of the name at a position, with or without an article; of one that nobody knows that of its phrase."""
    names = (m for p in range(place, place + 2) for m in page.named.get(p, ()) if m.form in NAMING)
    named = max((m.last for m in names if place <= m.first <= place + 1), default=None)
    number = page.phrase_of[place] if place < len(page.text.tokens) else -1
    phrase = page.text.phrases[number] if number >= 0 else None
    own = phrase is not None and page.token(phrase.head).tag == "NE"
    if named is None or (own and phrase is not None and phrase.first <= place and _run_on(page, named, phrase.last)):
        return phrase.last if own and phrase is not None else named
    return named


def _run_on(page: Page, first: int, last: int) -> bool:
    """Whether names by their tags alone stand between two positions: what else belongs to a foreign name."""
    return all(page.token(place).tag == "NE" for place in range(first, last)) and last > first


def _front(page: Page, phrase: Phrase, last: int, clause: Clause) -> int:
    """The end of the field before the verb, where it holds nothing but the noun and phrases behind prepositions."""
    finite = clause.finite
    if finite is None or clause.opener is not None or not last < finite <= last + _FARTHEST:
        return last
    lead = next((p for p in page.own(clause) if page.token(p).tag not in {"KON", "$,", "$("}), phrase.first)
    if phrase.first > lead + 1 or page.token(last).tag not in _PREPOSITIONS:
        return last
    place = last
    while place < finite:
        end = _prepositional(page, place)
        if end == place:
            return last
        place = end
    return finite if place == finite else last


def _prepositional(page: Page, place: int) -> int:
    """The end of the phrase behind the preposition at a position, or of the genitive there; the same one else."""
    leads = page.token(place).tag in _PREPOSITIONS
    number = page.phrase_of[place + leads]
    phrase = page.text.phrases[number] if number >= 0 else None
    if phrase is None or (phrase.preposition if leads else phrase.first) != place:
        return place
    dated = page.dated(phrase.head)
    free = leads or ("gen" in phrase.cases and "nom" not in phrase.cases)
    joined = page.form(phrase.last) == "&" and page.phrase_at(phrase.last + 1) >= 0
    end = page.text.phrases[page.phrase_at(phrase.last + 1)].last if joined else phrase.last
    return end if free and not dated else place


def told_in_full(page: Page, actors: tuple[Actor, ...], phrase: Phrase, last: int) -> tuple[Actor, ...]:
    """A group under its description with the attributes that end at a position."""
    if len(actors) != 1 or actors[0].registered or actors[0].kind is not ActorKind.GROUP:
        return actors
    whole = group(page, phrase.first, last, phrase)
    return actors if whole is None else (replace(whole, acts_for=actors[0].acts_for, gender=actors[0].gender),)


def of_both(page: Page, actors: tuple[Actor, ...], phrase: Phrase, last: int) -> tuple[Actor, ...]:
    """As in "Forscher der Uni Halm und der Uni Kranz": a group of two houses is one; the same actors else."""
    if last <= phrase.last or not actors or actors[0].registered or actors[0].kind is not ActorKind.GROUP:
        return actors
    joined = (place for place in range(phrase.last, last - 1) if page.token(place).tag == "KON")
    number = next((page.phrase_at(place + 1) for place in joined), -1)
    other = page.text.phrases[number] if number >= 0 else phrase
    led = other.preposition is None and page.token(other.first).tag == "ART"
    again = any(page.form(place) == page.form(other.head) for place in range(phrase.head, other.first))
    if not led or "gen" not in other.cases or ("nom" in other.cases and not again):
        return actors
    return told_in_full(page, actors[:1], phrase, last)
