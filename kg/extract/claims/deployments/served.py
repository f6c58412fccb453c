"""For whom people are sent or whom they serve, where that tells the country: "zur Unterstützung Malis", "der Armee
Malis", "im Dienst der Junta"."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.claims.common.context import people_before
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.people import extent
from kg.extract.claims.grammar.location import Where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import is_genitive, owner, seated, subject
from kg.lang.deployment import DeploymentRow, People
from kg.model import ActorKind, Clause

__all__ = ["aided", "aided_one", "given_forces", "serving", "used_by"]

_POWERS = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.ARMED_FORCES})
_USERS = _POWERS | {ActorKind.PERSON}


def aided(scene: Scene, inside: tuple[Nominal, ...], place: Where) -> Where:
    """A place with those for whose support people come: "zur Verstärkung der malischen Armee"."""
    for nominal, after in pairwise(inside):
        aid = nominal.preposition is not None and nominal.lemma in scene.words.jobs["backing"] and after.attached
        whose = _power(scene, after) if aid and after.preposition is None else None
        if whose is not None:
            return place._replace(host=whose, positions=extent(after))
    return place


def serving(scene: Scene, inside: tuple[Nominal, ...], place: Where) -> Where:
    """A place with those in whose service people are: "im Dienst der Junta", "in den Reihen der malischen Armee"."""
    for number, nominal in enumerate(inside):
        if nominal.preposition is None or not scene.is_a(nominal.preposition, "place"):
            continue
        held = inside[number + 1] if number + 1 < len(inside) and inside[number + 1].attached else nominal
        ranks = any(nominal.lemma in scene.words.jobs[job] for job in ("service", "ranks"))
        whose = _power(scene, held) if ranks or _is_force(scene, nominal) else None
        if whose is not None:
            return place._replace(host=whose, positions=extent(nominal))
    return place


def given_forces(
    scene: Scene, inside: tuple[Nominal, ...], place: Where, known: tuple[Nominal | None, ...], *, aids: bool
) -> Where:
    """A place with the forces to which people are given or which they join: "der malischen Armee"; `aids`: whether
    they may be the direct object; `known`: who sends and the people."""
    free = [n for n in inside if n.preposition is None and n not in known and _is_force(scene, n)]
    free = [n for n in free if not is_genitive(scene, n)]
    given = [n for n in free if n.determiner is not None and ("dat" in n.cases or (aids and "acc" in n.cases))]
    whose = _power(scene, given[0]) if len(given) == 1 else None
    return place._replace(host=whose, positions=extent(given[0])) if whose is not None else place


def used_by(
    desk: Desk, clause: Clause, row: DeploymentRow, people: Nominal | None, place: Where, told: frozenset[str | None]
) -> Where:
    """A place with the country of the state that uses somebody else's people, where nothing else tells it; `told`: the
    hosts to which the article has the same people sent."""
    scene = desk.scene
    known = place.host is not None or place.theatre or place.front or place.here
    if known or row.sends or row.people is not People.OBJECT or people is None or row.hosts or row.after:
        return place
    top = _agent(scene, clause) if clause.passive else subject(scene, clause)
    whose = owner(scene, people) or (people_before(scene, people.first) if clause.passive else None)
    user = top.actor.actor if top is not None and top.actor is not None else None
    power = scene.power(user) if user is not None and user.kind in _USERS else None
    if (
        whose is None
        or power in {None, whose}
        or clause.lemma in scene.words.jobs["train"]
        or (told and power not in told)
    ):
        return place
    return place._replace(host=power, positions=extent(top) if top is not None else ())


def aided_one(scene: Scene, inside: tuple[Nominal, ...], place: Where) -> Where:
    """A place with who is helped, the subject of a passive: "Mali wird von 300 Söldnern unterstützt"."""
    free = [n for n in inside if n.preposition is None and not n.attached and not n.pronoun and n.actor is not None]
    whose = _power(scene, free[0]) if len(free) == 1 else None
    return place._replace(host=whose, positions=extent(free[0])) if whose is not None else place


def _agent(scene: Scene, clause: Clause) -> Nominal | None:
    """ "von der malischen Armee" of a passive."""
    agents = (n for n in scene.inside(clause) if n.preposition is not None and scene.is_a(n.preposition, "agent"))
    return next((n for n in agents if n.actor is not None), None)


def _is_force(scene: Scene, nominal: Nominal) -> bool:
    """Whether it is an army or the like, whoever is one of it."""
    named = nominal.actor is not None and nominal.actor.actor.kind is ActorKind.ARMED_FORCES
    return named or nominal.lemma in scene.words.jobs["whole-forces"]


def _power(scene: Scene, nominal: Nominal) -> str | None:
    if nominal.actor is not None:
        return scene.power(nominal.actor.actor) if nominal.actor.actor.kind in _POWERS else None
    return owner(scene, nominal) or seated(scene, nominal)
