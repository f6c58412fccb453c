"""A state that takes part, of whose people nothing is told: "Auch Schweden könnte sich an der Truppe beteiligen"."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.people import extent, names_people
from kg.extract.claims.deployments.roles import Roles
from kg.extract.claims.deployments.senders import sent_by
from kg.extract.claims.grammar.fellows import fellows
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.location import Where, where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import subject
from kg.model import ActorKind

__all__ = ["joining"]

_NEAR = 2
"""Sentences that what they take part in lies back at most."""


def joining(desk: Desk, match: Match, inside: tuple[Nominal, ...], found: list[Found]) -> Roles | None:
    """The roles of a state that takes part in what is told right before, or in a force whose country is named."""
    scene, top = desk.scene, subject(desk.scene, match.clause)
    if match.clause.lemma in scene.words.jobs["originate"]:
        return _coming(desk, match, inside, found)
    joined = [n for n in inside if n.preposition is not None and scene.is_a(n.preposition, "join-in")]
    sender = sent_by(desk, top, None)
    if top is None or sender is None or any(n.people is not None for n in inside if n not in joined):
        return None
    if any(not _is_force(scene, n) for n in joined):
        return None
    place = where(scene, inside)
    told = _told(scene, match, found) if place.host is None else None
    host = place.host or (told.claim.host if told is not None else None)
    if host in {None, sender}:
        return None
    there = place if place.host is not None else Where(host, (), False, ())
    positions = (match.at, *match.clause.verbs, *extent(top), *place.positions)
    return Roles(None, sender, there, positions, True, True)


def _coming(desk: Desk, match: Match, inside: tuple[Nominal, ...], found: list[Found]) -> Roles | None:
    """ "Weitere Kräfte kommen aus Peru und Chile": more people where others were told right before to be."""
    scene = desk.scene
    people = next((n for n in inside if n.preposition is None and names_people(desk, n)), None)
    from_ = [n for n in inside if n.preposition is not None and scene.is_a(n.preposition, "source") and not n.attached]
    lands = list(dict.fromkeys(land for n in from_ for land in _lands(scene, n)))
    told = _told(scene, match, found)
    if people is None or people.owners or told is None or not lands or told.claim.host in lands:
        return None
    if _are_same(scene, people, told):
        return None
    positions = (match.at, *match.clause.verbs, *extent(people), *(n.head for n in from_))
    return Roles(people, lands[0], Where(told.claim.host, (), False, ()), positions, True, True, tuple(lands[1:]))


def _are_same(scene: Scene, people: Nominal, told: Found) -> bool:
    """ "Die Soldaten kamen aus Chile" behind those of one state: from where they came, not whose they are."""
    sender = scene.actors.get(told.claim.sender or "")
    more = any(scene.is_a(p, job) for p in range(people.first, people.head) for job in ("rest", "further", "ordinal"))
    state = sender is None or sender.kind is ActorKind.STATE
    return state and not more and people.quantity is None


def _lands(scene: Scene, nominal: Nominal) -> list[str]:
    """The states of "Peru", "Peru, Chile und Kuba"."""
    named = fellows(scene, nominal) or ([nominal.actor.actor] if nominal.actor is not None else [])
    return [actor.id for actor in named if actor.kind is ActorKind.STATE]


def _is_force(scene: Scene, nominal: Nominal) -> bool:
    body = nominal.people is not None and (nominal.people.body or nominal.people.personnel is not None)
    return body or scene.is_noun(nominal, "mission")


def _told(scene: Scene, match: Match, found: list[Found]) -> Found | None:
    """The deployment told last, right before, that has a country."""
    number = scene.sentence_of(match.at).number
    start = scene.text.sentences[max(number - _NEAR, 0)].start
    near = (one for one in reversed(found) if one.claim.rule and one.claim.host is not None)
    return next((one for one in near if one.core.start >= start), None)
