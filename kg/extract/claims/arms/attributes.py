"""Transfers told inside a noun phrase: "die von Polen gelieferten Panzer", "polnische Panzer für die Ukraine"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.claims.arms.goods import Goods, goods_in
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.powers import power_of, prepositional
from kg.extract.claims.arms.stationed import guest_land
from kg.extract.claims.arms.told import Told, giver_before, main_pair, taker_before, told_of
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner, subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern

__all__ = ["armed", "attribute_roles", "bound_for", "bound_roles"]


_TRANSFERS = frozenset({Pattern.GIVE, Pattern.SUPPLY, Pattern.GET})


def attribute_roles(desk: Desk, match: Match, told: list[Told]) -> Roles | None:
    """The roles of a transfer that a participle before the goods tells of; at least one of them stands beside it."""
    noun = match.nominal
    goods = goods_in(desk, [noun]) if noun is not None else None
    if noun is None or goods is None:
        return None
    inner = _inner(desk, match, noun)
    by = prepositional(desk, inner, "agent") or prepositional(desk, inner, "source")
    to = prepositional(desk, inner, "recipient")
    supplier, recipient = power_of(desk, by) or owner(desk.scene, noun), power_of(desk, to)
    if isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.STATIONED:
        there = guest_land(desk, inner, supplier)
        return Roles(supplier, there[1], goods, (match.at, *goods.positions), True) if there is not None else None
    if isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.FIRE:
        supplier, recipient = owner(desk.scene, noun), power_of(desk, by)
        return Roles(supplier, recipient, goods, (match.at, *goods.positions), True) if supplier and recipient else None
    free = supplier is None and recipient is None and goods.arms and not _is_told(desk, match)
    if free and (pair := _pair(desk, match, goods, told)) is not None:
        pair = _by_subject(desk, match, noun, pair)
        return Roles(*pair, goods, (match.at, noun.first, *goods.positions), True) if pair is not None else None
    explicit = supplier is not None or recipient is not None
    if supplier is not None and recipient is None:
        recipient = taker_before(desk, match, supplier, goods, told)
    elif recipient is not None and supplier is None:
        supplier = giver_before(desk, match, recipient, goods, told)
    first = min((n.first for n in inner), default=noun.first)
    return Roles(supplier, recipient, goods, (match.at, first, *goods.positions), explicit) if explicit else None


def _is_told(desk: Desk, match: Match) -> bool:
    """Whether the verb of the clause tells of a transfer itself ("lieferte die zugesagten Panzer")."""
    rows = (r for r in desk.language.table(ArmsTransferRow).values() if r.pattern in _TRANSFERS)
    return any(match.clause.lemma in row.verbs for row in rows)


def _by_subject(desk: Desk, match: Match, noun: Nominal, pair: tuple[str, str]) -> tuple[str, str] | None:
    """Who gives and who gets, where somebody else acts in the clause and no article takes up goods told before: "Oslo
    hält zugesagte Panzer für Mali zurück"."""
    top = subject(desk.scene, match.clause) if not match.clause.passive and noun.determiner is None else None
    acts = power_of(desk, top) if top is not None and not desk.scene.speaks(top) else None
    if acts is None or acts in pair:
        return pair
    to = power_of(desk, prepositional(desk, chain_after(desk.scene, noun)[:2], "for"))
    return (acts, to) if to not in {None, acts} and to is not None else None


def _pair(desk: Desk, match: Match, goods: Goods, told: list[Told]) -> tuple[str, str] | None:
    """ "die Zahl der gelieferten Granaten": who gives and who gets in the last transfer of the like, else in most."""
    before = told_of(desk, match.at, goods, told)
    if before is not None and before.supplier is not None and before.recipient is not None:
        return before.supplier, before.recipient
    return main_pair(desk, told)


def _inner(desk: Desk, match: Match, noun: Nominal) -> list[Nominal]:
    """The phrases between the article of the goods and the participle, last one first."""
    found: list[Nominal] = []
    end = match.at
    for nominal in reversed(desk.scene.nominals[desk.scene.sentence_of(match.at).number]):
        if nominal.last > end:
            continue
        between = [desk.scene.text.tokens[p].tag for p in range(nominal.last, end)]
        if nominal.preposition is None or any(tag not in {"ADV", "ADJD", "PTKNEG"} for tag in between):
            break
        found.append(nominal)
        end = nominal.preposition
        if noun.first < nominal.first and noun.determiner is not None and noun.determiner >= end - 1:
            break
    return found


def bound_roles(desk: Desk, match: Match) -> Roles | None:
    """The roles that goods of a foreign make with a recipient behind them tell."""
    noun = match.nominal
    goods = goods_in(desk, [noun]) if noun is not None else None
    if noun is None or goods is None:
        return None
    to = prepositional(desk, chain_after(desk.scene, noun)[:2], "for")
    supplier, recipient = owner(desk.scene, noun), power_of(desk, to)
    if to is None or supplier is None or recipient is None:
        return None
    return Roles(supplier, recipient, goods, (match.at, *goods.positions, to.last - 1), True)


def armed(scene: Scene) -> tuple[int, ...]:
    """The numbers of the sentences that name weapons: the noun phrases of the others need not be read."""
    arms = frozenset(n for n in scene.vocabulary if (item := scene.words.item(n)) is not None and item.arms)
    found = (s for s in scene.text.sentences if not arms.isdisjoint(scene.nouns[s.first : s.last]))
    return tuple(sentence.number for sentence in found) if arms else ()


def bound_for(desk: Desk) -> Iterator[Match]:
    """The goods of a foreign make with a recipient right behind ("polnische Panzer für die Ukraine")."""
    row = next(r for r in desk.language.table(ArmsTransferRow).values() if r.pattern is Pattern.FOR)
    scene = desk.scene
    for number in armed(scene):
        for nominal in scene.nominals[number]:
            if nominal.item is None or not nominal.item.arms:
                continue
            clause = scene.clause_at(nominal.head)
            if clause is not None and any(_for(desk, n) for n in chain_after(scene, nominal)[:2]):
                yield Match(row, How.NOUN, nominal.head, clause, nominal)


def _for(desk: Desk, nominal: Nominal) -> bool:
    return nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "for")
