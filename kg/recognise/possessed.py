"""Whose body "ihre Luftwaffe", "sein Ministerium" is: of a state named in the sentence, else of a person."""

from __future__ import annotations

from kg.lang.nouns import Bodies
from kg.model import Actor
from kg.recognise.context import Context
from kg.recognise.described import Described
from kg.recognise.owners import actors_of, is_state_id
from kg.recognise.scan import Scan

__all__ = ["body_of_person", "state_possessing"]


def state_possessing(context: Context, phrase: Described) -> str | None:
    """The state whose body it is: "die Ukraine" of "wehrte die Ukraine nach Angaben ihrer Luftwaffe zwei ab"; None
    where the state named last in the sentence does not agree, or a person is named behind it."""
    scan = context.scan
    for place in range(phrase.first - 2, scan.text.sentence_at(phrase.head).first - 1, -1):
        if place in context.people:
            return None
        hit = scan.hits.get(place)
        states = [] if hit is None else [key for key in actors_of(scan, hit) if is_state_id(scan, key)]
        if states:
            return states[0] if _agrees(scan, place, phrase.first - 1) else None
    return None


def _agrees(scan: Scan, state: int, possessive: int) -> bool:
    """Whether "ihr" stands behind a state with "die" or "der", "sein" behind one without: "Israel … seine Armee"."""
    led = scan.joined(state - 1, "feminine article")
    return led == scan.joined(possessive, "her")


def body_of_person(context: Context, row: Bodies) -> Actor | None:
    """The body of the person named last: "ihr Ministerium" of a foreign minister."""
    person = context.history.last_person()
    if person is None or not person.registered:
        return None
    for post in context.gazetteer.held(person.id):
        body = post.role.replace("minister", "ministry") if row.general else row.body
        found = context.gazetteer.body(post.of, body)
        if found is not None:
            return found
    return None
