"""Who moves people from one country to another: "Die USA verlegen 900 Mann aus Polen nach Estland"."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.senders import sent_by
from kg.extract.claims.grammar.frames import Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import subject
from kg.lang.deployment import DeploymentRow, People

__all__ = ["mover"]


def mover(
    desk: Desk, match: Match, row: DeploymentRow, people: Nominal | None, roles: tuple[str | None, str | None]
) -> str | None:
    """The subject, where "aus Polen" only tells where people come from, or where it promises people for a country;
    `roles`: whose they are by their own words, and where they go."""
    if people is None or match.clause.passive or row.people is not People.OBJECT:
        return None
    sender, host = roles
    moved = host not in {None, sender} and not people.owners and _goes_over(desk, people)
    if not moved and not (row.plan and sender == host):
        return None
    acting = sent_by(desk, subject(desk.scene, match.clause), people)
    return acting if acting != host else None


def _goes_over(desk: Desk, people: Nominal) -> bool:
    """Whether "aus" one land and "nach" another stand right behind people."""
    first, second = ([*chain_after(desk.scene, people), None, None])[:2]
    if first is None or second is None or first.preposition is None or second.preposition is None:
        return False
    near = first.first == people.last and second.first == first.last
    return near and desk.scene.is_a(first.preposition, "source") and desk.scene.is_a(second.preposition, "goal")
