"""Weapons of one state that stand, or are put up, in another: "will Raketen in Belarus stationieren"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.claims.arms.goods import Goods
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.powers import power_of, prepositional
from kg.extract.claims.arms.sides import are_opposed
from kg.extract.claims.arms.told import Told
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import own_land, owner, subject

__all__ = ["guest_land", "stationed"]

_LEFT = frozenset({"missiles", "ammunition", "weapons"})
"""What is put up in a country for good; tanks, jets and ships come with their crews."""


def stationed(desk: Desk, match: Match, goods: Goods, told: list[Told]) -> Roles | None:
    """The roles of weapons that a verb puts into another country: who acts, else whose they are, and that country."""
    clause, inside = match.clause, desk.scene.inside(match.clause)
    top = subject(desk.scene, clause) if not clause.passive else None
    by = power_of(desk, prepositional(desk, inside, "agent")) if clause.passive else power_of(desk, top)
    supplier = by or next((owner(desk.scene, n) for n in goods.phrases[:1]), None)
    there = guest_land(desk, inside, supplier)
    if supplier is None or there is None or _LEFT.isdisjoint(item.concept for item in goods.items):
        return None
    (place, recipient), acts = there, (top.first,) if top is not None and top.item is None else ()
    return Roles(supplier, recipient, goods, (match.at, *clause.verbs, *goods.positions, place.first, *acts), True)


def guest_land(desk: Desk, inside: Sequence[Nominal], supplier: str | None) -> tuple[Nominal, str] | None:
    """The phrase and state of another country, no foe, that "in" names: "im Nachbarland Peru", "in seinem Land"."""
    for place, nominal in enumerate(inside):
        if nominal.preposition is None or nominal.item is not None or not desk.scene.is_a(nominal.preposition, "in"):
            continue
        after = [n for n in inside[place + 1 : place + 2] if n.attached and n.preposition is None]
        lands = (power_of(desk, nominal), *(power_of(desk, n) for n in after), own_land(desk.scene, nominal))
        land = next((one for one in lands if one is not None), None)
        if land is not None and supplier is not None:
            return None if land == supplier or are_opposed(desk, supplier, land) else (nominal, land)
    return None
