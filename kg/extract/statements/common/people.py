"""One value for each person of an article: what one mention tells of somebody, all of them do."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Actor, ActorKind, Mentions

__all__ = ["told_once"]


def told_once(mentions: Mentions) -> Mentions:
    """The mentions with the same actor wherever one person is named: "die deutsche Malerin Anna Holm", later "Holm"."""
    known: dict[str, set[Actor]] = {}
    for mention in mentions.actors:
        if mention.actor.kind is ActorKind.PERSON and not mention.actor.registered:
            known.setdefault(mention.actor.id, set()).add(mention.actor)
    merged = {id_: _merged(actors) for id_, actors in known.items() if len(actors) > 1}
    if not merged:
        return mentions
    actors = (m._replace(actor=merged[m.actor.id]) if m.actor.id in merged else m for m in mentions.actors)
    return replace(mentions, actors=tuple(actors))


def _merged(actors: set[Actor]) -> Actor:
    """One actor of several that differ in what is known: what all agree on that know it."""
    first = min(actors, key=lambda actor: (actor.label_de, actor.gender or "", actor.acts_for or ""))
    genders = {actor.gender for actor in actors} - {None}
    states = {actor.acts_for for actor in actors} - {None}
    return replace(first, gender=_only(genders), acts_for=_only(states))


def _only(found: set[str | None]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None
