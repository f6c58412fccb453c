"""Transfers told by any verb at all: weapons, whose they are or who does it, and another state as recipient.

What no row of the table reads is read by grammar alone: "Madrid spendierte Kiew zehn Panzer", "Granaten aus Kims
Fabriken warten auf die Fahrt nach Russland", "nordkoreanische Haubitzen stehen in russischen Depots".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.claims.arms.attributes import armed
from kg.extract.claims.arms.built_in import built_in
from kg.extract.claims.arms.carried_on import carried_on
from kg.extract.claims.arms.goods import Goods, goods_in
from kg.extract.claims.arms.goods_names import with_list, with_names
from kg.extract.claims.arms.packages import packed
from kg.extract.claims.arms.parties import Roles, conjuncts
from kg.extract.claims.arms.powers import power_of, prepositional
from kg.extract.claims.arms.sides import are_opposed, backed_by
from kg.extract.claims.arms.told import Told
from kg.extract.claims.arms.under_way import is_load, under_way
from kg.extract.claims.arms.users import holder, user_inside
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner, parties, subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.model import ActorKind, Clause, Role

__all__ = ["any_roles", "any_verbs"]


def any_verbs(desk: Desk) -> Iterator[Match]:
    """A match for every clause of the article's prose that names weapons beside a verb that may tell of a transfer."""
    row = next(r for r in desk.language.table(ArmsTransferRow).values() if r.pattern is Pattern.ANY)
    near = frozenset({*armed(desk.scene), *_loaded(desk.scene), *_meant(desk.scene)})
    for clause in desk.scene.text.clauses if near else ():
        sentence = desk.scene.sentence_of(clause.first)
        prose = sentence.role is Role.PROSE and sentence.number in near
        if clause.verbs and prose and _may_tell(desk, clause):
            yield Match(row, How.VERB, clause.verbs[-1], clause, None)


def _loaded(scene: Scene) -> tuple[int, ...]:
    """The numbers of the sentences that name containers or what carries goods: the others need not be read."""
    loads = frozenset(n for n in scene.vocabulary if scene.names(n, "carrier") or _is_container(scene, n))
    found = (s for s in scene.text.sentences if not loads.isdisjoint(scene.nouns[s.first : s.last]))
    return tuple(sentence.number for sentence in found) if loads else ()


def _meant(scene: Scene) -> tuple[int, ...]:
    """The numbers of the sentences whose general nouns can stand for weapons ("sechs Maschinen")."""
    general = scene.nouns_of("stand-in")
    found = (s for s in scene.text.sentences if not general.isdisjoint(scene.nouns[s.first : s.last]))
    return tuple(sentence.number for sentence in found) if general else ()


def _is_container(scene: Scene, noun: str) -> bool:
    item = scene.words.item(noun)
    return item is not None and item.key == "containers"


def _may_tell(desk: Desk, clause: Clause) -> bool:
    if clause.lemma in desk.scene.words.jobs["no-transfer"]:
        return False
    return any((n.item is not None and n.item.arms) or is_load(desk, n) for n in desk.scene.inside(clause))


def any_roles(desk: Desk, match: Match, told: list[Told]) -> Roles | None:
    """The roles by grammar; None unless the clause itself names both, or where goods on their way come from."""
    clause = match.clause
    inside = with_names(desk, with_list(desk, clause))
    weapons = [n for n in inside if n.item is not None and n.item.arms]
    named = _given(desk, match, inside, weapons) or _foreign(desk, match, inside, weapons)
    named = named or _fuelled(desk, match, inside, weapons) or _thanked(desk, match, inside, weapons)
    named = named or built_in(desk, match, inside)
    named = named or packed(desk, match, inside) or under_way(desk, match, inside, told)
    return named or carried_on(desk, match, inside, told)


def _given(desk: Desk, match: Match, inside: tuple[Nominal, ...], weapons: list[Nominal]) -> Roles | None:
    """A subject, weapons as object and a dative, or "an", "nach" a party: "spendierte Kiew zehn Panzer"."""
    top = subject(desk.scene, match.clause)
    free = [n for n in weapons if n.preposition is None and not _hangs(inside, n)]
    goods = goods_in(desk, free) if free else None
    giver = power_of(desk, top) if not match.clause.passive else None
    if goods is None or giver is None or (top is not None and desk.scene.speaks(top)):
        return None
    taker = _dative(desk, inside, top) or (_toward(desk, inside) if not _is_army(top) else None)
    return _roles(desk, match, goods, giver, taker) or _stocked(desk, match, goods, giver)


def _stocked(desk: Desk, match: Match, goods: Goods, giver: str) -> Roles | None:
    """ "Oslo stellt die Hälfte der von Kiew verschossenen Granaten": who comes up with weapons that another uses."""
    if match.clause.lemma not in desk.scene.words.jobs["come-up"]:
        return None
    taker = user_inside(desk, goods.phrases[0]) or holder(desk, match.clause)
    if taker in {None, giver} or taker is None or are_opposed(desk, giver, taker):
        return None
    return Roles(giver, taker, goods, (match.at, *match.clause.verbs, *goods.positions), True)


