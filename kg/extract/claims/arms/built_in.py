"""Parts of a foreign make in somebody's weapons: "In russischen Drohnen fanden Fachleute Bauteile aus China"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.claims.arms.goods import goods_in
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.powers import power_of
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner

__all__ = ["built_in"]

_PARTS = frozenset({"components", "weapon-parts"})


def built_in(desk: Desk, match: Match, inside: Sequence[Nominal]) -> Roles | None:
    """Who made the parts and whose the weapons are that they are in; None where either is open."""
    parts = [n for n in inside if n.item is not None and n.item.key in _PARTS]
    weapons = (n for n in inside if n.item is not None and n.item.arms and n not in parts)
    taker = next((whose for n in weapons if (whose := owner(desk.scene, n)) is not None), None)
    maker = next((one for n in parts if (one := _maker(desk, n)) not in {None, taker}), None)
    goods = goods_in(desk, [n for n in parts if _maker(desk, n) == maker])
    if goods is None or maker is None or taker is None:
        return None
    return Roles(maker, taker, goods, (match.at, *goods.positions), True)


def _maker(desk: Desk, nominal: Nominal) -> str | None:
    behind = next(iter(chain_after(desk.scene, nominal)), None)
    out = behind is not None and behind.preposition is not None and desk.scene.is_a(behind.preposition, "out-of")
    return owner(desk.scene, nominal) or (power_of(desk, behind) if out else None)
