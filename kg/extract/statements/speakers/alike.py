"""Who was named before with the noun of a description: "Verteidigungsministerium" for "das Ministerium"."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.linked import holder
from kg.model import Actor, ActorKind, ActorMention, MentionForm

__all__ = ["Description", "named_alike", "near"]

_REACH = 8
"""How many sentences a description looks back."""
_NAMING = frozenset({MentionForm.NAME, MentionForm.OFFICE, MentionForm.DESCRIPTION})
_BEHIND = frozenset({"ART", "APPR", "APPRART"})
_ADJECTIVE = 4
"""Shorter small words of a role are articles and prepositions."""


class Description(NamedTuple):
    """What is looked for."""

    noun: str
    gender: str | None
    place: int
    person: bool
    """Whether it is one of a people or a party: "der Franzose"."""
    state: str | None
    """The id of the people's state."""
    former: bool
    """Whether it tells what somebody was: "der frühere Minister"."""
    part: str
    """The first part of "Bank-Chef", in lower case."""


def named_alike(page: Page, description: Description, itself: Actor, *, plural: bool | None) -> Actor | None:
    """The nearest actor before whose words hold the noun: "Verteidigungsministerium" for "das Ministerium".

    `plural` is None behind a noun, as "Ansicht der Forscher" may be one's ("der Agentur") or that of several.
    """
    for mention in reversed(page.mentions.actors):
        if mention.first >= description.place or mention.form not in _NAMING or mention.actor == itself:
            continue
        if plural not in {None, mention.plural}:
            continue
        if not near(page, mention, description):
            return None
        if _holds(page, mention, description.noun) and not _of_another(page, mention, description):
            return holder(page, mention) or mention.actor
    return None


def _of_another(page: Page, mention: ActorMention, description: Description) -> bool:
    """Whether somebody described is of another place or side: "der Coach der Gäste" is not "der Halm-Coach"."""
    described = mention.actor.kind is ActorKind.GROUP and description.part
    words = page.text.words(mention.span).lower()
    return bool(described) and description.part not in words


def near(page: Page, mention: ActorMention, description: Description) -> bool:
    """Whether a mention stands within the reach of a description."""
    return page.sentence(description.place).number - page.sentence(mention.first).number <= _REACH * 2


def _holds(page: Page, mention: ActorMention, noun: str) -> bool:
    """Whether a noun of the mention, or what is known of its actor, ends in the noun."""
    places = range(mention.first, mention.last)
    # "Leiterin der Nationalbank" is a leader, no bank.
    places = range(mention.first, next((p for p in places if page.token(p).tag in _BEHIND), mention.last))
    known = (_before_of(mention.actor.role_de or ""), _before_of(mention.actor.label_de))
    words = (*(page.token(place).lemma for place in places), *known[0], *known[1])
    other = tuple(page.words("another kind")) if noun in page.words("kinds") else ()
    ends = (noun, *(f"{noun}{ending}" for ending in page.words("genitive endings")))
    return any(word.lower().endswith(ends) and not word.lower().endswith(other) for word in words)


def _before_of(words: str) -> list[str]:
    """The words of a role or name before what it is of."""
    listed = words.split()
    return listed[: next((n for n, word in enumerate(listed) if n and word.islower() and len(word) < _ADJECTIVE), None)]
