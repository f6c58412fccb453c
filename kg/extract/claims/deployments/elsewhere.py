"""More people of the same sender in other places, told by numbers alone: "900 Soldaten in Mali, 50 im Irak"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.bare import free_numbers
from kg.extract.claims.deployments.roles import Roles
from kg.extract.claims.deployments.standins import as_many
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.location import where
from kg.extract.claims.grammar.scene import Scene
from kg.model import Clause, ClauseKind, QuantityMention

__all__ = ["elsewhere"]


def elsewhere(desk: Desk, match: Match, roles: Roles) -> Iterator[Roles]:
    """The roles of each number behind the people that has a country of its own right behind it."""
    people, scene = roles.people, desk.scene
    if people is None or people.quantity is None or roles.sender is None or roles.where.host is None:
        return
    for part in _parts(scene, match.clause):
        for number in free_numbers(scene, part):
            spot = next((n for n in scene.inside(part) if n.first == number.last), None)
            place = where(scene, [spot]) if spot is not None and _is_next(scene, number, people.last) else None
            if place is not None and place.host not in {None, roles.sender, roles.where.host}:
                positions = (*roles.positions, number.first, *place.positions)
                yield roles._replace(people=as_many(people, number), where=place, positions=positions)


def _parts(scene: Scene, clause: Clause) -> Iterator[Clause]:
    """The clause and the parts without a verb that hang on it."""
    yield clause
    for other in scene.text.clauses[clause.number + 1 :]:
        if other.first >= clause.last:
            return
        if other.parent == clause.number and other.kind is ClauseKind.FRAGMENT:
            yield other


def _is_next(scene: Scene, number: QuantityMention, after: int) -> bool:
    """Whether a number stands behind a comma, "und" or "weitere", and behind the people."""
    before = number.first - 1
    listed = scene.text.tokens[before].form == "," or scene.is_a(before, "and") or scene.is_a(before, "further")
    return before >= after and listed
