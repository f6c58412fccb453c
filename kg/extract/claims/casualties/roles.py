"""The roles of casualties: whose people, how many, from the words around a verb, a noun or a participle."""

from __future__ import annotations

from kg.extract.claims.casualties.bearers import both_sides, on_both_sides
from kg.extract.claims.casualties.drafts import Roles, edges, span_of
from kg.extract.claims.casualties.names import is_civilian, strangers
from kg.extract.claims.casualties.nouns import noun_roles
from kg.extract.claims.casualties.owners import Before, loser
from kg.extract.claims.casualties.parts import part_of
from kg.extract.claims.casualties.possessors import foe
from kg.extract.claims.casualties.side import counted_out, whose
from kg.extract.claims.casualties.victims import ONE, bare_quantity, count, more_victims, victims_of
from kg.extract.claims.common.drafts import Amount, Desk, amount
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.numbers import is_part
from kg.extract.claims.grammar.slots import is_genitive, owner
from kg.lang.casualties import CasualtyRow
from kg.lang.frames import Need
from kg.model import Qualifier, QuantityMention, Span

__all__ = ["all_roles", "part_roles"]


_MANY = 100
"""How many a unit is counted in at least if heads are meant, not brigades."""


def all_roles(desk: Desk, match: Match, row: CasualtyRow, before: Before) -> list[Roles]:
    """The roles of a match: one claim for each of several victims ("vier Soldaten und zwei Zivilisten")."""
    if (pair := on_both_sides(desk, match)) is not None:
        return _of_each(desk, match, row, pair)
    if match.how is not How.VERB:
        roles = [noun_roles(desk, match, row, before)]
    elif not row.victims:
        lost, both = _lost(desk, match, row, before), both_sides(desk, match)
        roles = [_lost_by(desk, match, row, both[0], one) for one in both[1]] if both is not None else [lost]
    else:
        inside = desk.scene.inside(match.clause)
        victims = victims_of(desk, match)
        every = [victims, *more_victims(victims, inside)]
        roles = _together(desk, every, [_verb_roles(desk, match, row, one, before) for one in every])
        roles += _of_others(desk, victims, roles[0])
        roles += _one_more(desk, match) if roles[0] is not None and victims is not None else []
    return [one for one in roles if one is not None]


def _together(desk: Desk, every: list[Nominal | None], roles: list[Roles | None]) -> list[Roles | None]:
    """ "ein Mann und eine Frau": two, where each of several is one of the same people."""
    told = [one for one in roles if one is not None]
    first = told[0] if told else None
    alone = [n for n in every if n is not None and n.quantity is None and n.actor is None]
    if first is None or len(told) < 2 or len(alone) < len(roles) or len(told) < len(roles):
        return roles
    if any(one.amount != ONE or one.of != first.of for one in told):
        return roles
    size, core = len(told), Span(first.core.start, told[-1].core.end)
    places = tuple(sorted({place for one in told for place in one.positions}))
    return [first._replace(amount=Amount(size, Qualifier.EXACTLY, size, size), core=core, positions=places)]


def _of_others(desk: Desk, victims: Nominal | None, first: Roles | None) -> list[Roles | None]:
    """ "russische und polnische Soldaten": the same of each land, where no number counts them together."""
    if victims is None or first is None or first.amount.number is not None:
        return []
    powers = dict.fromkeys(desk.scene.power(mention.actor) for mention in victims.owners)
    joined = any(desk.scene.is_a(p, "and") for p in range(victims.first, victims.head))
    return [first._replace(of=of) for of in powers if joined and of not in {None, first.of}]


def _one_more(desk: Desk, match: Match) -> list[Roles | None]:
    """ "drei Soldaten aus Polen und einer aus Chile": the one from elsewhere."""
    scene = desk.scene
    for nominal in scene.inside(match.clause):
        at = (nominal.preposition or 0) - 1
        if at < 1 or not scene.is_a(nominal.preposition or 0, "out-of") or not scene.is_a(at - 1, "and"):
            continue
        whence = _country(nominal) or (scene.power(nominal.actor.actor) if nominal.actor is not None else None)
        if whence is not None and scene.is_a(at, "one"):
            core = scene.text.span(at, nominal.last)
            return [Roles(whence, ONE, core, (match.at, at, nominal.last - 1), True)]
    return []


