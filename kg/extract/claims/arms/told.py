"""What an article has told of transfers before, which lends roles and goods to sentences that leave them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from kg.extract.claims.arms.goods import Goods, allies_of
from kg.extract.claims.arms.near import announcer, helper_before, only_other, paired, people_above, shooter
from kg.extract.claims.arms.powers import power_of
from kg.extract.claims.arms.returns import in_return
from kg.extract.claims.arms.sides import are_opposed, backed_by, backer_of
from kg.extract.claims.common.context import dealer, partner
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match, chain_after
from kg.lang.arms_transfer import ArmsTransferRow, Pattern

__all__ = [
    "Told",
    "counterpart",
    "giver_before",
    "known_goods",
    "main_pair",
    "near_goods",
    "near_told",
    "of_denier",
    "other_side",
    "taker_before",
    "told_of",
]

_NEAR = 2
"""Sentences back in which a transfer is still near."""
_SAME_GOODS = 6
"""Sentences back in which a number of the same goods still means it."""


class Told(NamedTuple):
    """A transfer that was told, perhaps only as a condition or a question."""

    supplier: str | None
    recipient: str | None
    goods: Goods
    at: int
    """Position of the word that told it."""
    planned: bool = False

    @property
    def whole(self) -> bool:
        """Whether its goods were left open."""
        return not self.goods.items


def near_told(desk: Desk, position: int, told: list[Told], *, back: int = _NEAR) -> Told | None:
    """The last transfer, if told in the sentence of a token or at most so many before."""
    number = desk.scene.sentence_of(position).number
    first = desk.scene.text.sentences[max(number - back, 0)].first
    return told[-1] if told and told[-1].at >= first else None


def near_goods(desk: Desk, position: int, told: list[Told]) -> Told | None:
    """The last transfer with goods, told as near as that."""
    return near_told(desk, position, [t for t in told if not t.whole])


def told_of(desk: Desk, position: int, goods: Goods, told: list[Told]) -> Told | None:
    """The last transfer of the same goods, not too far before."""
    number = desk.scene.sentence_of(position).number
    first = desk.scene.text.sentences[max(number - _SAME_GOODS, 0)].first
    concepts = {item.concept for item in goods.items}
    near = [t for t in told if t.at >= first]
    return next((t for t in reversed(near) if concepts & {item.concept for item in t.goods.items}), None)


def known_goods(desk: Desk, goods: Goods, near: Told | None) -> bool:
    """ "die Waffen", "diese Raketen": goods told before; counted ("die ersten 30 Panzer") only if of the same sort."""
    if not goods.phrases:
        return True
    first = goods.phrases[0]
    if first.determiner is None or first.owners:
        return False
    same = near is not None and {i.concept for i in goods.items} <= {i.concept for i in near.goods.items}
    return first.quantity is None or same


def taker_before(desk: Desk, match: Match, supplier: str, goods: Goods, told: list[Told]) -> str | None:
    """Who gets what a supplier gives, where the sentence does not say: who has paid with other goods ("im Gegenzug"),
    who got something from the supplier, or right before, or of the same goods, or all that was told of."""
    if in_return(desk, match):
        paid = next((t.supplier for t in reversed(told) if t.recipient == supplier), None)
        return paid or paired(desk, match.clause, supplier) or backer_of(desk, supplier)
    told = told if goods.arms or not goods.items else [t for t in told if not t.whole]
    same = [t.recipient for t in reversed(told) if t.supplier == supplier and t.recipient is not None]
    near, alike = near_told(desk, match.at, told), told_of(desk, match.at, goods, told)
    lent = [t.recipient for t in (near, alike) if t is not None and _is_here(desk, match.at, t)]
    found = [*same, *lent, shooter(desk, match.clause), _beneficiary(desk, match.at, supplier), _only_taker(told)]
    named = _first_fit(desk, supplier, found) or people_above(desk, match.clause, supplier)
    if named is None and (goods.arms or _is_know_how(goods)):
        named = paired(desk, match.clause, supplier)
    named = named or (backed_by(desk, supplier) if goods.arms else None)
    if named is None and (goods.arms or _is_know_how(goods)):
        named = other_side(desk, match.at, supplier, told)
    guessed = (partner(desk.scene, supplier), only_other(desk, match.at, supplier) if goods.arms else None)
    return named or _first_fit(desk, supplier, guessed)


def _first_fit(desk: Desk, supplier: str, found: Iterable[str | None]) -> str | None:
    """The first of those who may get something whose enemies the supplier does not arm."""
    named = (one for one in found if one is not None and one != supplier)
    return next((one for one in named if not are_opposed(desk, supplier, one)), None)


def _is_here(desk: Desk, position: int, before: Told) -> bool:
    """Whether a transfer was told in the same paragraph as a token, or the paragraph names who got it; one to a state
    that others send soldiers to says nothing of what is given elsewhere."""
    paragraph = desk.scene.sentence_of(position).paragraph
    allied = (before.supplier, before.recipient) in desk.pairs
    if desk.scene.sentence_of(before.at).paragraph == paragraph or not allied:
        return True
    here = (s.number for s in desk.scene.text.sentences if s.paragraph == paragraph)
    return any(power_of(desk, n) == before.recipient for s in here for n in desk.scene.nominals[s] if n.actor)


def main_pair(desk: Desk, told: list[Told]) -> tuple[str, str] | None:
    """Who gives and who gets in most of what an article tells, its deployments included; None where nobody does."""
    given = [(t.supplier, t.recipient) for t in told if t.goods.arms and t.supplier is not None]
    pairs = Counter((giver, taker) for giver, taker in [*given, *desk.pairs] if taker is not None)
    ranked = pairs.most_common(1)
    return ranked[0][0] if ranked and 2 * ranked[0][1] > pairs.total() else None


def other_side(desk: Desk, position: int, supplier: str, told: list[Told]) -> str | None:
    """Who got from a supplier, or gave to it, in the last transfer near before."""
    near = near_told(desk, position, told, back=_SAME_GOODS)
    if near is None or supplier not in {near.supplier, near.recipient}:
        return None
    return near.recipient if near.supplier == supplier else near.supplier


def _teacher(desk: Desk, match: Match, recipient: str, goods: Goods, told: list[Told]) -> str | None:
    """Who gives know-how: the one that weapons are exchanged or soldiers shared with."""
    if not _is_know_how(goods):
        return None
    return counterpart(told, recipient) or paired(desk, match.clause, recipient)


def _is_know_how(goods: Goods) -> bool:
    return any(item.concept == "know-how" for item in goods.items)


def counterpart(told: list[Told], power: str) -> str | None:
    """The one other side of all transfers to and from a state."""
    named = [t for t in told if power in {t.supplier, t.recipient} and not t.whole]
    others = {t.recipient if t.supplier == power else t.supplier for t in named}
    known = others - {None}
    return known.pop() if len(known) == 1 else None


def _only_taker(told: list[Told]) -> str | None:
    """The one who gets everything in an article of several suppliers."""
    takers = {t.recipient for t in told if t.recipient is not None}
    suppliers = {t.supplier for t in told if t.supplier is not None and t.recipient is not None}
    return takers.pop() if len(takers) == 1 and len(suppliers) > 1 else None


def giver_before(desk: Desk, match: Match, recipient: str, goods: Goods, told: list[Told]) -> str | None:
    """Who gives, where the sentence names only who gets: who paid before, or the one who gave right before."""
    row, near = match.row, near_told(desk, match.at, told)
    gets = isinstance(row, ArmsTransferRow) and row.pattern is Pattern.GET
    if in_return(desk, match) or (gets and near is not None and near.supplier == recipient):
        paid = next((t.recipient for t in reversed(told) if t.supplier == recipient), None)
        return paid or paired(desk, match.clause, recipient) or backed_by(desk, recipient)
    alike = told_of(desk, match.at, goods, told)
    if alike is not None and alike.recipient is None and alike.supplier not in {None, recipient}:
        return alike.supplier
    for before in (near, alike):
        same = (
            before is not None and before.recipient == recipient and (goods.number or known_goods(desk, goods, before))
        )
        if before is not None and (same or (before is alike and before.recipient == recipient)):
            return before.supplier
    givers = {t.supplier for t in told if t.recipient == recipient and t.supplier is not None and not t.whole}
    known = goods.arms or (near is not None and near.recipient == recipient)
    if gets and len(givers) == 1 and known:
        return givers.pop()
    if isinstance(row, ArmsTransferRow) and row.market and goods.arms and (seller := dealer(desk.scene, recipient)):
        return seller
    if not goods.arms:
        return _teacher(desk, match, recipient, goods, told)
    helper = announcer(desk, match.clause, recipient) or helper_before(desk, match.at, recipient)
    return helper or (paired(desk, match.clause, recipient) if gets else None)


def of_denier(told: list[Told], denier: str | None) -> Told | None:
    """The last transfer, of weapons before other goods, that somebody was a party to who denies it without a word of
    the parties."""
    own = [t for t in reversed(told) if denier is not None and denier in {t.supplier, t.recipient}]
    arms = [t for t in own if t.goods.arms] or own
    return next((t for t in arms if t.supplier == denier), arms[0] if arms else None)


def _beneficiary(desk: Desk, position: int, supplier: str) -> str | None:
    """Whom help is for in the sentence of a token or the two before ("ein Hilfspaket für die Ukraine")."""
    scene = desk.scene
    number = scene.sentence_of(position).number
    for sentence in reversed(scene.nominals[max(number - _NEAR, 0) : number + 1]):
        if not any(scene.is_noun(n, "help") or n.item is not None for n in sentence):
            continue
        for nominal in sentence:
            helped = power_of(desk, chain_after(scene, nominal)[0]) if allies_of(scene, nominal) is not None else None
            if helped not in {None, supplier}:
                return helped
            fits = nominal.preposition is not None and scene.is_a(nominal.preposition, "for") and nominal.item is None
            power = power_of(desk, nominal) if fits else None
            if power is not None and power != supplier:
                return power
    return None
