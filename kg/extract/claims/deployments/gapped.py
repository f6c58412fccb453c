"""Others who send people as well, told without a verb: "Oslo schickt 300 Soldaten nach Mali, Riga 40 Ausbilder"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.people import extent, names_people
from kg.extract.claims.deployments.roles import Roles
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.location import where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.lang.deployment import DeploymentRow, People
from kg.model import Clause, ClauseKind

__all__ = ["gapped"]


def gapped(desk: Desk, match: Match, row: DeploymentRow, roles: Roles) -> Iterator[Roles]:
    """The roles of each part behind a clause that names a sender and people of their own."""
    if match.how is not How.VERB or not row.sends or row.people is not People.OBJECT or match.clause.passive:
        return
    scene = desk.scene
    for part in _parts(scene, match.clause):
        sides = _sides(desk, part)
        power = scene.power(sides[0].actor.actor) if sides is not None and sides[0].actor is not None else None
        if sides is None or power in {None, roles.sender}:
            continue
        place = where(scene, scene.inside(part))
        place = place if place.host is not None else roles.where._replace(positions=())
        if place.host != power:
            positions = (*roles.positions, part.first, *extent(sides[1]))
            yield Roles(sides[1], power, place, positions, True, True)


def _parts(scene: Scene, clause: Clause) -> Iterator[Clause]:
    for other in scene.text.clauses[clause.number + 1 :]:
        if other.first >= clause.last:
            return
        if other.parent == clause.number and other.kind is ClauseKind.FRAGMENT:
            yield other


def _sides(desk: Desk, part: Clause) -> tuple[Nominal, Nominal] | None:
    """Who sends and who is sent: the first two noun phrases of a part, without prepositions."""
    bare = [n for n in desk.scene.inside(part) if n.preposition is None]
    if len(bare) < 2 or bare[0].first != part.first or bare[0].people is not None or bare[0].item is not None:
        return None
    return (bare[0], bare[1]) if names_people(desk, bare[1]) and not bare[1].owners else None
