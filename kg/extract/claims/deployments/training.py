"""Training abroad that names no country: a state at war has its soldiers trained in that of whoever trains them."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.people import extent
from kg.extract.claims.deployments.senders import source
from kg.extract.claims.grammar.location import Where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner
from kg.model import ActorKind, Clause

__all__ = ["trained_by"]

_LANDS = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT})


def trained_by(desk: Desk, clause: Clause, top: Nominal | None, people: Nominal | None, place: Where) -> Where:
    """A place with the country of the state that trains somebody else's soldiers, where their own is at war."""
    scene = desk.scene
    if place.host is not None or place.theatre or place.front or people is None:
        return place
    whose = owner(scene, people)
    known = scene.actors.get(whose or "")
    if clause.lemma not in scene.words.jobs["train"] or known is None or not known.foes:
        return place
    trains = top.actor.actor if top is not None and top.actor is not None and not clause.passive else None
    host = scene.power(trains) if trains is not None and trains.kind in _LANDS else None
    host = host or (source(desk, scene.inside(clause)) if clause.passive else None)
    if host in {None, whose} or host in known.foes:
        return place
    return place._replace(host=host, positions=extent(top) if top is not None else ())
