"""The roles of casualties: whose people, how many, from the words around a verb, a noun or a participle."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.conflict import struck_country
from kg.extract.claims.context import people_before
from kg.extract.claims.drafts import Amount, Desk, amount
from kg.extract.claims.frames import How, Match, chain_after
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.numbers import number_of
from kg.extract.claims.slots import antecedent, owner, subject
from kg.lang.casualties import CasualtyRow
from kg.lang.frames import Need
from kg.model import Casualties, CasualtyType, ClauseKind, QuantityMention, Span

__all__ = ["Roles", "all_roles"]


class Roles(NamedTuple):
    """What a match tells of casualties."""

    of: str | None
    amount: Amount
    core: Span
    positions: tuple[int, ...]
    explicit: bool


def all_roles(desk: Desk, match: Match, row: CasualtyRow, found: list[Casualties]) -> list[Roles]:
    """The roles of a match: one claim for each of several victims ("vier Soldaten und zwei Zivilisten")."""
    if match.how is not How.VERB:
        roles = [_noun_roles(desk, match, row, found)]
    elif not row.victims:
        roles = [_lost(desk, match, row, desk.scene.inside(match.clause))]
    else:
        inside = desk.scene.inside(match.clause)
        victims = _victims(desk, match, inside)
        every = [victims, *_more_victims(victims, inside)]
        roles = [_verb_roles(desk, match, row, one, found) for one in every]
    return [one for one in roles if one is not None]


def _more_victims(victims: Nominal | None, inside: tuple[Nominal, ...]) -> list[Nominal]:
    """The noun phrases that are coordinated with the victims."""
    more: list[Nominal] = []
    after = [n for n in inside if victims is not None and n.first >= victims.last]
    for nominal in after:
        if not nominal.coordinated or not _hurt(nominal):
            break
        more.append(nominal)
    return more


def _verb_roles(
    desk: Desk, match: Match, row: CasualtyRow, victims: Nominal | None, found: list[Casualties]
) -> Roles | None:
    scene, clause = desk.scene, match.clause
    inside = scene.inside(clause)
    quantity = victims.quantity if victims is not None else _bare_quantity(desk, match, inside)
    if victims is None and quantity is None:
        return None
    of = _of(desk, match, victims, found)
    named = victims is not None and owner(scene, victims) is not None
    if Need.FOREIGN in row.needs and of is None and not named:
        return None
    first = victims.first if victims is not None else None
    core = _span(desk, first, victims.last if victims is not None else None, quantity)
    positions = (match.at, *clause.verbs, *_edges(desk, core))
    return Roles(of, amount(quantity), core, positions, named)


def _victims(desk: Desk, match: Match, inside: tuple[Nominal, ...]) -> Nominal | None:
    """Who was hurt: people without preposition before this verb and after the verb before it; of an active verb of
    killing the object."""
    clause = match.clause
    earlier = [p for p in clause.verbs if p < match.at and desk.scene.text.tokens[p].tag == "VVPP"]
    people = [n for n in inside if n.preposition is None and _hurt(n) and not _genitive_of_other(n)]
    near = [n for n in people if n.head > max(earlier, default=-1)] if earlier else people
    if earlier and not near and _bare_quantity(desk, match, inside) is not None:
        return None
    near = near or people
    if not near and clause.kind is ClauseKind.RELATIVE:
        before = antecedent(desk.scene, clause)
        return before if before is not None and _hurt(before) else None
    if len(near) > 1 and _is_transitive(match) and not clause.passive:
        return near[-1]
    return near[0] if near else None


def _is_transitive(match: Match) -> bool:
    return not match.row.idioms and Need.FOREIGN not in match.row.needs


def _hurt(nominal: Nominal) -> bool:
    if nominal.people is not None:
        return not nominal.people.body or nominal.quantity is not None
    return nominal.actor is not None and nominal.actor.form.value == "demonym"


def _genitive_of_other(nominal: Nominal) -> bool:
    return nominal.attached and not nominal.coordinated and nominal.cases == frozenset({"gen"})


def _bare_quantity(desk: Desk, match: Match, inside: tuple[Nominal, ...]) -> QuantityMention | None:
    """A number without a noun right before the verb: "… getötet und 190 weitere verletzt"."""
    tokens = desk.scene.text.tokens
    for quantity in desk.scene.mentions.quantities:
        if not (match.clause.first <= quantity.first and quantity.last <= match.at):
            continue
        taken = any(n.quantity is quantity and not n.pronoun for n in inside)
        between = (t for t in tokens[quantity.last : match.at] if t.tag not in {"APPR", "PPER", "PDS"})
        if not taken and not any(t.tag.startswith("N") for t in between):
            return quantity
    return None


def _of(desk: Desk, match: Match, victims: Nominal | None, found: list[Casualties]) -> str | None:
    """Whose the victims are: as they are called, else the people of the country that was struck."""
    scene = desk.scene
    if victims is not None and (whose := owner(scene, victims)) is not None:
        return whose
    if victims is not None and victims.actor is not None:
        return scene.power(victims.actor.actor)
    if victims is not None and victims.people is not None and victims.people.stateless:
        return None
    if victims is None and (whole := _partitive(desk, match)) is not None:
        return whole
    if (country := struck_country(scene, match.at)) is not None:
        return country
    sentence = scene.sentence_of(match.at)
    if subject(scene, match.clause) is not None and not match.clause.passive and victims is not None:
        return None
    near = [f for f in found if f.evidence.start >= scene.text.sentences[max(sentence.number - 1, 0)].start]
    return near[-1].of if near else None


def _partitive(desk: Desk, match: Match) -> str | None:
    """ "von den 11.000 Soldaten", "von ihnen": whose the people are of whom some were hurt."""
    scene = desk.scene
    for nominal in scene.inside(match.clause):
        if nominal.preposition is None or not scene.is_a(nominal.preposition, "of"):
            continue
        if nominal.pronoun or (nominal.people is not None and not nominal.people.civilian):
            return owner(scene, nominal) or people_before(scene, nominal.first)
    return None


def _span(desk: Desk, first: int | None, last: int | None, quantity: QuantityMention | None) -> Span:
    spans = [desk.scene.text.span(first, last)] if first is not None and last is not None else []
    spans += [quantity.span] if quantity is not None else []
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _edges(desk: Desk, core: Span) -> tuple[int, ...]:
    return tuple(t.position for t in desk.scene.text.tokens if core.start <= t.start and t.end <= core.end)


def _lost(desk: Desk, match: Match, row: CasualtyRow, inside: tuple[Nominal, ...]) -> Roles | None:
    """The subject has the losses: "Russland hat 1200 Soldaten verloren", "hat hohe Verluste erlitten"."""
    scene = desk.scene
    top = subject(scene, match.clause)
    if top is None or top.actor is None or (of := scene.power(top.actor.actor)) is None:
        return None
    lost = next((n for n in inside if n is not top and _is_loss(desk, n, row)), None)
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


def _noun_roles(desk: Desk, match: Match, row: CasualtyRow, found: list[Casualties]) -> Roles | None:
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    if match.how is How.PARTICIPLE and not _hurt(noun):
        return None
    named = owner(scene, noun)
    inner = next((n for n in chain_after(scene, noun)[:1] if _hurt(n)), None)
    if named is None and inner is not None:
        named = owner(scene, inner)
    quantity = _number_of(desk, match, inner)
    if (named if row.type is CasualtyType.LOSSES else quantity) is None:
        return None
    of = named or _own_side(desk, match) or _of(desk, match, inner or noun, found)
    core = _span(desk, noun.first, noun.last, quantity)
    last = (inner.last - 1,) if inner is not None else ()
    return Roles(of, amount(quantity), core, (*_edges(desk, core), *_genitive(desk, noun), *last), True)


def _own_side(desk: Desk, match: Match) -> str | None:
    """ "bezifferte die eigenen Verluste auf …": those of the subject."""
    if not any(desk.scene.is_a(p, "own") for p in desk.scene.own_tokens(match.clause)):
        return None
    top = subject(desk.scene, match.clause)
    return desk.scene.power(top.actor.actor) if top is not None and top.actor is not None else None


def _number_of(desk: Desk, match: Match, inner: Nominal | None) -> QuantityMention | None:
    """The number of a noun, of the people after it ("den Tod von zwei Soldaten"), or right before a participle."""
    assert match.nominal is not None
    if match.how is How.PARTICIPLE:
        before = [
            q for q in desk.scene.mentions.quantities if match.nominal.first - 3 <= q.first and q.last <= match.at
        ]
        return before[-1] if before else match.nominal.quantity
    if match.nominal.quantity is None and inner is not None:
        return inner.quantity
    return number_of(desk.scene, match.nominal, match.clause)


def _genitive(desk: Desk, noun: Nominal) -> tuple[int, ...]:
    """The name in the genitive before or after a noun of losses belongs to the evidence."""
    sentence = desk.scene.nominals[desk.scene.sentence_of(noun.first).number]
    place = sentence.index(noun)
    if noun.attached and place and sentence[place - 1].actor is not None and noun.preposition is None:
        return (sentence[place - 1].head,)
    return tuple(n.last - 1 for n in sentence[place + 1 : place + 2] if n.attached and n.actor is not None)
