"""What kind of actor a description names: "das Innenministerium" is a ministry, "Experten" stay a group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from typing import Any, TypeVar, cast

from kg.lang import Language
from kg.lang.kinds import Kinds
from kg.model import Actor, ActorKind, Claim, Statement, slug

__all__ = ["described", "kind_of", "renamed", "with_kinds"]

_GROUP = "x-group-"
_LONGEST = 80
"""How many letters of a description an id has at most."""
_ROLES = ("speakers", "via", "claimants", "parties", "signatories", "sender", "host", "supplier", "recipient", "of")
Fact = TypeVar("Fact", Statement, Claim)


def described(words: str) -> Actor:
    """The group that a description names, by its words."""
    return Actor(
        id=f"{_GROUP}{slug(words)[:_LONGEST]}", kind=ActorKind.GROUP, label_en=words, label_de=words, registered=False
    )


def with_kinds(actors: dict[str, Actor], language: Language) -> dict[str, Actor]:
    """By their ids those actors that are kept as groups under a description but are bodies of some kind."""
    found: dict[str, Actor] = {}
    for key, actor in actors.items():
        group = actor.kind is ActorKind.GROUP and not actor.registered and key.startswith(_GROUP)
        kind = kind_of(language, actor.label_de, single=actor.gender is not None) if group else None
        if kind is not None:
            id_ = f"x-{kind.value.lower()}-{key.removeprefix(_GROUP)}"
            found[key] = actors.get(id_) or replace(actor, id=id_, kind=kind, gender=None)
    return found


def renamed(facts: tuple[Fact, ...], bodies: dict[str, Actor]) -> tuple[Fact, ...]:
    """The same facts with the actors that have another id now."""
    return facts if not bodies else tuple(_renamed(fact, bodies) for fact in facts)


def _renamed(fact: Fact, bodies: dict[str, Actor]) -> Fact:
    changed: dict[str, Any] = {}
    for name in _roles(cast("Any", type(fact))):
        value = getattr(fact, name)
        new = _other(value, bodies) if isinstance(value, str) else tuple(_others(value or (), bodies))
        if value is not None and new != value:
            changed[name] = new
    return replace(fact, **changed) if changed else fact


@cache
def _roles(fact: Any) -> tuple[str, ...]:
    """The fields of a kind of facts that hold ids of actors."""
    return tuple(field.name for field in fields(fact) if field.name in _ROLES)


def _other(key: str, bodies: dict[str, Actor]) -> str:
    return bodies[key].id if key in bodies else key


def _others(keys: tuple[str, ...], bodies: dict[str, Actor]) -> Iterator[str]:
    yield from dict.fromkeys(_other(key, bodies) for key in keys)


@cache
def kind_of(language: Language, label: str, *, single: bool) -> ActorKind | None:
    """The kind of body that the noun of a description is, or a name behind it; None where it is none."""
    for noun in _nouns(label):
        for row in language.table(Kinds).values():
            if row.names(noun, single=single):
                return row.kind
    return None


def _nouns(label: str) -> Iterator[str]:
    """The words with a capital before the first that only says whose or which one it is: "Sprecher" of "Sprecher des
    Amtes"."""
    seen = False
    for word in label.split():
        if word[0].isupper():
            seen = True
            yield word.strip('„“"()')
        elif seen or not word[0].isalpha():
            return
