"""Of which state a body is that stands without one: the state shown near it, or the one that the article is of."""

from __future__ import annotations

from kg.lang.nouns import Bodies, Offices
from kg.model import Actor, ActorKind, MentionForm
from kg.recognise.context import Context
from kg.recognise.described import Described
from kg.recognise.hits import Hit, states_of

__all__ = ["state_ahead", "states_near"]


def state_ahead(context: Context, phrase: Described) -> str | None:
    """The state in which a sentence begins that goes on with the body, or the one before a colon: "In Dänemark warnt
    die Regierung", "Dänemark spart: Die Regierung …"."""
    scan, sentence = context.scan, context.scan.text.sentence_at(phrase.head)
    first = phrase.first - scan.joined(phrase.first - 1, "article")
    if scan.tokens[first - 1].form == ":":
        named = [hit for place in range(sentence.first, first) if (hit := scan.hits.get(place)) is not None]
        return _state_of(context, named[0]) if len(named) == 1 else None
    place = sentence.first + 1
    hit = scan.hits.get(place + scan.joined(place, "article")) if scan.joined(sentence.first, "at") else None
    if hit is None or not sentence.first < hit.last < first or not scan.tokens[hit.last].tag.endswith("FIN"):
        return None
    between = scan.tokens[hit.last + 1 : first]
    return None if any(token.tag.startswith(("$", "KO")) for token in between) else _state_of(context, hit)


def _state_of(context: Context, hit: Hit) -> str | None:
    """The state that a name means or in which the town lies."""
    actor = context.gazetteer.actors.get(next(states_of(hit, context.gazetteer), ""))
    return actor.id if actor is not None and actor.kind is ActorKind.STATE else None


def states_near(context: Context, phrase: Described, *, seats: bool = True) -> list[str]:
    """The states whose seat, people or bodies stand in the sentence of a phrase or the one before, else in the one
    before that: "Kiew warnte. Das Ministerium …"; without `seats` no seat that only tells where something is."""
    text = context.scan.text
    sentence = text.sentence_at(phrase.head)
    states: set[str] = set()
    for back in (1, 2):
        first = text.sentences[max(sentence.number - back, 0)].first
        shown = (_state_shown(context, place, seats=seats) for place in range(first, sentence.last))
        states = states or {state for state in shown if state is not None}
    return sorted(states)


def _state_shown(context: Context, place: int, *, seats: bool) -> str | None:
    """The state of a person, body or seat of government named at a position; a state's own name shows nothing."""
    actors = context.gazetteer.actors
    if place in context.people:
        actor: Actor | None = context.people[place].actor
    elif place in context.scan.hits:
        meaning = context.scan.hits[place].meanings[0]
        if meaning.form is MentionForm.METONYM:
            return meaning.key if _acts_or_is_there(context, place, seats=seats) else None
        actor = actors.get(meaning.key)
    else:
        return _state_of_body(context, place)
    while actor is not None and actor.kind is not ActorKind.STATE:
        actor = actors.get(actor.acts_for or "")
        if actor is not None and actor.kind is ActorKind.STATE:
            return actor.id
    return None


def _state_of_body(context: Context, place: int) -> str | None:
    """The state whose adjective stands right before a body or an office: "das slowenische Innenministerium"."""
    sense = context.scan.senses.get(place + 1)
    told = place in context.scan.states and sense is not None and isinstance(sense.row, Bodies | Offices)
    return context.scan.states[place] if told else None


def _acts_or_is_there(context: Context, place: int, *, seats: bool) -> bool:
    """Whether a seat of government opens its sentence or is where something is: "aus Kiew", not "bat Kiew darum"."""
    scan = context.scan
    if scan.text.sentence_at(place).first == place or scan.hits[place].last - scan.hits[place].first > 1:
        return True
    return seats and scan.tokens[place - 1].tag in {"APPR", "KON", "KOUS"}
