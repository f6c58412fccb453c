"""The roles of casualties: whose people, how many, from the words around a verb, a noun or a participle."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.casualty_counts import spoken_of
from kg.extract.claims.casualty_side import Before, both_sides, counted_out, loser, mourner, strangers, teller, whose
from kg.extract.claims.drafts import Amount, Desk, amount
from kg.extract.claims.frames import How, Match, chain_after
from kg.extract.claims.governors import govern
from kg.extract.claims.modality import Effect
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.numbers import number_of
from kg.extract.claims.slots import owner
from kg.extract.claims.victims import bare_quantity, count, hurt, more_victims, part_of, victims_of
from kg.lang.casualties import CasualtyRow
from kg.lang.frames import Need
from kg.model import CasualtyType, QuantityMention, Span

__all__ = ["Roles", "all_roles", "part_roles"]


class Roles(NamedTuple):
    """What a match tells of casualties."""

    of: str | None
    amount: Amount
    core: Span
    positions: tuple[int, ...]
    explicit: bool
    apart: bool = False
    """Whether the positions are the whole evidence, outside the clause of the match."""
    strangers: bool = False
    """Whether their words tell that they are of no state that is named ("ausländische Söldner")."""


def all_roles(desk: Desk, match: Match, row: CasualtyRow, before: Before) -> list[Roles]:
    """The roles of a match: one claim for each of several victims ("vier Soldaten und zwei Zivilisten")."""
    if match.how is not How.VERB:
        roles = [_noun_roles(desk, match, row, before)]
    elif not row.victims:
        lost, both = _lost(desk, match, row, before), both_sides(desk, match)
        roles = [_lost_by(desk, match, row, both[0], one) for one in both[1]] if both is not None else [lost]
    else:
        inside = desk.scene.inside(match.clause)
        victims = victims_of(desk, match)
        every = [victims, *more_victims(victims, inside)]
        roles = [_verb_roles(desk, match, row, one, before) for one in every]
    return [one for one in roles if one is not None]


def part_roles(desk: Desk, match: Match, whole: Roles, last: int) -> Roles | None:
    """The roles of those whom "darunter" counts out before the token `last`: of the same people."""
    part = part_of(desk, match, last)
    if part is None or (part.people.people is not None and part.people.people.stateless):
        return None
    people = part.people
    core = desk.scene.text.span(people.first, people.last)
    return Roles(whole.of, amount(people.quantity), core, (part.opener, people.last - 1), True, apart=True)


def _verb_roles(desk: Desk, match: Match, row: CasualtyRow, victims: Nominal | None, before: Before) -> Roles | None:
    scene, clause = desk.scene, match.clause
    quantity = victims.quantity if victims is not None else bare_quantity(desk, match)
    if (victims is None or Need.NUMBER in row.needs) and quantity is None:
        return None
    of = whose(desk, match, victims, before)
    named = victims is not None and owner(scene, victims) is not None
    open_yet = victims is None and counted_out(desk, match)
    if Need.FOREIGN in row.needs and of is None and not named and not open_yet:
        return None
    first = victims.first if victims is not None else None
    core = _span(desk, first, victims.last if victims is not None else None, quantity)
    positions = (match.at, *clause.verbs, *_edges(desk, core))
    foreign = victims is not None and strangers(desk, victims)
    return Roles(of, count(desk, victims, quantity), core, positions, named, strangers=foreign)


def _span(desk: Desk, first: int | None, last: int | None, quantity: QuantityMention | None) -> Span:
    spans = [desk.scene.text.span(first, last)] if first is not None and last is not None else []
    spans += [quantity.span] if quantity is not None else []
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _edges(desk: Desk, core: Span) -> tuple[int, ...]:
    return tuple(t.position for t in desk.scene.text.tokens if core.start <= t.start and t.end <= core.end)


def _lost(desk: Desk, match: Match, row: CasualtyRow, before: Before) -> Roles | None:
    """The subject has the losses: "Russland hat 1200 Soldaten verloren", "hat hohe Verluste erlitten"."""
    lose = loser(desk, match, before)
    return _lost_by(desk, match, row, *lose) if lose is not None else None


def _lost_by(desk: Desk, match: Match, row: CasualtyRow, top: Nominal, of: str) -> Roles | None:
    scene = desk.scene
    lost = next((n for n in scene.inside(match.clause) if n is not top and _is_loss(desk, n, row)), None)
    if lost is None:
        return None
    core = scene.text.span(lost.first, lost.last)
    positions = (
        match.at,
        *match.clause.verbs,
        top.first,
        top.last - 1,
        *_edges(desk, _span(desk, lost.first, lost.last, lost.quantity)),
    )
    return Roles(of, amount(lost.quantity), core, positions, True)


def _is_loss(desk: Desk, nominal: Nominal, row: CasualtyRow) -> bool:
    if row.idioms:
        return any(nominal.lemma.startswith(idiom[:-1]) for idiom in row.idioms)
    people = nominal.people
    return nominal.preposition is None and nominal.quantity is not None and people is not None and not people.civilian


def _noun_roles(desk: Desk, match: Match, row: CasualtyRow, before: Before) -> Roles | None:
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    if match.how is How.PARTICIPLE and not hurt(noun):
        return None
    named = owner(scene, noun)
    after = [n for n in chain_after(scene, noun)[:3] if hurt(n)]
    inner = next((n for n in after if n is chain_after(scene, noun)[0] or _among(desk, n)), None)
    if _among(desk, noun):
        inner = next((n for n in scene.inside(match.clause) if n.first >= noun.last and hurt(n)), None)
    if named is None and inner is not None:
        named = owner(scene, inner)
    quantity = _number_of(desk, match, inner)
    of = named or mourner(desk, match) or whose(desk, match, inner or noun, before) or teller(desk, match)
    of = of or spoken_of(desk, match, before)
    if quantity is None and (Need.NUMBER in row.needs or not _uncounted(desk, match, row, named, of)):
        return None
    if row.type is CasualtyType.LOSSES and of is None:
        return None
    core = _span(desk, noun.first, noun.last, quantity)
    last = (inner.last - 1,) if inner is not None else ()
    number = count(desk, noun, quantity) if match.how is How.PARTICIPLE else amount(quantity)
    positions = (*_edges(desk, core), *_genitive(desk, noun), *last)
    return Roles(of, number, core, positions, True, strangers=strangers(desk, inner or noun))


def _uncounted(desk: Desk, match: Match, row: CasualtyRow, named: str | None, of: str | None) -> bool:
    """Whether casualties count without a number: somebody's losses, "die gefallenen Nordkoreaner", what is denied."""
    noun = match.nominal
    assert noun is not None
    above = govern(desk.scene, noun, desk.signs)
    if row.type is CasualtyType.LOSSES:
        if _counted_as_dead(desk, match):
            return False
        admits = above.clause is not None and above.clause.lemma in desk.scene.words.jobs["admit"]
        return named is not None or (of is not None and admits)
    if match.how is not How.PARTICIPLE or of is None:
        return False
    several = (
        noun.actor.plural if noun.actor is not None else desk.scene.text.tokens[noun.head].form.lower() != noun.lemma
    )
    fallen = desk.scene.is_a(match.at, "fallen") and named is not None and several
    return fallen or Effect.DENIED in above.effects


