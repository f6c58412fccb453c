"""More of what was told before: "weitere 14 sollen folgen", "es geht um 200 Raketen", "das Paket umfasst Drohnen"."""

from __future__ import annotations

from kg.extract.claims.arms.goods import Goods
from kg.extract.claims.arms.near import only_others
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.returns import in_return
from kg.extract.claims.arms.told import Told, main_pair, near_told, told_of
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner
from kg.lang.arms_transfer import ArmsTransferRow

__all__ = ["again"]


def again(desk: Desk, match: Match, goods: Goods, told: list[Told]) -> Roles | None:
    """ "weitere 14 sollen folgen", "es geht um 200 Raketen": the roles of the transfer told right before."""
    row = match.row
    assert isinstance(row, ArmsTransferRow)
    inside = desk.scene.inside(match.clause)
    if (row.whole and not any(_is_whole(desk, n) for n in inside)) or (
        row.lump and not any(_holds(desk, n) for n in inside)
    ):
        return None
    near = near_told(desk, match.at, told)
    alike = near if row.others and near is not None else told_of(desk, match.at, goods, told) or _general(near, goods)
    counted = goods.number is not None or any(n.quantity is not None for n in goods.phrases)
    alike = _turned(desk, match, alike, told)
    if alike is not None and in_return(desk, match) and not alike.whole:
        alike = alike._replace(supplier=alike.recipient, recipient=alike.supplier)
    pair = main_pair(desk, told) if alike is None and counted and goods.arms else None
    if pair is not None and only_others(desk, match.at, pair):
        alike = Told(*pair, goods, match.at)
    if alike is None or not (counted or alike.whole or (row.uncounted and not (row.others and _is_known(desk, goods)))):
        return None
    positions = (match.at, *match.clause.verbs, *goods.positions)
    return Roles(alike.supplier, alike.recipient, goods, positions, False, planned=alike.planned and row.uncounted)


def _turned(desk: Desk, match: Match, alike: Told | None, told: list[Told]) -> Told | None:
    """The last transfer the other way, where the sentence names its supplier's land as what goods go to ("in russischen
    Häfen")."""
    if alike is None or alike.supplier is None:
        return alike
    named = desk.scene.nominals[desk.scene.sentence_of(match.at).number]
    goals = [n for n in named if n.preposition is not None and desk.scene.is_a(n.preposition, "in")]
    if not any(desk.scene.is_noun(n, "port") and owner(desk.scene, n) == alike.supplier for n in goals):
        return alike
    return next((t for t in reversed(told) if t.recipient == alike.supplier), None)


def _holds(desk: Desk, nominal: Nominal) -> bool:
    """ "das Paket", "die Sendung", "sie": what can hold goods, or stands for what was told before."""
    if nominal.preposition is not None:
        return False
    lump = desk.scene.is_noun(nominal, "package")
    stands = nominal.pronoun and desk.scene.text.tokens[nominal.head].tag in {"PPER", "PDS"}
    return lump or stands or desk.scene.is_noun(nominal, "carrier")


def _is_whole(desk: Desk, nominal: Nominal) -> bool:
    """ "zu dem Paket", "zu diesem Lohn"."""
    lump = desk.scene.is_noun(nominal, "package") or desk.scene.is_noun(nominal, "help")
    lump = lump or nominal.lemma in desk.scene.words.jobs["in-return"]
    return lump and nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "toward")


def _is_known(desk: Desk, goods: Goods) -> bool:
    """ "die Waffen", which are no part of others that were told before."""
    determiner = goods.phrases[0].determiner if goods.phrases else None
    return determiner is not None and desk.scene.is_a(determiner, "the")


def _are_containers(goods: Goods) -> bool:
    """ "20.000 Container", in which whatever was told before is carried."""
    return bool(goods.items) and all(item.concept == "containers" for item in goods.items)


def _general(near: Told | None, goods: Goods) -> Told | None:
    """A transfer of "Waffen", or told without its goods, which a sentence near behind names by their sort."""
    if near is not None and (near.whole or (near.goods.arms and _are_containers(goods))):
        return near
    told, more = (any(i.concept == "weapons" for i in some) for some in (near.goods.items if near else (), goods.items))
    return near if goods.arms and (told or (more and near is not None and near.goods.arms)) else None
