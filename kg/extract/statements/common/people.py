"""One value for each person of an article: what one mention tells of somebody, all of them do."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Actor, ActorKind, ActorMention, Mentions

__all__ = ["told_once"]


def told_once(mentions: Mentions) -> Mentions:
    """The mentions with the same actor wherever one person is named: "die deutsche Malerin Anna Holm", later "Holm"."""
    known: dict[str, list[ActorMention]] = {}
    for mention in mentions.actors:
        if mention.actor.kind is ActorKind.PERSON and not mention.actor.registered:
            known.setdefault(mention.actor.id, []).append(mention)
    several = {id_: told for id_, told in known.items() if any(m.actor != told[0].actor for m in told)}
    merged = {id_: _merged(told) for id_, told in several.items()}
    if not merged:
        return mentions
    actors = (m._replace(actor=merged[m.actor.id]) if m.actor.id in merged else m for m in mentions.actors)
    return replace(mentions, actors=tuple(actors))


def _merged(told: list[ActorMention]) -> Actor:
    """One actor of several that differ in what is known; whose somebody is, mentions by the whole name tell best."""
    whole = [m for m in told if m.name.end - m.name.start >= len(m.actor.label_de)] or told
    genders = {mention.actor.gender for mention in told} - {None}
    states = {mention.actor.acts_for for mention in whole} - {None}
    return replace(told[0].actor, gender=_only(genders), acts_for=_only(states))


def _only(found: set[str | None]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None
