"""Transfers told by the goods themselves: they are used, go somewhere, come from somewhere, or more of them follow."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.claims.arms.again import again
from kg.extract.claims.arms.fired import fired
from kg.extract.claims.arms.goods import Goods
from kg.extract.claims.arms.goods_counts import quantity_of
from kg.extract.claims.arms.goods_names import rest_of
from kg.extract.claims.arms.near import helper_before, paired
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.powers import acting, power_of, prepositional, where_party
from kg.extract.claims.arms.returns import in_return
from kg.extract.claims.arms.sides import are_opposed, backed_by
from kg.extract.claims.arms.stationed import stationed
from kg.extract.claims.arms.told import Told, counterpart, known_goods, main_pair, near_told, taker_before
from kg.extract.claims.arms.users import holder, user_inside, user_of
from kg.extract.claims.common.context import land_before
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.clause_parts import is_goal
from kg.extract.claims.grammar.frames import Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import is_genitive, owner, subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.lang.frames import Need
from kg.model import ClauseKind

__all__ = ["BY_GOODS"]


def _moved(desk: Desk, match: Match, goods: Goods, told: list[Told]) -> Roles | None:
    """ "serbische Munition gelangte über Prag in die Ukraine": who gets it is named, who gave it perhaps."""
    scene, inside = desk.scene, desk.scene.inside(match.clause)
    to = prepositional(desk, inside, "recipient") or prepositional(desk, inside, "toward")
    to = to or (where_party(desk, inside) if _takes_place(desk, match) else None)
    by = prepositional(desk, inside, "source") or prepositional(desk, inside, "agent")
    to = to or _shore(desk, inside)
    recipient = power_of(desk, to) or (owner(scene, to) if to is not None else None)
    supplier = acting(desk, by) or next((owner(scene, n) for n in goods.phrases[:1]), None)
    if recipient is None:
        return _on_the_way(desk, match, goods, supplier, told)
    near = near_told(desk, match.at, told)
    described = to is not None and to.actor is None and to.place is None and supplier in {None, recipient}
    if described and near is not None and None not in {near.supplier, near.recipient}:
        return Roles(near.supplier, near.recipient, goods, (match.at, *match.clause.verbs, *goods.positions), False)
    if supplier is None and near is not None and _same(desk, goods, near, recipient):
        supplier = near.supplier
    if supplier is None and goods.phrases and any(n.quantity is not None for n in goods.phrases):
        supplier = counterpart(told, recipient)
    supplier = supplier or _above(desk, match, recipient) or helper_before(desk, match.at, recipient)
    used = (p for n in (to, by) if n is not None for p in (n.first, n.last - 1))
    positions = (match.at, *match.clause.verbs, *goods.positions, *used)
    return Roles(supplier, recipient, goods, positions, supplier is not None)


def _above(desk: Desk, match: Match, recipient: str) -> str | None:
    """ "Oslo half mit Raketen aus, die in Kiew eintrafen": who acts above a relative clause on the goods."""
    clause = match.clause
    if clause.kind is not ClauseKind.RELATIVE or clause.parent is None:
        return None
    above = desk.scene.text.clauses[clause.parent]
    top = subject(desk.scene, above)
    acts = top is not None and not above.passive and not desk.scene.speaks(top)
    power = power_of(desk, top) if acts and above.lemma not in desk.scene.words.jobs["of-others"] else None
    return power if power != recipient else None


def _shore(desk: Desk, inside: tuple[Nominal, ...]) -> Nominal | None:
    """ "in nordkoreanische Häfen": whose the port is that goods go to."""
    goals = (n for n in inside if n.preposition is not None and desk.scene.is_a(n.preposition, "recipient"))
    return next((n for n in goals if desk.scene.is_noun(n, "port") and n.cases == frozenset({"acc"})), None)


def _on_the_way(desk: Desk, match: Match, goods: Goods, supplier: str | None, told: list[Told]) -> Roles | None:
    """ "die Raketen sind dort eingetroffen": goods whose recipient the sentence leaves to what was told before."""
    near, pair = near_told(desk, match.at, told), main_pair(desk, told)
    if near is not None and supplier is None and _comes_too(desk, match, goods, near, told):
        return Roles(near.supplier, near.recipient, goods, (match.at, *match.clause.verbs, *goods.positions), False)
    if near is not None and _takes_up(near, supplier):
        by = prepositional(desk, desk.scene.inside(match.clause), "source")
        used = (match.at, *match.clause.verbs, *goods.positions, *((by.first, by.last - 1) if by is not None else ()))
        return Roles(supplier or near.supplier, near.recipient, goods, used, False, planned=near.planned)
    last = (near.supplier, near.recipient) if near is not None and near.goods.arms else pair
    back = (near.recipient, near.supplier) if near is not None else (pair or ())[::-1]
    if back and in_return(desk, match) and supplier in {None, back[0]}:
        return Roles(*back, goods, (match.at, *match.clause.verbs, *goods.positions), False)
    if last is None or (supplier is not None and supplier != last[0]):
        taker = taker_before(desk, match, supplier, goods, told) if supplier is not None and goods.arms else None
        taker = taker or (paired(desk, match.clause, supplier, used=True) if supplier is not None else None)
        given = taker is not None and _takes_place(desk, match)
        used = (match.at, *match.clause.verbs, *goods.positions)
        return Roles(supplier, taker, goods, used, False) if given else None
    elsewhere = supplier is None and any(_is_place(desk, n, last) for n in desk.scene.inside(match.clause))
    if last is None or elsewhere or supplier not in {None, last[0]} or not (goods.arms and _takes_place(desk, match)):
        return None
    return Roles(*last, goods, (match.at, *match.clause.verbs, *goods.positions), False)


def _takes_up(near: Told, supplier: str | None) -> bool:
    """ "Aus Oslo kommen zehn Panzer": whether goods belong to help that was told of without them."""
    same = supplier is None or near.supplier is None or near.supplier == supplier
    return near.whole and same and near.recipient not in {None, supplier}


def _comes_too(desk: Desk, match: Match, goods: Goods, near: Told, told: list[Told]) -> bool:
    """ "Auch Öl sei geflossen", "Im Mai seien 900 Fass Öl geflossen": a sentence that names nobody and no place tells
    what comes too, or how much of what is paid, in one paragraph with what was told before."""
    clause = match.clause
    if desk.scene.sentence_of(near.at).paragraph != desk.scene.sentence_of(match.at).paragraph:
        return False
    opens = any(desk.scene.is_a(p, "too") for p in range(clause.first, min(clause.first + 3, clause.last)))
    paid = not near.goods.arms or any((t.recipient, t.supplier) == (near.supplier, near.recipient) for t in told)
    counts = paid and any(quantity_of(desk, n) is not None for n in goods.phrases)
    given, inside = {n.head for n in goods.phrases}, desk.scene.inside(clause)
    told_only = (_is_what(desk, n, given) or (counts and _is_nobody(desk, n)) for n in inside)
    return (opens or counts) and all(told_only)


def _is_nobody(desk: Desk, nominal: Nominal) -> bool:
    """Whether a phrase names neither people nor a place or goal ("zwischen März und Mai", "eine Million")."""
    named = (
        nominal.actor is not None or nominal.place is not None or bool(nominal.owners) or is_goal(desk.scene, nominal)
    )
    return not named and (nominal.people is None or nominal.people.holds)


def _is_what(desk: Desk, nominal: Nominal, given: set[int]) -> bool:
    """Whether a phrase names what comes, or hangs on it and names nobody ("in jeder Form")."""
    hangs = nominal.attached and nominal.actor is None and nominal.place is None and not nominal.owners
    hangs = hangs and not is_goal(desk.scene, nominal)
    return nominal.item is not None or nominal.pronoun or nominal.head in given or hangs


def _is_place(desk: Desk, nominal: Nominal, last: tuple[str | None, str | None] | None) -> bool:
    """A place that goods go to, outside the country of the one who gets them."""
    if nominal.preposition is None or (nominal.place is None and not desk.scene.is_noun(nominal, "front")):
        return False
    return last is None or nominal.place is None or nominal.place.place.country != last[1]


def _same(desk: Desk, goods: Goods, near: Told, recipient: str) -> bool:
    """Whether goods are those told before: taken up by a pronoun, or by an article for the same recipient."""
    meant = near.goods.phrases[:1] == goods.phrases[:1]
    return meant or (near.recipient == recipient and known_goods(desk, goods, near))


def _takes_place(desk: Desk, match: Match) -> bool:
    """Whether the verb itself tells that goods arrive or are on their way, or a border or direction does."""
    inside = desk.scene.inside(match.clause)
    goals = [n for n in inside if n.preposition is not None and n.cases != frozenset({"dat"})]
    out = any(n.lemma in desk.scene.words.jobs["way-out"] or desk.scene.is_noun(n, "front") for n in goals)
    return out or (isinstance(match.row, ArmsTransferRow) and match.row.market)


def _stemming(desk: Desk, match: Match, goods: Goods, told: list[Told]) -> Roles | None:
    """ "Die Rakete stammt aus Nordkorea": whoever uses it got it from there."""
    scene, inside = desk.scene, (*desk.scene.inside(match.clause), *rest_of(desk, match.clause))
    by = prepositional(desk, inside, "out-of")
    maker = power_of(desk, by) or _made(desk, inside) or _from_there(desk, match) or _of_make(desk, inside)
    if maker is None:
        return None
    named = (o for n in goods.phrases for o in (owner(scene, n), user_inside(desk, n)))
    explicit = next((one for one in named if one not in {None, maker}), None)
    user = explicit or holder(desk, match.clause) or power_of(desk, prepositional(desk, inside, "agent"))
    if user is None and Need.FOREIGN not in match.row.needs:
        user = user_of(desk, match.clause, maker, told, target=None)
    user = user if user is not None and not are_opposed(desk, maker, user) else None
    user = user or paired(desk, match.clause, maker) or (backed_by(desk, maker) if goods.arms else None)
    near = near_told(desk, match.at, told)
    user = user or (near.recipient if near is not None and _takes_up(near, maker) else None)
    if user is None or user == maker:
        return None
    used = (by.first, by.last - 1) if by is not None else ()
    return Roles(maker, user, goods, (match.at, *match.clause.verbs, *goods.positions, *used), True)


def _made(desk: Desk, inside: tuple[Nominal, ...]) -> str | None:
    """ "aus nordkoreanischer Produktion", "aus Fabriken des iranischen Verbündeten"."""
    makes = (n for n in inside if n.lemma in desk.scene.words.jobs["make"])
    return next((o for n in makes if (o := owner(desk.scene, n) or _allys(desk, n)) is not None), None)


def _allys(desk: Desk, make: Nominal) -> str | None:
    """ "Fabriken des iranischen Verbündeten": whose somebody is to whom they belong."""
    after = chain_after(desk.scene, make)[:1]
    return next((owner(desk.scene, n) for n in after if is_genitive(desk.scene, n)), None)


def _of_make(desk: Desk, inside: tuple[Nominal, ...]) -> str | None:
    """ "aus der nordkoreanischen Baureihe Hwasong-11"."""
    out = [n for n in inside if n.preposition is not None and desk.scene.is_a(n.preposition, "source")]
    return next((o for n in out if (o := owner(desk.scene, n)) is not None), None)


def _from_there(desk: Desk, match: Match) -> str | None:
    tokens = desk.scene.own_tokens(match.clause)
    there = next((p for p in tokens if desk.scene.is_a(p, "there-place") and desk.scene.is_a(p - 1, "source")), None)
    return _place_before(desk, match.clause.first) if there is not None else None


def _place_before(desk: Desk, position: int) -> str | None:
    """The country that "dort" means: of the last place that something is or goes to, else the last one told of."""
    number = desk.scene.sentence_of(position).number
    named = [n for s in desk.scene.nominals[max(number - 1, 0) : number + 1] for n in s if n.head < position]
    places = (n.place.place.country for n in reversed(named) if n.place is not None and n.preposition is not None)
    return next(places, None) or land_before(desk.scene, position)


BY_GOODS: dict[Pattern, Callable[[Desk, Match, Goods, list[Told]], Roles | None]] = {
    Pattern.FIRE: fired,
    Pattern.MOVE: _moved,
    Pattern.STEM: _stemming,
    Pattern.AGAIN: again,
    Pattern.STATIONED: stationed,
}
"""How the patterns find the parties in which the goods stand in the middle."""
