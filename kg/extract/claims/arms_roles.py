"""The roles of an arms transfer: supplier, recipient, goods, from the words around a verb or noun."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.arms_parties import giver_and_taker, power_of, prepositional
from kg.extract.claims.context import partner
from kg.extract.claims.drafts import Desk
from kg.extract.claims.frames import Match, chain_after
from kg.extract.claims.goods import Goods, allies_of, compound_goods, goods_before, goods_in
from kg.extract.claims.goods_phrases import goods_phrases
from kg.extract.claims.governors import govern
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.slots import owner, subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.lang.frames import FrameRow
from kg.model import Actor, ArmsTransfer, ClauseKind

__all__ = ["Roles", "Transfer", "contrast", "noun_roles", "verb_roles"]


class Transfer(NamedTuple):
    """An arms transfer and the actors that it names beyond the mentions."""

    claim: ArmsTransfer
    actors: tuple[Actor, ...]


class Roles(NamedTuple):
    """What a match tells of a transfer."""

    supplier: str | None
    recipient: str | None
    goods: Goods
    positions: tuple[int, ...]
    explicit: bool
    actors: tuple[Actor, ...] = ()


def verb_roles(desk: Desk, match: Match, row: ArmsTransferRow, found: list[Transfer]) -> Roles | None:
    """The roles of a transfer that a verb tells of; None where no goods are named.

    `found`: the transfers told before, which lend their roles to phrases such as "an die Front".
    """
    scene, clause = desk.scene, match.clause
    inside = scene.inside(clause)
    goods = goods_in(desk, goods_phrases(desk, match, inside, row))
    if goods is None and row.pattern is Pattern.SUPPLY and not any(n.item is not None for n in inside):
        goods = goods_before(desk, match) if scene.lemma(match.at) in row.alone else None
    if goods is None:
        return None
    if row.pattern is Pattern.FIRE:
        return _fired(desk, match, inside, goods, found)
    top = subject(scene, clause)
    supplier, recipient, used = giver_and_taker(desk, row, clause, inside, top)
    positions = (match.at, *clause.verbs, *goods.positions, *(p for n in used for p in (n.first, n.last - 1)))
    pronoun = any(n.pronoun and "nom" in n.cases for n in inside)
    if supplier is None and pronoun and top is None and row.pattern is not Pattern.GET:
        supplier = _speaker(desk, match)
    near = _near(desk, match, found)
    if supplier is None and recipient is None and near is not None and (clause.passive or _known(desk, goods)):
        return Roles(near.supplier, near.recipient, goods, positions, False)
    if supplier is None and near is not None and row.pattern is Pattern.GET and recipient == near.supplier:
        supplier = near.recipient
    supplier, recipient, explicit = _complete(desk, match, (supplier, recipient), found)
    actors = tuple(a for n in used if (a := allies_of(scene, n)) is not None)
    return Roles(supplier, recipient, goods, positions, explicit, actors)


def contrast(desk: Desk, match: Match, roles: Roles) -> Roles | None:
    """ "…, nicht aber das Land selbst": who gets nothing; "das Land" is the one that the recipients belong to."""
    scene = desk.scene
    tokens = scene.text.tokens
    for other in scene.text.clauses:
        if other.parent != match.clause.number or other.kind is not ClauseKind.FRAGMENT or other.first <= match.at:
            continue
        if not scene.is_a(other.first, "not") or not any(scene.is_a(p, "but") for p in range(other.first, other.last)):
            continue
        for nominal in scene.inside(other):
            power = _described(desk, match, nominal) or power_of(desk, nominal)
            if power is not None and power not in {roles.supplier, roles.recipient}:
                last = other.last - (tokens[other.last - 1].tag.startswith("$"))
                return roles._replace(recipient=power, positions=(*roles.positions, last - 1), actors=())
    return None


def _described(desk: Desk, match: Match, nominal: Nominal) -> str | None:
    """ "das bedrängte Land": the state named last before it."""
    if nominal.lemma not in desk.scene.words.jobs["land"]:
        return None
    before = [n for n in desk.scene.nominals[desk.scene.sentence_of(match.at).number] if n.last <= nominal.first]
    return next((p for n in reversed(before) if n.actor and (p := desk.scene.power(n.actor.actor)) is not None), None)


def _complete(
    desk: Desk, match: Match, roles: tuple[str | None, str | None], found: list[Transfer]
) -> tuple[str | None, str | None, bool]:
    """Fills a missing recipient from what the article told before; the last value: whether both were named here."""
    (supplier, recipient), near = roles, _near(desk, match, found)
    explicit = supplier is not None and recipient is not None
    if supplier is not None and recipient is None and not _gets(match.row):
        recipient = _last_recipient(found, supplier)
        if recipient is None and near is not None and near.recipient != supplier:
            recipient = near.recipient
        recipient = recipient or partner(desk.scene, supplier)
    return supplier, recipient, explicit


def _gets(row: FrameRow) -> bool:
    return isinstance(row, ArmsTransferRow) and row.pattern is Pattern.GET


def _known(desk: Desk, goods: Goods) -> bool:
    """ "die Waffen", "diese Raketen": goods told before."""
    first = goods.phrases[0]
    return first.determiner is not None and first.quantity is None and not first.owners


def _last_recipient(found: list[Transfer], supplier: str) -> str | None:
    return next((f.claim.recipient for f in reversed(found) if f.claim.supplier == supplier), None)


def _fired(desk: Desk, match: Match, inside: tuple[Nominal, ...], goods: Goods, found: list[Transfer]) -> Roles | None:
    """Goods of foreign make in use: their maker has supplied whoever uses them."""
    scene = desk.scene
    phrase = goods.phrases[0]
    maker = owner(scene, phrase) or (_last_supplier(found) if _demonstrated(desk, phrase) else None)
    if maker is None:
        return None
    target = prepositional(desk, inside, "target")
    user = power_of(
        desk, prepositional(desk, inside, "agent") if match.clause.passive else subject(scene, match.clause)
    )
    if user is None or user == maker:
        user = (
            None
            if user == maker
            else _last_recipient(found, maker) or partner(scene, maker, other_than=power_of(desk, target))
        )
    if user is None:
        return None
    positions = (match.at, *match.clause.verbs, *goods.positions, *((target.head,) if target is not None else ()))
    return Roles(maker, user, goods, positions, True)


def _demonstrated(desk: Desk, phrase: Nominal) -> bool:
    return phrase.determiner is not None and desk.scene.is_a(phrase.determiner, "this")


def _last_supplier(found: list[Transfer]) -> str | None:
    return found[-1].claim.supplier if found else None


def noun_roles(desk: Desk, match: Match, found: list[Transfer]) -> Roles | None:
    """The roles of a transfer that a noun tells of; None where no goods are named."""
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    chain = chain_after(scene, noun)
    goods = compound_goods(desk, noun, match.row.nouns) or goods_in(desk, chain[:2]) or goods_in(desk, [noun])
    if goods is None:
        return None
    supplier = owner(scene, noun) or next((o for n in goods.phrases if n is not noun and (o := owner(scene, n))), None)
    to = prepositional(desk, chain, "recipient")
    by = prepositional(desk, chain, "agent") or prepositional(desk, chain, "source")
    supplier = power_of(desk, by) if by is not None else supplier
    recipient = power_of(desk, to)
    explicit = supplier is not None and recipient is not None
    above = govern(scene, noun, desk.signs).clause or match.clause
    near = _near(desk, match, found)
    if supplier is None and not above.passive and above.lemma not in scene.words.jobs["of-others"]:
        supplier = power_of(desk, subject(scene, above)) or _speaker(desk, match)
    if supplier is None and recipient is None and near is not None and _known(desk, goods):
        supplier, recipient = near.supplier, near.recipient
    recipient = recipient or (_last_recipient(found, supplier) if supplier is not None else None)
    if supplier is not None and recipient is None and near is not None and near.recipient != supplier:
        recipient = near.recipient
    used = [n for n in (to, by) if n is not None]
    positions = (match.at, noun.first, *goods.positions, *(p for n in used for p in (n.first, n.last - 1)))
    return Roles(supplier, recipient, goods, positions, explicit)


def _near(desk: Desk, match: Match, found: list[Transfer]) -> ArmsTransfer | None:
    """The last transfer, if told in this sentence or the two before."""
    number = desk.scene.sentence_of(match.at).number
    first = desk.scene.text.sentences[max(number - 2, 0)].start
    return found[-1].claim if found and found[-1].claim.evidence.start >= first else None


def _speaker(desk: Desk, match: Match) -> str | None:
    """The state of whoever announces it ("Wir würden die Lieferung von Waffen …")."""
    here = desk.scene.text.tokens[match.at].span
    for statement in desk.scene.statements:
        if statement.content.contains(here) and statement.speakers:
            return desk.scene.power(desk.scene.actors.get(statement.speakers[0]))
    return None
