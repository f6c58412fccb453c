"""Two transfers that share a verb: "erhält von Nordkorea Granaten und vom Iran Drohnen"."""

from __future__ import annotations

from kg.extract.claims.arms.goods import Goods, goods_in
from kg.extract.claims.arms.goods_names import with_names
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.powers import power_of
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.nominals import Nominal

__all__ = ["parted"]

_SIDES = ("source", "recipient")


def parted(desk: Desk, match: Match, roles: Roles) -> list[Roles]:
    """The roles of each part where an "und" joins goods with a party of their own to others; else the roles alone."""
    scene, clause = desk.scene, match.clause
    joints = [p for p in scene.own_tokens(clause) if scene.is_a(p, "and")] if match.how is How.VERB else []
    for joint in joints:
        parts = [[n for n in scene.inside(clause) if (n.head > joint) is behind] for behind in (False, True)]
        goods = [_goods(desk, part) for part in parts]
        named = _parties(desk, parts, roles)
        if named is not None and goods[0] is not None and goods[1] is not None:
            first = roles._replace(goods=goods[0])
            return [first, *parted(desk, match, _swapped(match, roles, goods[1], *named))]
    return [roles]


def _goods(desk: Desk, part: list[Nominal]) -> Goods | None:
    """The goods that a part names."""
    return goods_in(desk, with_names(desk, [n for n in part if n.item is not None and n.actor is None]))


def _parties(desk: Desk, parts: list[list[Nominal]], roles: Roles) -> tuple[str, str] | None:
    """The party of the roles that the first part names behind a preposition, and the one of the same sort behind it."""
    known = {roles.supplier, roles.recipient}
    for job in _SIDES:
        sides = [[p for n in part if (p := _party(desk, n, job)) is not None] for part in parts]
        if [len(side) for side in sides] == [1, 1] and sides[0][0] in known and sides[1][0] not in known:
            return sides[0][0], sides[1][0]
    return None


def _party(desk: Desk, nominal: Nominal, job: str) -> str | None:
    """The state that a phrase without goods names behind a preposition of a job."""
    bound = nominal.preposition is not None and desk.scene.is_a(nominal.preposition, job)
    spoken = bound and (desk.scene.speaks(nominal) or nominal.item is not None)
    return power_of(desk, nominal) if bound and not spoken and nominal.actor is not None else None


def _swapped(match: Match, roles: Roles, goods: Goods, old: str, new: str) -> Roles:
    supplier = new if roles.supplier == old else roles.supplier
    recipient = new if roles.recipient == old else roles.recipient
    return roles._replace(
        supplier=supplier, recipient=recipient, goods=goods, positions=(match.at, *goods.positions), actors=()
    )
