"""Firms that an article names by what they are: "der Technologieriese Halmens", "die Baltik-Tochter Halmtec"."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kg.extract.kinds import described
from kg.extract.statements.common.page import Page
from kg.model import Actor, ActorKind, MentionForm

__all__ = ["as_firm", "firms_told", "is_led", "named_so", "spelt_as_name", "times_named"]

_NOUNS = frozenset({"NN", "NE"})
_GROUP, _FIRM = "x-group-", "x-organisation-"


def firms_told(page: Page, before: int) -> Counter[Actor]:
    """The firms named behind a noun for one before a position, with the number of sentences that name them there, also
    in "Halmens-Chef"."""
    names = {page.token(place).form for place in range(1, before) if _is_name(page, place)}
    known = {m.actor.label_de: m.actor for m in page.mentions.actors if m.actor.kind is ActorKind.ORGANISATION}
    return Counter(
        {known.get(name) or as_firm(described(name)): times_named(page, name, before) for name in sorted(names)}
    )


def times_named(page: Page, name: str, before: int) -> int:
    """In how many sentences before a position the first word of a name stands, alone or as in "Halmens-Chef"."""
    first = name.partition(" ")[0]
    found = (place for place in range(before) if page.token(place).form.partition("-")[0] == first)
    return len({page.sentence(place).number for place in found})


def _is_name(page: Page, place: int) -> bool:
    """Whether a word with a capital right behind a noun for a firm is its name, and nobody else's."""
    token, noun = page.token(place), page.token(place - 1)
    firms = (*page.words("firms"), *page.words("firms by kin"))
    if token.tag not in _NOUNS or noun.tag not in _NOUNS or not noun.lemma.lower().endswith(firms):
        return False
    if not (token.form[0].isupper() and token.form.isalpha() and token.form == token.lemma):
        return False
    if any(m.actor.registered or m.actor.kind is ActorKind.PERSON for m in page.named.get(place, ())):
        return False
    return token.tag == "NE" or any(other.form.startswith(f"{token.form}-") for other in page.text.tokens)


def as_firm(actor: Actor) -> Actor:
    """The same actor as an organisation, where a bare name made it a group."""
    if actor.kind is not ActorKind.GROUP or not actor.id.startswith(_GROUP):
        return actor
    return replace(actor, id=_FIRM + actor.id.removeprefix(_GROUP), kind=ActorKind.ORGANISATION)


def named_so(page: Page, actor: Actor) -> Actor:
    """A body for whom one word alone stands: one that the article names so elsewhere, "das Portal Halmnet", or a firm
    by its kin, "die Halmnet-Tochter"; the same actor else."""
    name = actor.label_de
    if actor.kind is not ActorKind.GROUP or " " in name or not name[0].isupper():
        return actor
    bodies = (m.actor for m in page.mentions.actors if m.actor.label_de == name and m.form is MentionForm.NAME)
    body = next((other for other in bodies if other.kind not in {ActorKind.PERSON, ActorKind.GROUP}), None)
    if body is not None:
        return body
    return as_firm(actor) if _in_compound(page, name, page.words("kin of a firm")) else actor


def is_led(page: Page, name: str) -> bool:
    """Whether a word is the name of a firm by who leads or works for it: "die Halmansa" by "der Halmansa-Chef"."""
    people = page.words("kin of a firm") | page.words("people of a firm")
    return name[0].isupper() and _in_compound(page, name, people)


def spelt_as_name(page: Page, first: int, last: int) -> bool:
    """As in "die Deutsche Bahn": an inflected adjective with a capital; not "die Wiener Bahn"."""
    words = (page.token(place).form for place in range(first + 1, last - 1))
    ends = tuple(page.words("adjectives of names"))
    return any(word[0].isupper() and word.lower().rstrip("nm").endswith(ends) for word in words)


def _in_compound(page: Page, name: str, endings: frozenset[str]) -> bool:
    return any(t.form.startswith(f"{name}-") and t.form.lower().endswith(tuple(endings)) for t in page.text.tokens)
