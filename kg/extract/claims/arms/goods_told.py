"""Goods that a clause leaves to what was told before: a number alone, some of them, the next lot of them."""

from __future__ import annotations

from kg.extract.claims.arms.goods import Goods, goods_in
from kg.extract.claims.arms.told import Told, near_goods
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.lang.arms_transfer import ArmsTransferRow
from kg.model import Clause, QuantityMention

__all__ = ["are_told_again", "counts_some", "more_goods", "packed_goods", "some_of"]

_NEAR = 2
"""Sentences back in which people or goods are still near."""


def more_goods(desk: Desk, match: Match, told: list[Told]) -> Goods | None:
    """ "120 Stück", "weitere 14": a number alone, of the goods of a transfer near before."""
    near = near_goods(desk, match.at, told)
    number = _bare_number(desk, match.clause) if near is not None else None
    if near is not None and number is None and (more := _further(desk, match)) is not None:
        return near.goods._replace(phrases=(), positions=(more,), number=None)
    if near is None or number is None or (_people_last(desk, match.clause) and not _counts_pieces(desk, match.clause)):
        return None
    positions = (number.first, number.last - 1)
    return Goods(near.goods.items, near.goods.phrases, positions, near.goods.arms, number)


def _counts_pieces(desk: Desk, clause: Clause) -> bool:
    """ "zwei Millionen Stück", which are no people whoever was named last."""
    pieces = (n for n in desk.scene.inside(clause) if desk.scene.is_noun(n, "pieces"))
    return any(n.people is None or n.people.holds for n in pieces)


def _further(desk: Desk, match: Match) -> int | None:
    """ "Weitere sollen folgen": the word that opens a clause without goods or people."""
    scene, clause = desk.scene, match.clause
    opens = scene.is_a(clause.first, "further") and isinstance(match.row, ArmsTransferRow) and match.row.ahead
    others = [n for n in scene.inside(clause) if n.preposition is None and n.head != clause.first]
    return clause.first if opens and not others and not _people_last(desk, clause) else None


def some_of(desk: Desk, clause: Clause) -> Goods | None:
    """ "Von zwölf Panzern gab Oslo drei ab": a number alone, of weapons counted behind "von"."""
    whole = _whole(desk, clause)
    goods = goods_in(desk, [whole]) if whole is not None else None
    number = _bare_number(desk, clause, other=whole.quantity) if whole is not None else None
    if goods is None or number is None or not goods.arms:
        return None
    positions = (goods.phrases[0].first, number.first, number.last - 1)
    return Goods(goods.items, goods.phrases, positions, goods.arms, number)


def _whole(desk: Desk, clause: Clause) -> Nominal | None:
    """The weapons behind "von" that a number counts some of, all of them counted or known ("von den Panzern")."""
    inside = desk.scene.inside(clause)
    for place, nominal in enumerate(inside):
        if nominal.preposition is None or not desk.scene.is_a(nominal.preposition, "of"):
            continue
        counts = nominal.people is not None and nominal.people.holds and nominal.item is None
        held = inside[place + 1] if counts and place + 1 < len(inside) else nominal
        known = nominal.determiner is not None or nominal.quantity is not None
        if held.item is not None and known and (held is nominal or held.attached):
            return held
    return None


def counts_some(desk: Desk, clause: Clause) -> bool:
    """ "vier Millionen davon": whether a number counts some of what was told before."""
    ends = (q.last for q in desk.scene.mentions.quantities if desk.scene.clause_of[q.first] == clause.number)
    return any(end < clause.last and desk.scene.is_a(end, "among") for end in ends)


def packed_goods(desk: Desk, match: Match, told: list[Told]) -> Goods | None:
    """ "ein erstes Paket", "die erste Lieferung": the goods of a transfer near before on their way."""
    near = near_goods(desk, match.at, told)
    lots = (n for n in desk.scene.inside(match.clause) if n.preposition is None and n.item is None)
    lot = next((n for n in lots if desk.scene.is_noun(n, "package") or desk.scene.is_noun(n, "carrier")), None)
    if near is None or lot is None:
        return None
    return Goods(near.goods.items, (), (lot.first, lot.last - 1), near.goods.arms)


def are_told_again(desk: Desk, goods: Goods) -> bool:
    """ "Die Fracht wurde auf Schiffen befördert": goods told before, of which is told only how they travelled."""
    known = all(n.determiner is not None and n.quantity is None for n in goods.phrases)
    return known and bool(goods.phrases) and all(desk.scene.is_noun(n, "stand-in") for n in goods.phrases)


def _people_last(desk: Desk, clause: Clause) -> bool:
    """Whether a number alone counts people, whom the text has named after the last weapons."""
    scene, number = desk.scene, desk.scene.sentence_of(clause.first).number
    near = [n for s in scene.nominals[max(number - _NEAR, 0) : number + 1] for n in s if n.head < clause.first]
    for nominal in reversed(near):
        if nominal.item is not None:
            return False
        if nominal.people is not None and nominal.people.personnel is not None:
            return True
    return False


def _bare_number(desk: Desk, clause: Clause, *, other: QuantityMention | None = None) -> QuantityMention | None:
    """A number with nothing but "Stück" or nothing at all behind it, `other` than one."""
    scene, tokens = desk.scene, desk.scene.text.tokens
    for quantity in scene.mentions.quantities:
        if (
            (quantity.number or quantity.minimum) is None
            or quantity is other
            or scene.clause_of[quantity.first] != clause.number
        ):
            continue
        counted = [n for n in scene.inside(clause) if n.quantity is quantity]
        after = tokens[quantity.last].tag if quantity.last < len(tokens) else ""
        if any(n.lemma in scene.words.jobs["pieces"] or scene.is_a(n.head, "further") for n in counted):
            return quantity
        millions = any(n.people is not None and n.people.holds for n in counted)
        if millions and quantity.last < len(tokens) and scene.is_a(quantity.last, "among"):
            return quantity
        if not counted and not after.startswith(("N", "ADJA", "CARD")):
            return quantity
    return None