def _counted_as_dead(desk: Desk, match: Match) -> bool:
    """ "Russlands Verluste stiegen auf 700 Tote und Verwundete": the dead tell the number."""
    inside = [n for n in desk.scene.inside(match.clause) if n.first > match.at and n.quantity is not None]
    return any(n.preposition is not None and desk.scene.is_a(n.preposition, "put-at") and not n.people for n in inside)


def _among(desk: Desk, nominal: Nominal) -> bool:
    """ "Tote und Verletzte unter den Soldaten"."""
    return nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "under")


def _number_of(desk: Desk, match: Match, inner: Nominal | None) -> QuantityMention | None:
    """The number of a noun, of the people after it ("den Tod von zwei Soldaten"), or right before a participle."""
    assert match.nominal is not None
    if match.how is How.PARTICIPLE:
        before = [
            q for q in desk.scene.mentions.quantities if match.nominal.first - 3 <= q.first and q.last <= match.at
        ]
        own = before[-1] if before else match.nominal.quantity
        return own or number_of(desk.scene, match.nominal, match.clause)
    if match.nominal.quantity is None and inner is not None and inner.quantity is not None:
        return inner.quantity
    counted = number_of(desk.scene, match.nominal, match.clause)
    losses = isinstance(match.row, CasualtyRow) and match.row.type is CasualtyType.LOSSES
    return counted or (_put_at(desk, match) if losses else None)


def _put_at(desk: Desk, match: Match) -> QuantityMention | None:
    """The number that losses are put at in their clause: "bezifferte … auf 4700", "lägen bei 4000 Mann"."""
    scene = desk.scene
    for quantity in scene.mentions.quantities:
        own = scene.clause_of[quantity.first] == match.clause.number and quantity.first > match.at
        before = quantity.first - 1
        others = [n for n in scene.inside(match.clause) if n.quantity is quantity and n.people is None]
        if own and quantity.number is not None and not others and scene.is_a(before, "put-at"):
            return quantity
    return None


def _genitive(desk: Desk, noun: Nominal) -> tuple[int, ...]:
    """The name in the genitive before or after a noun of losses belongs to the evidence."""
    sentence = desk.scene.nominals[desk.scene.sentence_of(noun.first).number]
    place = sentence.index(noun)
    if noun.attached and place and sentence[place - 1].actor is not None and noun.preposition is None:
        return (sentence[place - 1].head,)
    return tuple(n.last - 1 for n in sentence[place + 1 : place + 2] if n.attached and n.actor is not None)
