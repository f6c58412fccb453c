"""Somebody told of by whose he is: "Kranz' Anwalt", "Holms Familie"; and where a name ends before what is not its."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.somebody import NAMING, personal, speaks
from kg.model import ActorKind, ActorMention, MentionForm, Phrase

__all__ = ["own_end", "owner_begins", "somebody_else"]

_MARKS = frozenset({"'", "’"})
_NAMES = frozenset({MentionForm.NAME, MentionForm.METONYM})
_POWERS = frozenset({ActorKind.STATE, ActorKind.INTERNATIONAL_ORGANISATION})


def owner_begins(page: Page, place: int) -> int:
    """Where the name begins whose genitive an apostrophe at a position makes: "Kranz' Anwalt"; else the position."""
    if place < 1 or page.form(place) not in _MARKS or place + 1 >= len(page.text.tokens):
        return place
    joined = page.token(place).start == page.token(place - 1).end and page.token(place + 1).tag == "NN"
    names = [m.first for m in page.named.get(place - 1, ()) if m.last == place and m.form in NAMING]
    return min(names) if joined and names else place


def somebody_else(page: Page, phrase: Phrase, first: int, last: int) -> bool:
    """As in "Holms Familie": kin, friends or lawyers of who is named are not he; nobody is named behind them."""
    head = phrase.head
    if _speaks_for(page, phrase.first, head, last) or _office_of(page, phrase, first):
        return True
    office = page.token(head).lemma.lower() in page.words("somebody's office") and _of_person(page, first)
    kin = page.token(head).lemma.lower().endswith(tuple(page.words("kin")))
    if not (kin or office) or page.named.get(head):
        return False
    owners = [m for place in range(first, head) for m in page.named.get(place, ()) if m.form in NAMING]
    behind = any(m.form in NAMING for place in range(head + 1, last) for m in page.named.get(place, ()))
    return any(m.last == head and page.token(head - 1).form.endswith("s") for m in owners) and not behind


def _office_of(page: Page, phrase: Phrase, first: int) -> bool:
    """As in "das Büro Kranz": the office of who is named behind it."""
    offices = (place for place in (first, first + 1) if page.form(place) in page.words("somebody's office"))
    place = next(offices, None)
    return place is not None and place < phrase.head and not page.named.get(place) and _of_person(page, place + 1)


def _of_person(page: Page, place: int) -> bool:
    return any(m.first == place and _person(m) for m in page.named.get(place, ()))


def _speaks_for(page: Page, first: int, head: int, last: int) -> bool:
    """As in "ein Sprecher der Ministerin Hanna Holm": he is not she; "der Sprecher der Stadt, Otto Kranz" is Kranz."""
    noun = page.token(head).lemma.lower()
    one = page.form(first) in page.words("a, in any case")
    owned = one and page.token(head + 1).tag == "ART" and noun.endswith(tuple(page.words("speaks for somebody")))
    if not owned or any(page.form(place) == "," for place in range(head, last)):
        return False
    names = [m.name.start for place in range(head + 2, last) for m in page.named.get(place, ()) if _person(m)]
    if not names:
        return False
    titles = (place for place in range(head + 2, last) if page.token(place).start < min(names))
    return any(personal(page, place) for place in titles)


def _person(mention: ActorMention) -> bool:
    return mention.actor.kind is ActorKind.PERSON and mention.form is not MentionForm.DESCRIPTION


def own_end(page: Page, first: int, last: int, *, acts: bool) -> int:
    """Where the name ends that begins a speaker: "Polen Panzer", "das Ministerium Bilder", "die BBC Mittwochfrüh" hold
    a word of something else."""
    for mention in page.named.get(first, ()) or page.named.get(min(first + 1, last - 1), ()):
        if mention.form not in NAMING or not first <= mention.first <= first + 1 or mention.last != last - 1:
            continue
        if page.form(mention.last - 1).endswith("."):
            continue
        token = page.token(last - 1)
        person = mention.actor.kind is ActorKind.PERSON
        told = [m for m in page.named.get(last - 1, ()) if m.actor.kind is not ActorKind.GROUP or not person]
        other = token.tag == "NN" and not told and (person or not speaks(page, last - 1))
        genitive = page.token(mention.last - 1).form.endswith(("s", "x", "z"))
        land = acts and mention.form in _NAMES and mention.actor.kind in _POWERS
        inflected = token.lemma != token.form and token.tag == "NN"
        if other and not genitive and (land or inflected):
            return last - 1
    return last
