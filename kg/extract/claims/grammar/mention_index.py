"""The mentions of a text by token."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import ActorKind, ActorMention, MentionForm, Mentions, PlaceMention, QuantityMention, Text

__all__ = ["Index", "actor_at", "index_of", "names_actor", "owners_in", "quantity_at"]

_HEADS = frozenset({"NN", "NE", "NNA", "FM", "XY"})


@dataclass(frozen=True, slots=True)
class Index:
    """Mentions and clause starts by token position."""

    actors: Mapping[int, tuple[ActorMention, ...]]
    places: Mapping[int, PlaceMention]
    quantities: Mapping[int, QuantityMention]
    cases: Mapping[int, frozenset[str]]
    starts: frozenset[int]
    """Where clauses begin."""
    dates: Mapping[int, int]
    """Where the date expression at a token ends."""


def index_of(text: Text, mentions: Mentions) -> Index:
    """The index of one text."""
    actors: dict[int, tuple[ActorMention, ...]] = {}
    for actor in mentions.actors:
        loose = _is_loose(actor)
        if loose and actor.actor.acts_for is None:
            continue
        for position in range(actor.first, _noun_end(text, actor) if loose else actor.last):
            actors[position] = (*actors.get(position, ()), actor)
    places = {p: place for place in mentions.places for p in range(place.first, place.last)}
    quantities = {p: number for number in mentions.quantities for p in range(number.first, number.last)}
    cases = {phrase.head: phrase.cases for phrase in text.phrases}
    dates = {p: date.last for date in mentions.dates for p in range(date.first, date.last)}
    starts = frozenset(clause.first for clause in text.clauses)
    return Index(actors, places, quantities, cases, starts, dates)


def _is_loose(mention: ActorMention) -> bool:
    """Whether a mention only describes a group ("nordkoreanische Soldaten in Kursk"): it tells whose they are."""
    return mention.actor.kind is ActorKind.GROUP and not mention.actor.registered


def _noun_end(text: Text, mention: ActorMention) -> int:
    """The position after the first noun of a description."""
    nouns = (p for p in range(mention.first, mention.last) if text.tokens[p].tag in _HEADS)
    return next(nouns, mention.last - 1) + 1


def names_actor(mention: ActorMention) -> bool:
    """Whether a mention names an actor, not only whose something is."""
    return mention.form not in {MentionForm.ADJECTIVE, MentionForm.COMPOUND} and not _is_loose(mention)


def actor_at(index: Index, head: int) -> ActorMention | None:
    """The actor that the noun at a position names: the longest mention."""
    if head not in index.actors:
        return None
    whole = [m for m in index.actors[head] if names_actor(m)]
    return max(whole, key=lambda m: m.last - m.first, default=None)


def owners_in(text: Text, index: Index, first: int, head: int) -> tuple[ActorMention, ...]:
    """Actors named by adjectives, compounds or a genitive inside a noun phrase."""
    named = [position for position in range(first, head + 1) if position in index.actors]
    if not named:
        return ()
    owners: list[ActorMention] = []
    inner = next((p for p in range(first + 1, head) if _opens_inner(text, p, first)), head + 1)
    for position in (p for p in named if p < inner or _is_attribute(text, p, head)):
        for mention in index.actors[position]:
            if (not names_actor(mention) or mention.last <= head) and mention not in owners:
                owners.append(mention)
    return tuple(owners)


def _opens_inner(text: Text, position: int, first: int) -> bool:
    """Whether a word opens a phrase inside the one that begins at `first`: a preposition, or a second article."""
    tag = text.tokens[position].tag
    own = position == first + 1 and text.tokens[first].tag == "APPR"
    return tag in {"APPR", "APPRART"} or (tag == "ART" and not own)


def _is_attribute(text: Text, position: int, head: int) -> bool:
    """An adjective of the noun itself, not of one inside the phrase ("in die russische Stadt verlegte Einheiten")."""
    between = text.tokens[position + 1 : head]
    return text.tokens[position].tag == "ADJA" and not any(token.tag in {"NN", "NE"} for token in between)


def quantity_at(index: Index, first: int, head: int) -> QuantityMention | None:
    """The number in or right before a noun phrase."""
    for position in range(head, max(first - 3, -1), -1):
        if (quantity := index.quantities.get(position)) is not None:
            return quantity if quantity.last >= first else None
    return None
