"""Nouns that tell of a transfer in a way of their own: use, contracts, purchases, suppliers."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.claims.arms.goods import Goods
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.powers import power_of, prepositional
from kg.extract.claims.arms.told import Told, near_told
from kg.extract.claims.arms.users import user_of
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match, chain_after
from kg.extract.claims.grammar.governors import govern
from kg.extract.claims.grammar.modality import Effect
from kg.extract.claims.grammar.slots import owner, parties, subject
from kg.lang.arms_transfer import Pattern

__all__ = ["BY_NOUN"]


def _agreed(desk: Desk, match: Match, goods: Goods, told: list[Told]) -> Roles | None:
    """ "Verträge über 20 Maschinen": what is agreed of goods whose transfer was told before."""
    near = near_told(desk, match.at, told)
    concepts = {item.concept for item in goods.items}
    if near is None or not goods.arms or not concepts & {item.concept for item in near.goods.items}:
        return None
    return Roles(near.supplier, near.recipient, goods, (match.at, *goods.positions), True, planned=True)


def _purveyor(desk: Desk, match: Match, goods: Goods, _told: list[Told]) -> Roles | None:
    """ "Pjöngjang ist der wichtigste Waffenlieferant Russlands": who is said to be one, and whose."""
    noun, top = match.nominal, subject(desk.scene, match.clause)
    jobs = desk.scene.words.jobs
    if noun is None or match.clause.lemma not in jobs["belong"] | jobs["turn-into"]:
        return None
    giver, taker = power_of(desk, top), owner(desk.scene, noun)
    taker = taker or power_of(desk, prepositional(desk, chain_after(desk.scene, noun), "recipient"))
    others = (power_of(desk, n) for n in parties(desk.scene, desk.scene.inside(match.clause)))
    taker = taker or next((one for one in others if one not in {None, giver}), None)
    if giver is None or top is None or taker in {None, giver}:
        return None
    return Roles(giver, taker, goods, (match.at, top.first, *goods.positions), True)


def _bought(desk: Desk, match: Match, goods: Goods, _told: list[Told]) -> Roles | None:
    """ "den Kauf nordkoreanischer Raketen": whose they are, and who buys: by a name beside it, else who acts."""
    noun = match.nominal
    if noun is None:
        return None
    seller = next((o for n in goods.phrases if (o := owner(desk.scene, n)) is not None), None)
    seller = seller or power_of(desk, prepositional(desk, chain_after(desk.scene, noun), "out-of"))
    above = govern(desk.scene, noun, desk.signs).clause or match.clause
    buyer = owner(desk.scene, noun) or power_of(desk, prepositional(desk, chain_after(desk.scene, noun), "agent"))
    buyer = buyer or (None if above.passive else power_of(desk, subject(desk.scene, above)))
    if seller is None or buyer in {None, seller}:
        return None
    return Roles(seller, buyer, goods, (match.at, noun.first, *goods.positions), True)


def _used(desk: Desk, match: Match, goods: Goods, told: list[Told]) -> Roles | None:
    """ "den Einsatz iranischer Drohnen": whoever uses them, or denies it, has them from their maker."""
    maker = owner(desk.scene, goods.phrases[0]) if goods.phrases else None
    noun = match.nominal
    if maker is None or noun is None:
        return None
    government = govern(desk.scene, noun, desk.signs)
    if not government.told:
        return None
    by = prepositional(desk, chain_after(desk.scene, noun), "agent")
    denier = power_of(desk, subject(desk.scene, government.clause)) if government.clause is not None else None
    user = power_of(desk, by) or (denier if Effect.DENIED in government.effects else None)
    user = user if user != maker else None
    user = user or user_of(desk, match.clause, maker, told, target=None)
    if user is None or user == maker:
        return None
    return Roles(maker, user, goods, (match.at, noun.first, *goods.positions), True)


def _paid(desk: Desk, match: Match, goods: Goods, told: list[Told]) -> Roles | None:
    """ "Das ist die Bezahlung für Granaten": weapons that go the other way than what was told of right before."""
    near = near_told(desk, match.at, told)
    bound = goods.phrases[0].preposition if goods.phrases else None
    if near is None or bound is None or not goods.arms or not desk.scene.is_a(bound, "swapped-for"):
        return None
    concepts = {item.concept for item in goods.items}
    if None in {near.supplier, near.recipient} or concepts & {item.concept for item in near.goods.items}:
        return None
    return Roles(near.recipient, near.supplier, goods, (match.at, *goods.positions), True)


BY_NOUN: dict[Pattern, Callable[[Desk, Match, Goods, list[Told]], Roles | None]] = {
    Pattern.FIRE: _used,
    Pattern.AGAIN: _agreed,
    Pattern.GET: _bought,
    Pattern.SUPPLY: _purveyor,
    Pattern.PAID: _paid,
}
"""How the patterns find the parties of a noun."""