def _country(nominal: Nominal) -> str | None:
    """The country of a place that a noun phrase names."""
    return nominal.place.place.country if nominal.place is not None else None


def _of_each(desk: Desk, match: Match, row: CasualtyRow, pair: tuple[str, ...]) -> list[Roles]:
    """ "Auf beiden Seiten gab es Tausende Tote": some of each, where no number counts them together."""
    noun = match.nominal if match.how is How.NOUN else victims_of(desk, match)
    if noun is None or not row.victims or (noun.quantity is not None and noun.quantity.number is not None):
        return []
    core = desk.scene.text.span(noun.first, noun.last)
    positions = (noun.first, noun.last - 1, match.at)
    return [Roles(of, amount(None), core, positions, True) for of in pair]


def part_roles(desk: Desk, match: Match, whole: Roles, last: int) -> Roles | None:
    """The roles of those whom "darunter" counts out before the token `last`: of the same people."""
    part = part_of(desk, match, last)
    if part is None or (part.people.people is not None and part.people.people.stateless):
        return None
    people = part.people
    core = desk.scene.text.span(people.first, people.last)
    named = owner(desk.scene, people)
    if people.people is None and people.actor is not None:
        named = desk.scene.power(people.actor.actor)
    return Roles(named or whole.of, amount(people.quantity), core, (part.opener, people.last - 1), True, apart=True)


def _verb_roles(desk: Desk, match: Match, row: CasualtyRow, victims: Nominal | None, before: Before) -> Roles | None:
    scene, clause = desk.scene, match.clause
    quantity = victims.quantity if victims is not None else bare_quantity(desk, match)
    if quantity is None and victims is not None and victims.preposition is None:
        quantity = _counted_before(desk, victims)
    share = _in_part(desk, match) or (victims is not None and _is_share(desk, victims))
    quantity = None if share else quantity
    if quantity is None and (victims is None or (Need.NUMBER in row.needs and not share)):
        return None
    of = whose(desk, match, victims, before)
    named = victims is not None and owner(scene, victims) is not None
    open_yet = victims is None and counted_out(desk, match)
    if Need.FOREIGN in row.needs and of is None and not named and not open_yet:
        return None
    unsure = not named and not row.people and victims is not None
    if unsure and victims is not None and scene.is_a(match.at, "fallen") and is_civilian(victims):
        return None
    first = victims.first if victims is not None else None
    core = span_of(desk, first, victims.last if victims is not None else None, quantity)
    positions = (match.at, *clause.verbs, *edges(desk, core))
    foreign = victims is not None and strangers(desk, victims)
    return Roles(of, count(desk, victims, quantity), core, positions, named, strangers=foreign)


def _is_share(desk: Desk, victims: Nominal) -> bool:
    """ "jeder dritte der 900 Soldaten", "die Hälfte der 900"."""
    behind = chain_after(desk.scene, victims)[:1]
    some = desk.scene.is_a(victims.head, "some-of") and any(n.quantity is not None for n in behind)
    return some or is_part(desk.scene, victims)


def _in_part(desk: Desk, match: Match) -> bool:
    """ "sind zu einem Drittel gefallen": whether a clause tells of a share of those whom it counts."""
    shares = (n for n in desk.scene.inside(match.clause) if n.preposition is not None)
    return any(desk.scene.is_a(n.preposition or 0, "toward") and desk.scene.is_a(n.head, "some-of") for n in shares)


def _lost(desk: Desk, match: Match, row: CasualtyRow, before: Before) -> Roles | None:
    """The subject has the losses: "Russland hat 1200 Soldaten verloren", "hat hohe Verluste erlitten"."""
    if (enemy := next((n for n in desk.scene.inside(match.clause) if _is_enemy(desk, n)), None)) is not None:
        return _lost_by_enemy(desk, match, enemy)
    lose = loser(desk, match, before)
    return _lost_by(desk, match, row, *lose) if lose is not None else None


