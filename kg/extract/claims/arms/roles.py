"""The roles of an arms transfer that a verb tells of: supplier, recipient, goods."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.arms.apart import named_apart
from kg.extract.claims.arms.described import by_description
from kg.extract.claims.arms.equipped import equipped
from kg.extract.claims.arms.goods import Goods, allies_of, goods_before, goods_in
from kg.extract.claims.arms.goods_names import listed_after, with_list, with_names
from kg.extract.claims.arms.goods_phrases import goods_phrases
from kg.extract.claims.arms.goods_pronouns import pronoun_goods
from kg.extract.claims.arms.goods_told import are_told_again, counts_some, more_goods, packed_goods, some_of
from kg.extract.claims.arms.moves import BY_GOODS
from kg.extract.claims.arms.near import only_other, paired
from kg.extract.claims.arms.parties import Roles, giver_and_taker, helpers
from kg.extract.claims.arms.parts import shared_taker
from kg.extract.claims.arms.powers import meant_by_pronoun, power_of, prepositional, speaker_state
from kg.extract.claims.arms.takers import names_friend
from kg.extract.claims.arms.told import (
    Told,
    counterpart,
    giver_before,
    known_goods,
    main_pair,
    near_told,
    other_side,
    taker_before,
    told_of,
)
from kg.extract.claims.arms.unknown import names_unknown
from kg.extract.claims.arms.users import user_inside
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import acting_before, owner, subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.lang.frames import Need
from kg.model import Actor, ActorKind, ArmsTransfer, Clause, ClauseKind

__all__ = ["Roles", "Transfer", "verb_roles"]


class Transfer(NamedTuple):
    """An arms transfer and the actors that it names beyond the mentions."""

    claim: ArmsTransfer
    actors: tuple[Actor, ...]


def verb_roles(desk: Desk, match: Match, row: ArmsTransferRow, told: list[Told]) -> Roles | None:
    """The roles of a transfer that a verb tells of; None where no goods are named.

    `told`: the transfers told before, which lend their roles to phrases such as "an die Front".
    """
    scene, clause = desk.scene, match.clause
    inside = with_list(desk, clause)
    goods = _goods(desk, match, row, told)
    got = row.pattern is Pattern.GIVE and _is_got(desk, match)
    if goods is None or got or (row.pattern is Pattern.GET and _passed_on(desk, match)) or _is_there(desk, match):
        return None
    if row.pattern in BY_GOODS:
        return BY_GOODS[row.pattern](desk, match, goods, told)
    top = None if _pronoun_gives(desk, match, row, goods) else helpers(desk, match) or subject(scene, clause)
    supplier, recipient, used = giver_and_taker(desk, row, clause, inside, top)
    supplier, recipient = (recipient, supplier) if _has_it_paid(desk, match, row) else (supplier, recipient)
    supplier = supplier or _weigher(desk, clause)
    recipient = recipient or (shared_taker(desk, clause) if row.pattern is Pattern.GIVE else None)
    made = clause.lemma in scene.words.jobs["make-verb"]
    lent = clause.passive and not made and supplier is None and near_told(desk, match.at, told) is not None
    if Need.PLACE in row.needs and recipient is None and (not lent or are_told_again(desk, goods)):
        return None
    positions = (match.at, *clause.verbs, *goods.positions, *(p for n in used for p in (n.first, n.last - 1)))
    supplier, recipient = equipped(desk, match, goods) or _meant(desk, match, row, top, (supplier, recipient))
    near = near_told(desk, match.at, told) or told_of(desk, match.at, goods, told)
    lent = near is not None and (clause.passive or known_goods(desk, goods, near)) and (goods.arms or not near.whole)
    if supplier is None and recipient is None and near is not None and lent:
        sides = (near.supplier, near.recipient)
        return Roles(*(sides[::-1] if row.returns and not near.whole else sides), goods, positions, False)
    given = clause.passive and row.pattern is Pattern.GIVE and goods.arms
    if supplier is None and recipient is None and given and (pair := main_pair(desk, told)) is not None:
        return Roles(*pair, goods, positions, False)
    supplier = supplier or (_made_by(desk, goods, recipient) if clause.passive or Need.PLACE in row.needs else None)
    explicit = supplier is not None and recipient is not None
    recipient = recipient or (_paid_owner(desk, inside, supplier) if row.returns else None)
    supplier, recipient = by_description(desk, match, (supplier or _company(top, row), recipient), told)
    supplier, recipient = _filled(desk, match, (supplier, recipient), goods, told)
    actors = tuple(a for n in used if (a := allies_of(scene, n)) is not None)
    return Roles(supplier, recipient, goods, positions, explicit, actors)


def _has_it_paid(desk: Desk, match: Match, row: ArmsTransferRow) -> bool:
    """ "lässt sich seine Hilfe mit Öl bezahlen": the subject gets what it has itself paid with."""
    return row.returns and any(desk.scene.is_a(p, "let") for p in match.clause.verbs)


def _is_got(desk: Desk, match: Match) -> bool:
    """ "bekam 60 Drohnen geschenkt": told by the verb of getting beside it."""
    finite = match.clause.finite
    return finite is not None and finite != match.at and desk.scene.lemma(finite) in desk.scene.words.jobs["obtain"]


def _weigher(desk: Desk, clause: Clause) -> str | None:
    """ "Oslo prüft, ob Panzer abgegeben werden": who weighs or plans what a passive clause tells."""
    above = desk.scene.text.clauses[clause.parent] if clause.passive and clause.parent is not None else None
    own = above is not None and above.lemma in desk.scene.words.jobs["of-self"]
    return power_of(desk, subject(desk.scene, above)) if own and above is not None else None


def _paid_owner(desk: Desk, inside: tuple[Nominal, ...], supplier: str | None) -> str | None:
    """ "bezahlt die nordkoreanischen Granaten mit Öl": whose the goods are that somebody pays for."""
    bought = (
        n for n in inside if n.item is not None and (n.preposition is None or desk.scene.is_a(n.preposition, "for"))
    )
    return next((o for n in bought if (o := owner(desk.scene, n)) not in {None, supplier}), None)


def _is_there(desk: Desk, match: Match) -> bool:
    """ "es gibt": tells that there is something, not that somebody gives it."""
    inside = desk.scene.inside(match.clause)
    there = match.clause.lemma in desk.scene.words.jobs["exist"] and prepositional(desk, inside, "recipient") is None
    return there and any(n.pronoun and desk.scene.is_a(n.head, "impersonal") for n in inside)


def _pronoun_gives(desk: Desk, match: Match, row: ArmsTransferRow, goods: Goods) -> bool:
    """Whether a pronoun is the subject of a verb of giving whose object the goods are: "weil sie Russland Teile
    geliefert hätten"."""
    inside = desk.scene.inside(match.clause)
    if row.pattern not in _HAVE_OBJECTS or match.clause.passive or not any(n in inside for n in goods.phrases):
        return False
    acting = [n for n in inside if n.pronoun and "nom" in n.cases]
    if row.pattern is Pattern.SUPPLY:  # "sie unterstütze Polen", but "Polen unterstütze sie"
        named = next((n.first for n in inside if n.actor is not None and n.preposition is None and not n.pronoun), None)
        acting = [n for n in acting if named is not None and n.first < named]
    one = (n.lemma in desk.scene.words.jobs["self"] for n in acting)
    return any(one) or any(desk.scene.text.tokens[n.head].tag == "PPER" for n in acting)


