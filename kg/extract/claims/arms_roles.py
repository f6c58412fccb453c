"""The roles of an arms transfer: supplier, recipient, goods, from the words around a verb or noun."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.extract.claims.arms_parties import giver_and_taker, power_of, prepositional
from kg.extract.claims.context import partner
from kg.extract.claims.drafts import Desk
from kg.extract.claims.frames import Match, chain_after
from kg.extract.claims.goods import Goods, allies_of, compound_goods, goods_before, goods_in
from kg.extract.claims.governors import govern
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.slots import antecedent, owner, subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
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
    goods = goods_in(desk, _goods_phrases(desk, match, inside, row))
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
    if supplier is None and recipient is None and near is not None and _known(desk, goods):
        return Roles(near.supplier, near.recipient, goods, positions, False)
    if supplier is None and near is not None and row.pattern is Pattern.GET and recipient == near.supplier:
        supplier = near.recipient
    supplier, recipient, explicit = _complete(desk, row, supplier, recipient, found)
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


def _goods_phrases(desk: Desk, match: Match, inside: tuple[Nominal, ...], row: ArmsTransferRow) -> Iterable[Nominal]:
    """The noun phrases that can be what is given: after "mit" for the verbs of supplying, else without preposition."""
    scene, clause, at = desk.scene, match.clause, match.at
    if row.pattern is Pattern.FIRE:
        fired = [n for n in inside if n.item is not None and _is_fired(desk, n)]
        if fired:
            return fired
    if row.pattern is Pattern.SUPPLY:
        return [n for n in inside if n.preposition is not None and scene.is_a(n.preposition, "with")]
    free = [n for n in inside if n.item is not None and (_free(desk, n) or (row.idioms and _for(desk, n)))]
    earlier = [p for p in clause.verbs if p < at and scene.text.tokens[p].tag in {"VVPP", "VVFIN"}]
    free = [n for n in free if n.head > max(earlier, default=-1)] or free
    free += [n for one in free[-1:] for n in _coordinated_after(desk, one) if n not in free]
    if not free and clause.kind is ClauseKind.RELATIVE and (before := antecedent(scene, clause)) is not None:
        return [before]
    return free


def _coordinated_after(desk: Desk, nominal: Nominal) -> list[Nominal]:
    """The goods that are listed after one, even where a comma makes a part of their own of them."""
    sentence = desk.scene.nominals[desk.scene.sentence_of(nominal.head).number]
    more: list[Nominal] = []
    for after in sentence[sentence.index(nominal) + 1 :]:
        if after.item is None or not (after.coordinated or after.first - (more or [nominal])[-1].last <= 1):
            break
        more.append(after)
    return more


def _is_fired(desk: Desk, nominal: Nominal) -> bool:
    """ "mit nordkoreanischen Raketen beschossen", "feuerte iranische Drohnen ab"."""
    return nominal.preposition is None or desk.scene.is_a(nominal.preposition, "with")


def _free(desk: Desk, nominal: Nominal) -> bool:
    """Without preposition, or counted: "Millionen an Granaten", "40 vom Typ Scalp"."""
    if nominal.preposition is None or _is_held(desk, nominal):
        return True
    before = nominal.preposition - 1
    counted = any(q.last - 1 == before for q in desk.scene.mentions.quantities)
    return counted or desk.scene.is_a(nominal.preposition, "to-goods")


def _is_held(desk: Desk, nominal: Nominal) -> bool:
    """ "eine kleine Zahl von Drohnen"."""
    before = [n for n in desk.scene.nominals[desk.scene.sentence_of(nominal.head).number] if n.last <= nominal.first]
    holder = before[-1] if before and nominal.attached else None
    return holder is not None and holder.people is not None and holder.people.holds and holder.preposition is None


def _for(desk: Desk, nominal: Nominal) -> bool:
    """ "Zugang zu Technologie"."""
    return nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "purpose")


def _complete(
    desk: Desk, row: ArmsTransferRow, supplier: str | None, recipient: str | None, found: list[Transfer]
) -> tuple[str | None, str | None, bool]:
    """Fills a missing role from what the article told before; the last value: whether both were named here."""
    explicit = supplier is not None and recipient is not None
    if supplier is not None and recipient is None and row.pattern is not Pattern.GET:
        recipient = _last_recipient(found, supplier) or partner(desk.scene, supplier)
    return supplier, recipient, explicit


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
    top = subject(scene, above)
    if supplier is None and not above.passive:
        supplier = power_of(desk, top) or _speaker(desk, match)
    if supplier is None and recipient is None and (near := _near(desk, match, found)) is not None:
        supplier, recipient = near.supplier, near.recipient
    recipient = recipient or (_last_recipient(found, supplier) if supplier is not None else None)
    if recipient is None and (near := _near(desk, match, found)) is not None and near.recipient != supplier:
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
