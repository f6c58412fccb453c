"""Goods on their way out of the country that gives them, told by any verb: "Container verließen den Hafen Rason"."""

from __future__ import annotations

from kg.extract.claims.arms.goods import Goods, goods_in
from kg.extract.claims.arms.near import paired
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.powers import heading, power_of, prepositional
from kg.extract.claims.arms.told import Told, main_pair
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner
from kg.model import Clause, PlaceKind

__all__ = ["is_load", "under_way"]


def is_load(desk: Desk, nominal: Nominal) -> bool:
    """Weapons, containers, or what carries them, that somebody or something moves."""
    item = nominal.item
    goods = item is not None and (item.arms or item.key == "containers")
    return nominal.preposition is None and not nominal.pronoun and (goods or desk.scene.is_noun(nominal, "carrier"))


def under_way(desk: Desk, match: Match, inside: tuple[Nominal, ...], told: list[Told]) -> Roles | None:
    """The roles where the clause names where the goods come from, or a border that they cross, and nobody who acts."""
    load = next((n for n in inside if is_load(desk, n)), None)
    aside = (heading(desk, inside), _abandoned(desk, match.clause, load, inside))
    if load is None or match.clause.passive or any(_acts(n, load) for n in inside if n not in aside):
        return None
    goods = _goods(desk, load, inside)
    pair = _pair(desk, match, inside, told)
    if goods is None or pair is None or owner(desk.scene, load) not in {None, pair[0]}:
        return None
    return Roles(*pair, goods, (match.at, *match.clause.verbs, load.first, *goods.positions), True)


def _abandoned(desk: Desk, clause: Clause, load: Nominal | None, inside: tuple[Nominal, ...]) -> Nominal | None:
    """ "Container verließen Nordkorea": the country that goods leave which cannot do so by themselves."""
    by_itself = load is None or (load.item is not None and load.item.key != "containers")
    if load is None or by_itself or clause.lemma not in desk.scene.words.jobs["leave"]:
        return None
    return next((n for n in inside if n.first > load.first and n.preposition is None and n.place is not None), None)


def _acts(nominal: Nominal, load: Nominal) -> bool:
    """Whether somebody moves the goods, or has them, who would be their giver."""
    somewhere = (
        nominal.first > load.first and nominal.place is not None and nominal.place.place.kind is not PlaceKind.COUNTRY
    )
    return nominal.preposition is None and nominal.item is None and nominal.actor is not None and not somewhere


def _goods(desk: Desk, load: Nominal, inside: tuple[Nominal, ...]) -> Goods | None:
    """The goods themselves, or those that a carrier or container holds; its number counts what carries them."""
    if load.item is not None and load.item.arms:
        return goods_in(desk, [load])
    sentence = desk.scene.nominals[desk.scene.sentence_of(load.head).number]
    held = [n for n in sentence if n.head > load.head and n.item is not None and n.item.arms]
    goods = goods_in(desk, held[:1] if load.item is None else [load, *held[:1]])
    if goods is None:
        return None
    number = load.quantity if load.quantity is not None else None
    return goods._replace(arms=True, number=number)


def _pair(desk: Desk, match: Match, inside: tuple[Nominal, ...], told: list[Told]) -> tuple[str, str] | None:
    """Who gives and who gets: the country that the goods leave and whom it arms, or the main two of the article."""
    out = prepositional(desk, [n for n in inside if not n.attached], "source")
    ahead = heading(desk, inside)
    left = (p for n in inside if n is not ahead and (p := _left(desk, n)) is not None)
    giver = power_of(desk, out) or next(left, None)
    to = power_of(desk, ahead or prepositional(desk, inside, "recipient"))
    if giver is not None:
        taker = to or paired(desk, match.clause, giver, used=True) or _takes(told, giver)
        return (giver, taker) if taker is not None and taker != giver else None
    crossed = any(n.lemma in desk.scene.words.jobs["way-out"] and n.preposition is not None for n in inside)
    return main_pair(desk, told) if crossed and to is None else None


def _left(desk: Desk, nominal: Nominal) -> str | None:
    """The country of "den Hafen Rason", "die Häfen des Nordens": a place without preposition."""
    if nominal.preposition is not None or nominal.item is not None:
        return None
    if not desk.scene.is_noun(nominal, "port"):
        return power_of(desk, nominal) if nominal.place is not None else None
    behind = next(iter(chain_after(desk.scene, nominal)), None)
    return owner(desk.scene, nominal) or power_of(desk, nominal) or power_of(desk, behind)


def _takes(told: list[Told], giver: str) -> str | None:
    takers = {t.recipient for t in told if t.supplier == giver and t.recipient is not None}
    return takers.pop() if len(takers) == 1 else None
