"""The roles of an arms transfer: supplier, recipient, goods, from the words around a verb or noun."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.arms_moves import BY_GOODS
from kg.extract.claims.arms_parties import Roles, giver_and_taker, power_of, prepositional
from kg.extract.claims.arms_told import (
    Told,
    giver_before,
    known_goods,
    more_goods,
    near_told,
    of_denier,
    taker_before,
    told_of,
    user_of,
)
from kg.extract.claims.drafts import Desk
from kg.extract.claims.frames import Match, chain_after
from kg.extract.claims.goods import Goods, allies_of, compound_goods, goods_before, goods_in
from kg.extract.claims.goods_phrases import goods_phrases
from kg.extract.claims.governors import govern
from kg.extract.claims.modality import Effect
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.slots import owner, parties, subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.lang.frames import Need
from kg.model import Actor, ActorKind, ArmsTransfer, Clause, ClauseKind

__all__ = ["Roles", "Transfer", "contrast", "instead", "noun_roles", "verb_roles"]


class Transfer(NamedTuple):
    """An arms transfer and the actors that it names beyond the mentions."""

    claim: ArmsTransfer
    actors: tuple[Actor, ...]


def verb_roles(desk: Desk, match: Match, row: ArmsTransferRow, told: list[Told]) -> Roles | None:
    """The roles of a transfer that a verb tells of; None where no goods are named.

    `told`: the transfers told before, which lend their roles to phrases such as "an die Front".
    """
    scene, clause = desk.scene, match.clause
    inside = scene.inside(clause)
    goods = _goods(desk, match, row, told)
    if goods is None:
        return None
    if row.pattern in BY_GOODS:
        return BY_GOODS[row.pattern](desk, match, goods, told)
    top = subject(scene, clause)
    supplier, recipient, used = giver_and_taker(desk, row, clause, inside, top)
    if Need.PLACE in row.needs and recipient is None:
        return None
    positions = (match.at, *clause.verbs, *goods.positions, *(p for n in used for p in (n.first, n.last - 1)))
    pronoun = top is None and any(n.pronoun and "nom" in n.cases for n in inside)
    if supplier is None and pronoun and row.pattern is not Pattern.GET:
        supplier = _speaker(desk, match)
    elif recipient is None and any(n.pronoun and n.lemma in scene.words.jobs["self"] for n in inside):
        recipient = _speaker(desk, match) if row.pattern is Pattern.GET else None
    near = near_told(desk, match.at, told) or told_of(desk, match.at, goods, told)
    lent = near is not None and (clause.passive or known_goods(desk, goods, near))
    if supplier is None and recipient is None and near is not None and lent:
        return Roles(near.supplier, near.recipient, goods, positions, False)
    explicit = supplier is not None and recipient is not None
    supplier, recipient = _filled(desk, match, (supplier or _company(top, row), recipient), goods, told)
    actors = tuple(a for n in used if (a := allies_of(scene, n)) is not None)
    return Roles(supplier, recipient, goods, positions, explicit, actors)


def _filled(
    desk: Desk, match: Match, roles: tuple[str | None, str | None], goods: Goods, told: list[Told]
) -> tuple[str | None, str | None]:
    """Supplier and recipient, one of them from what was told before where the sentence names the other alone."""
    supplier, recipient = roles
    gets = isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.GET
    if supplier is None and recipient is not None:
        return giver_before(desk, match, recipient, goods, told), recipient
    if supplier is not None and recipient is None and not gets:
        return supplier, taker_before(desk, match, supplier, goods, told)
    return roles


def _company(top: Nominal | None, row: ArmsTransferRow) -> str | None:
    """A company that no registry knows and that gives itself ("Rheinmetall könne 139 Panzer liefern")."""
    if top is None or top.actor is None or row.pattern is Pattern.GET:
        return None
    actor = top.actor.actor
    return actor.id if actor.kind is ActorKind.ORGANISATION and not actor.registered else None


def _goods(desk: Desk, match: Match, row: ArmsTransferRow, told: list[Told]) -> Goods | None:
    """What is given: named in the clause, before it, or told by a number alone."""
    inside = desk.scene.inside(match.clause)
    goods = goods_in(desk, goods_phrases(desk, match, inside, row))
    if goods is not None:
        return goods
    if row.pattern is Pattern.SUPPLY:
        alone = not any(n.item is not None for n in inside) and desk.scene.lemma(match.at) in row.alone
        return goods_before(desk, match) if alone else None
    return more_goods(desk, match, told) if row.pattern in _TELL_MORE else None


_TELL_MORE = frozenset({Pattern.GIVE, Pattern.GET, Pattern.AGAIN, Pattern.FIRE})


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


def instead(desk: Desk, match: Match, roles: Roles) -> Roles | None:
    """ "keine Waffen, wohl aber Schutzwesten": the goods that are given after all."""
    scene = desk.scene
    for other in scene.text.clauses:
        if other.parent != match.clause.number or other.kind is not ClauseKind.FRAGMENT or other.first <= match.at:
            continue
        but = any(scene.is_a(p, "but") for p in range(other.first, min(other.first + 2, other.last)))
        goods = goods_in(desk, scene.inside(other)) if but and not scene.is_a(other.first, "not") else None
        if goods is not None:
            return roles._replace(goods=goods, positions=(*roles.positions, *goods.positions))
    return None


def _described(desk: Desk, match: Match, nominal: Nominal) -> str | None:
    """ "das bedrängte Land": the state named last before it."""
    if nominal.lemma not in desk.scene.words.jobs["land"]:
        return None
    before = [n for n in desk.scene.nominals[desk.scene.sentence_of(match.at).number] if n.last <= nominal.first]
    return next((p for n in reversed(before) if n.actor and (p := desk.scene.power(n.actor.actor)) is not None), None)


def noun_roles(desk: Desk, match: Match, told: list[Told]) -> Roles | None:
    """The roles of a transfer that a noun tells of; None where no goods are named."""
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    chain = chain_after(scene, noun)
    goods = compound_goods(desk, noun, match.row.nouns) or goods_in(desk, chain[:2]) or goods_in(desk, [noun])
    goods = goods or _another(desk, match, noun, told)
    if goods is None:
        return None
    if isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.FIRE:
        return _used(desk, match, goods, told)
    supplier = owner(scene, noun) or next((o for n in goods.phrases if n is not noun and (o := owner(scene, n))), None)
    to = prepositional(desk, chain, "recipient")
    by = prepositional(desk, chain, "agent") or prepositional(desk, chain, "source")
    supplier = power_of(desk, by) if by is not None else supplier
    recipient = power_of(desk, to)
    explicit = supplier is not None and recipient is not None
    supplier, recipient = _noun_parties(desk, match, goods, (supplier, recipient), told)
    used = [n for n in (to, by) if n is not None]
    positions = (match.at, noun.first, *goods.positions, *(p for n in used for p in (n.first, n.last - 1)))
    return Roles(supplier, recipient, goods, positions, explicit)


def _noun_parties(
    desk: Desk, match: Match, goods: Goods, named: tuple[str | None, str | None], told: list[Told]
) -> tuple[str | None, str | None]:
    """Supplier and recipient of a noun: as `named`, else from the clause above and from what was told before."""
    scene, (supplier, recipient) = desk.scene, named
    assert match.nominal is not None
    government = govern(scene, match.nominal, desk.signs)
    above, near = government.clause or match.clause, near_told(desk, match.at, told)
    if Effect.DENIED in government.effects and not government.own and recipient is None:
        denier = power_of(desk, subject(scene, above))
        if supplier is not None:
            return supplier, denier if denier != supplier else taker_before(desk, match, supplier, goods, told)
        before = of_denier(told, denier) or (near if _speaker(desk, match) is None else None)
        if denier is not None or before is not None:
            return (before.supplier, before.recipient) if before is not None else (None, None)
    elif Need.FOREIGN in match.row.needs:
        return None, None
    if supplier is None and not above.passive and above.lemma not in scene.words.jobs["of-others"]:
        supplier = power_of(desk, subject(scene, above)) or _speaker(desk, match)
    recipient = recipient or _promised(desk, above, supplier)
    known = not goods.phrases or known_goods(desk, goods, near)
    if supplier is None and recipient is None and near is not None and known:
        supplier, recipient = near.supplier, near.recipient
    if supplier is not None and recipient is None:
        recipient = taker_before(desk, match, supplier, goods, told)
    return supplier, recipient


def _promised(desk: Desk, above: Clause, supplier: str | None) -> str | None:
    """ "sagte dem Iran die Lieferung von Drohnen zu": the dative of a verb of promising."""
    if above.passive or above.lemma not in desk.scene.words.jobs["promise"]:
        return None
    named = [power_of(desk, n) for n in parties(desk.scene, desk.scene.inside(above))]
    return next((one for one in named if one not in {None, supplier}), None)


def _another(desk: Desk, match: Match, noun: Nominal, told: list[Told]) -> Goods | None:
    """ "eine weitere Lieferung": of the goods of the transfer before."""
    near = near_told(desk, match.at, told)
    further = any(desk.scene.is_a(p, "further") for p in range(noun.first, noun.head))
    return near.goods._replace(phrases=(), positions=(noun.head,)) if further and near is not None else None


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


def _speaker(desk: Desk, match: Match) -> str | None:
    """The state of whoever announces it ("Wir würden die Lieferung von Waffen …")."""
    here = desk.scene.text.tokens[match.at].span
    for statement in desk.scene.statements:
        if statement.content.contains(here) and statement.speakers:
            return desk.scene.power(desk.scene.actors.get(statement.speakers[0]))
    return None
