"""Actors, places and tenures of offices → the properties of their nodes."""

from __future__ import annotations

from collections.abc import Iterator

from kg.describe.iris import Iris, kg, term
from kg.describe.literals import boolean, partial_date, plain, words
from kg.describe.scope import Pair, Triple
from kg.model import Actor, Office, Place

__all__ = ["actor_triples", "office_triples", "place_triples"]


def actor_triples(actor: Actor, iris: Iris) -> Iterator[Triple]:
    """Class, names, Wikidata entity and role of an actor."""
    node = iris.actor(actor.id)
    yield node, term("rdf", "type"), kg("Actor")
    yield node, term("rdf", "type"), kg(actor.kind)
    yield from ((node, *pair) for pair in _names(actor))
    yield node, kg("registered"), boolean(actor.registered)
    if actor.acts_for is not None:
        yield node, kg("actsFor"), iris.actor(actor.acts_for)
    for role, language in ((actor.role_de, "de"), (actor.role_en, "en")):
        if role:
            yield node, kg("role"), words(role, language)


def place_triples(place: Place, iris: Iris) -> Iterator[Triple]:
    """Names, sort, Wikidata entity and country of a place."""
    node = iris.place(place.id)
    yield node, term("rdf", "type"), kg("Place")
    yield node, term("dcterms", "type"), plain(place.kind)
    yield from ((node, *pair) for pair in _names(place))
    if place.country is not None:
        yield node, kg("country"), iris.actor(place.country)


def office_triples(office: Office, iris: Iris) -> Iterator[Triple]:
    """Who held an office, and from when to when, as a node of its own."""
    holder = iris.actor(office.holder)
    node = iris.minted("tenure", office.office, office.holder, office.since, office.until)
    yield node, term("rdf", "type"), kg("Tenure")
    yield node, kg("holder"), holder
    yield node, kg("office"), iris.named("office", office.office)
    yield iris.named("office", office.office), term("rdf", "type"), kg("Office")
    yield iris.named("office", office.office), term("dcterms", "identifier"), plain(office.office)
    for pair in (*partial_date("since", office.since), *partial_date("until", office.until)):
        yield node, *pair


def _names(thing: Actor | Place) -> Iterator[Pair]:
    labels = {"en": thing.label_en, "de": thing.label_de}
    for language, label in labels.items():
        if label:
            yield term("skos", "prefLabel"), words(label, language)
    english = (*thing.aliases_en, *_turned(thing.label_en)) if isinstance(thing, Actor) else ()
    others = {**dict.fromkeys(english, "en"), **dict.fromkeys(thing.aliases, "de")}
    for alias, language in others.items():
        if alias not in labels.values():
            yield term("skos", "altLabel"), words(alias, language)
    if thing.wikidata is not None:
        yield term("skos", "exactMatch"), term("wd", thing.wikidata)


def _turned(label: str) -> Iterator[str]:
    """As for "Ministry of Defence (Latvia)": "Ministry of Defence of Latvia", "Latvia Ministry of Defence"."""
    body, bracket, owner = label.removesuffix(")").partition(" (")
    if bracket and label.endswith(")"):
        yield f"{body} of {owner}"
        yield f"{owner} {body}"