def _fuelled(desk: Desk, match: Match, inside: tuple[Nominal, ...], weapons: list[Nominal]) -> Roles | None:
    """ "befeuert Russlands Krieg mit Drohnen": what somebody does with weapons for a state that they arm."""
    top = subject(desk.scene, match.clause)
    giver = power_of(desk, top) if not match.clause.passive else None
    goods = goods_in(desk, [n for n in weapons if n.preposition is not None and desk.scene.is_a(n.preposition, "with")])
    taker = backed_by(desk, giver) if giver is not None and goods is not None else None
    if goods is None or giver is None or taker is None:
        return None
    theirs = (n for n in inside if n.preposition is None and n.item is None and n is not top)
    whose = next((n for n in theirs if taker in {power_of(desk, n), owner(desk.scene, n)}), None)
    return _roles(desk, match, goods, giver, whose)


def _thanked(desk: Desk, match: Match, inside: tuple[Nominal, ...], weapons: list[Nominal]) -> Roles | None:
    """ "dankte Kim für die Raketen": whom somebody thanks for weapons has given them."""
    if match.clause.lemma not in desk.scene.words.jobs["thank"]:
        return None
    top = subject(desk.scene, match.clause)
    thanked = [n for n in inside if n is not top and n.item is None and power_of(desk, n) is not None]
    bound = [n for n in weapons if n.preposition is not None and desk.scene.is_a(n.preposition, "for")]
    goods = goods_in(desk, [n for n in weapons if bound and n.first >= bound[0].first])
    giver = power_of(desk, thanked[0]) if thanked else None
    return _roles(desk, match, goods, giver, top) if goods is not None and giver is not None else None


def _is_army(top: Nominal | None) -> bool:
    """Whether armed forces act, who move their own weapons somewhere."""
    return top is not None and top.actor is not None and top.actor.actor.kind is ActorKind.ARMED_FORCES


def _hangs(inside: tuple[Nominal, ...], nominal: Nominal) -> bool:
    """Whether a phrase belongs to one with a preposition right before it ("vom Typ Rafale")."""
    before = [n for n in inside if n.last == nominal.first]
    return bool(before) and before[0].preposition is not None and nominal.attached


def _dative(desk: Desk, inside: tuple[Nominal, ...], top: Nominal | None) -> Nominal | None:
    """The party beside the subject that can be in the dative."""
    rest = [n for n in inside if n not in conjuncts(inside, top)]
    named = [n for n in parties(desk.scene, rest) if not n.cases or "dat" in n.cases]
    return named[0] if named else None


def _toward(desk: Desk, inside: tuple[Nominal, ...]) -> Nominal | None:
    """The party that weapons go to."""
    to = prepositional(desk, inside, "recipient")
    bound = to is not None and to.preposition is not None and not desk.scene.is_a(to.preposition, "for")
    return to if bound else None


def _foreign(desk: Desk, match: Match, inside: tuple[Nominal, ...], weapons: list[Nominal]) -> Roles | None:
    """Weapons of a foreign make that go somewhere or lie with somebody else."""
    for weapon in weapons:
        maker = owner(desk.scene, weapon) or power_of(desk, _from(desk, inside))
        goods = goods_in(desk, [weapon])
        taker = _toward(desk, inside) or _holder(desk, inside) or _crew(desk, inside, weapon)
        if maker is None or goods is None or taker is None:
            continue
        roles = _roles(desk, match, goods, maker, taker)
        if roles is not None:
            return roles
    return None


def _from(desk: Desk, inside: tuple[Nominal, ...]) -> Nominal | None:
    return prepositional(desk, inside, "out-of")


def _holder(desk: Desk, inside: tuple[Nominal, ...]) -> Nominal | None:
    """ "in russischen Depots", "bei Moskaus Truppen": whose the people or the place are where weapons lie."""
    for nominal in inside:
        there = nominal.preposition is not None and any(
            desk.scene.is_a(nominal.preposition, job) for job in ("in", "at-them")
        )
        if there and _is_held(desk, nominal) and owner(desk.scene, nominal) is not None:
            return nominal
    return None


def _crew(desk: Desk, inside: tuple[Nominal, ...], weapon: Nominal) -> Nominal | None:
    """ "russische Soldaten mit iranischen Drohnen", "neben einer iranischen Haubitze": who is seen with weapons."""
    near = weapon.preposition is not None and any(
        desk.scene.is_a(weapon.preposition, job) for job in ("with", "next-to")
    )
    people = (n for n in inside if n.people is not None and n.preposition is None and n.last <= weapon.first)
    return next((n for n in people if owner(desk.scene, n) is not None), None) if near else None


def _is_held(desk: Desk, nominal: Nominal) -> bool:
    """Whether weapons can be kept there."""
    return nominal.item is None and (nominal.people is not None or desk.scene.is_noun(nominal, "store"))


def _roles(desk: Desk, match: Match, goods: Goods, giver: str, taker: Nominal | None) -> Roles | None:
    takes = (power_of(desk, taker) or owner(desk.scene, taker)) if taker is not None else None
    if taker is None or takes is None or takes == giver or are_opposed(desk, giver, takes):
        return None
    return Roles(
        giver, takes, goods, (match.at, *match.clause.verbs, *goods.positions, taker.first, taker.last - 1), True
    )