def _meant(
    desk: Desk, match: Match, row: ArmsTransferRow, top: Nominal | None, roles: tuple[str | None, str | None]
) -> tuple[str | None, str | None]:
    """Supplier and recipient with what a pronoun means in place of the subject."""
    clause, (supplier, recipient) = match.clause, roles
    inside = desk.scene.inside(clause)
    bound = top is not None or clause.kind is ClauseKind.RELATIVE or clause.passive
    pronoun = not bound and any(n.pronoun and "nom" in n.cases for n in inside)
    if row.pattern is Pattern.GET:
        self = any(n.pronoun and n.lemma in desk.scene.words.jobs["self"] for n in inside)
        return supplier, recipient or (speaker_state(desk, match) if self else None)
    meant = meant_by_pronoun(desk, match) if pronoun else None
    if row.pattern is Pattern.ASK:
        return supplier, recipient or meant
    if recipient is None and row.pattern is Pattern.GIVE and any(_is_him(desk, n) for n in inside):
        before = acting_before(desk.scene, clause.first)
        recipient = before if before != (supplier or meant) else None
    return supplier or meant, recipient


def _is_him(desk: Desk, nominal: Nominal) -> bool:
    """ "ihm": somebody told of before who gets it."""
    him = nominal.pronoun and nominal.preposition is None and nominal.cases == frozenset({"dat"})
    return him and desk.scene.is_a(nominal.head, "he")


def _made_by(desk: Desk, goods: Goods, recipient: str | None) -> str | None:
    """ "Der Ukraine wurden deutsche Panzer übergeben": whose the weapons are."""
    if recipient is None or not goods.arms:
        return None
    return next((o for n in goods.phrases if (o := owner(desk.scene, n)) not in {None, recipient}), None)


