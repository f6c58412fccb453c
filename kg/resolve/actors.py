"""Which actors of an article are one, and the facts rewritten to name that one."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from kg.gazetteer import Gazetteer
from kg.model import Actor, ArticleFacts, Claim, Statement
from kg.resolve.judgements import Judgement, Verdict

__all__ = ["canonical_ids", "renamed"]

# The fields of facts that hold actor ids, one or many.
_ACTOR_FIELDS = frozenset(
    {"speakers", "via", "claimants", "sender", "host", "supplier", "recipient", "of", "parties", "signatories"}
)

F = TypeVar("F", Statement, Claim)


def canonical_ids(
    actors: Iterable[Actor], gazetteer: Gazetteer, judgements: Sequence[Judgement] = ()
) -> dict[str, str]:
    """Id → canonical id of the actors that go by another: first as people judged, then as the registry has the name."""
    judged = [judgement for judgement in judgements if judgement.kind == "actor"]
    apart = {frozenset(map(_id, judgement.of)) for judgement in judged if judgement.verdict is Verdict.DIFFERENT}
    same = _by_judgement(judged, gazetteer)
    found: dict[str, str] = {}
    for actor in actors:
        target = same.get(actor.id) or _by_name(actor, gazetteer)
        if target is not None and target != actor.id and not any({actor.id, target} <= pair for pair in apart):
            found[actor.id] = target
    return found


def renamed(facts: ArticleFacts, same: Mapping[str, str], gazetteer: Gazetteer) -> ArticleFacts:
    """The facts with each id of `same` replaced, also in what actors act for; `actors` holds each that is left once."""
    actors: dict[str, Actor] = {}
    # Those that keep their id come first, so that their own names describe them.
    for actor in sorted(facts.actors, key=lambda each: (each.id in same, each.id)):
        target = same.get(actor.id, actor.id)
        chosen = gazetteer.actor(target) or dataclasses.replace(actor, id=target)
        actors.setdefault(target, _acting_for(chosen, same))
    return dataclasses.replace(
        facts,
        statements=tuple(_with_actors(statement, same) for statement in facts.statements),
        claims=tuple(_with_actors(claim, same) for claim in facts.claims),
        actors=tuple(actors[key] for key in sorted(actors)),
    )


def _by_judgement(judged: Iterable[Judgement], gazetteer: Gazetteer) -> dict[str, str]:
    """Every id that people judged the same as others → the one that stands for all: registered, else smallest."""
    groups: dict[str, set[str]] = {}
    for judgement in judged:
        if judgement.verdict is Verdict.SAME:
            ids = {_id(thing) for thing in judgement.of}
            united = ids.union(*(groups.get(each, set()) for each in ids))
            groups.update(dict.fromkeys(united, united))
    return {
        each: min(group, key=lambda actor_id: (gazetteer.actor(actor_id) is None, actor_id))
        for each, group in groups.items()
    }


def _by_name(actor: Actor, gazetteer: Gazetteer) -> str | None:
    if actor.registered:
        return None
    named = (gazetteer.actor(found) for found in gazetteer.named(actor.label_de))
    fitting = {found.id for found in named if found is not None and found.kind == actor.kind}
    return fitting.pop() if len(fitting) == 1 else None


def _with_actors(fact: F, same: Mapping[str, str]) -> F:
    changes: dict[str, Any] = {}
    for field in dataclasses.fields(fact):
        if field.name in _ACTOR_FIELDS:
            changes[field.name] = _renamed_ids(getattr(fact, field.name), same)
    return dataclasses.replace(fact, **changes)


def _renamed_ids(value: tuple[str, ...] | str | None, same: Mapping[str, str]) -> tuple[str, ...] | str | None:
    if value is None or isinstance(value, str):
        return value if value is None else same.get(value, value)
    return tuple(dict.fromkeys(same.get(each, each) for each in value))


def _acting_for(actor: Actor, same: Mapping[str, str]) -> Actor:
    if actor.acts_for is None or actor.acts_for not in same:
        return actor
    return dataclasses.replace(actor, acts_for=same[actor.acts_for])


def _id(thing: str) -> str:
    return thing.partition("/")[2]