def _lost_by_enemy(desk: Desk, match: Match, enemy: Nominal) -> Roles | None:
    """ "eine Kompanie nordkoreanischer Infanterie habe der Feind verloren": whose they are by their own words."""
    scene = desk.scene
    for people in (n for n in scene.inside(match.clause) if n is not enemy):
        whose_people = owner(scene, people) or (foe(desk, match.at) if _is_men(desk, people) else None)
        if people.people is not None and not people.people.civilian and whose_people is not None:
            quantity = None if people.people.body else people.quantity
            positions = (match.at, *match.clause.verbs, enemy.first, people.first, people.last - 1)
            return Roles(whose_people, amount(quantity), scene.text.span(people.first, people.last), positions, True)
    return None


def _is_enemy(desk: Desk, nominal: Nominal) -> bool:
    """ "der Feind", as who loses."""
    first = nominal.preposition is None and not nominal.attached
    return first and nominal.lemma in desk.scene.words.jobs["enemy"] and "nom" in nominal.cases


def _lost_by(desk: Desk, match: Match, row: CasualtyRow, top: Nominal, of: str) -> Roles | None:
    scene = desk.scene
    lost = next((n for n in scene.inside(match.clause) if n is not top and _is_loss(desk, n, row)), None)
    behind = chain_after(scene, lost)[:1] if lost is not None else []
    if lost is None or any(_among_others(desk, n) or _is_of_another(desk, n, of) for n in behind):
        return None
    core = scene.text.span(lost.first, lost.last)
    quantity = lost.quantity or (_counted_before(desk, lost) if not row.idioms else _of_men(desk, behind))
    if lost.people is not None and lost.people.body and quantity is not None and (quantity.number or 0) < _MANY:
        quantity = None
    positions = (
        match.at,
        *match.clause.verbs,
        top.first,
        top.last - 1,
        *edges(desk, span_of(desk, lost.first, lost.last, quantity)),
    )
    return Roles(of, amount(quantity), core, positions, True)


def _among_others(desk: Desk, nominal: Nominal) -> bool:
    """ "Verluste unter den Nordkoreanern": not those of whoever tells of them."""
    among = nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "under")
    return among and owner(desk.scene, nominal) is not None


def _is_of_another(desk: Desk, nominal: Nominal, of: str) -> bool:
    """ "meldete Verluste der ukrainischen Armee": whether a genitive tells that another power has the losses."""
    whose_losses = owner(desk.scene, nominal) if is_genitive(desk.scene, nominal) else None
    return whose_losses not in {None, of}


def _of_men(desk: Desk, behind: list[Nominal]) -> QuantityMention | None:
    """ "Verluste von 900 Mann": the number of the people right behind "von"."""
    first = behind[0] if behind else None
    men = first is not None and first.people is not None and desk.scene.is_a(first.preposition or 0, "of")
    return first.quantity if men and first is not None else None


def _is_men(desk: Desk, nominal: Nominal) -> bool:
    """ "Dutzende Männer": soldiers, where a power loses them."""
    return nominal.lemma in desk.scene.words.jobs["men"] or nominal.lemma in desk.scene.words.jobs["lives"]


def _is_loss(desk: Desk, nominal: Nominal, row: CasualtyRow) -> bool:
    if row.idioms:
        return any(nominal.lemma.startswith(idiom[:-1]) for idiom in row.idioms)
    people = nominal.people
    if nominal.preposition is not None or people is None:
        return False
    part = people.holds and desk.scene.is_a(nominal.head, "some-of") and not desk.scene.is_noun(nominal, "number")
    if part and any(n.people is not None and n.attached for n in chain_after(desk.scene, nominal)[:1]):
        return True
    whole = people.body and nominal.determiner is not None and desk.scene.is_a(nominal.determiner, "one")
    several = nominal.determiner is None and desk.scene.text.tokens[nominal.head].form.lower() != nominal.lemma
    counted = several or nominal.quantity is not None or _counted_before(desk, nominal) is not None
    return whole or (counted and (not people.civilian or _is_men(desk, nominal)))


def _counted_before(desk: Desk, nominal: Nominal) -> QuantityMention | None:
    """ "2000 seiner Soldaten": the number before a genitive."""
    near = range(nominal.first, nominal.head)
    return next((q for q in desk.scene.mentions.quantities if q.first in near or q.last == nominal.first), None)