def _passed_on(desk: Desk, match: Match) -> bool:
    """ "will Granaten kaufen und an Kiew liefern": what is bought for somebody else is told by the other verb."""
    scene, clause = desk.scene, match.clause
    source = prepositional(desk, scene.inside(clause), "source") or prepositional(desk, scene.inside(clause), "agent")
    later = any(p > match.at and scene.text.tokens[p].tag.startswith("VV") for p in clause.verbs)
    return source is None and later and scene.is_a(match.at + 1, "and")


def _filled(
    desk: Desk, match: Match, roles: tuple[str | None, str | None], goods: Goods, told: list[Told]
) -> tuple[str | None, str | None]:
    """Supplier and recipient, one of them from what was told before where the sentence names the other alone."""
    supplier, recipient = roles
    gets = isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.GET
    if supplier is None and recipient is not None and _asks(match):
        asked = counterpart(told, recipient) or paired(desk, match.clause, recipient)
        return asked or (only_other(desk, match.at, recipient) if _asks_guest(desk, match) else None), recipient
    if supplier is None and recipient is not None:
        return giver_before(desk, match, recipient, goods, told), recipient
    if supplier is None or recipient is not None or names_unknown(desk, match):
        return roles
    if gets:
        return supplier, other_side(desk, match.at, supplier, told)
    if names_friend(desk, match):
        return supplier, other_side(desk, match.at, supplier, told)
    used = next((user for n in goods.phrases if (user := user_inside(desk, n)) not in {None, supplier}), None)
    return supplier, used or taker_before(desk, match, supplier, goods, told)


def _asks_guest(desk: Desk, match: Match) -> bool:
    """ "bat seinen Gast um Raketen": whether a description stands for who is asked."""
    free = (n for n in desk.scene.inside(match.clause) if n.preposition is None and n.actor is None)
    return any(desk.scene.is_noun(n, "guest") for n in free)


def _asks(match: Match) -> bool:
    return isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.ASK


def _company(top: Nominal | None, row: ArmsTransferRow) -> str | None:
    """A company that no registry knows and that gives itself ("Rheinmetall könne 139 Panzer liefern")."""
    if top is None or top.actor is None or top.attached or row.pattern in {Pattern.GET, Pattern.ASK}:
        return None
    actor = top.actor.actor
    return actor.id if actor.kind is ActorKind.ORGANISATION and not actor.registered else None


def _goods(desk: Desk, match: Match, row: ArmsTransferRow, told: list[Told]) -> Goods | None:
    """What is given: named in the clause, before it, or told by a number alone."""
    inside = with_names(desk, desk.scene.inside(match.clause))
    some = some_of(desk, match.clause) if row.pattern in _COUNTED else None
    goods = some or goods_in(desk, goods_phrases(desk, match, inside, row))
    if goods is not None or (goods := goods_in(desk, listed_after(desk, match.clause))) is not None:
        return goods
    if row.pattern in _TAKE_OBJECTS and (goods := goods_in(desk, named_apart(desk, match.clause))) is not None:
        return goods
    if row.pattern is Pattern.MOVE:
        return _pieces(desk, match, told)
    if row.pattern is Pattern.SUPPLY:
        alone = not any(n.item is not None for n in inside) and desk.scene.lemma(match.at) in row.alone
        return goods_before(desk, match) if alone else None
    if row.pattern not in _TELL_MORE:
        return None
    return more_goods(desk, match, told) or pronoun_goods(desk, match)


def _pieces(desk: Desk, match: Match, told: list[Told]) -> Goods | None:
    """What moves of the goods told before: a pronoun, "zwölf Stück", a lot of them."""
    counted = any(desk.scene.is_noun(n, "pieces") and n.quantity is not None for n in desk.scene.inside(match.clause))
    counted = counted or counts_some(desk, match.clause)
    pieces = more_goods(desk, match, told) if counted else None
    return pieces or pronoun_goods(desk, match) or packed_goods(desk, match, told)


_TAKE_OBJECTS = frozenset({Pattern.GIVE, Pattern.GET, Pattern.ASK})
_HAVE_OBJECTS = frozenset({Pattern.GIVE, Pattern.SUPPLY})
_COUNTED = frozenset({Pattern.GIVE, Pattern.GET, Pattern.AGAIN, Pattern.FIRE, Pattern.MOVE})
_TELL_MORE = frozenset({Pattern.GIVE, Pattern.GET, Pattern.AGAIN, Pattern.FIRE})
