"""Casualties that share the words of those told right before: "Russland sogar 600.000", "in Charkiw fünf"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.claims.casualties.victims import hurt
from kg.extract.claims.common.drafts import Desk, amount
from kg.extract.claims.grammar.location import where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.origin import state_by_adjective
from kg.extract.claims.grammar.slots import owner
from kg.model import ActorKind, Casualties, CasualtyType, Clause, ClauseKind, Modality, QuantityMention

__all__ = ["gapped"]

_BACK = 2
"""Tokens before a number in which "statt" stands."""


def gapped(desk: Desk, found: Sequence[Casualties]) -> list[Casualties]:
    """The casualties of numbers in clauses without a verb behind those of `found`, and of "statt von 300"."""
    if not found:
        return []
    more = (_gap(desk, q, found) or _instead(desk, q, found) for q in desk.scene.mentions.quantities)
    return [claim for claim in more if claim is not None]


def _gap(desk: Desk, quantity: QuantityMention, found: Sequence[Casualties]) -> Casualties | None:
    scene, at = desk.scene, quantity.first
    clause = scene.clause_at(at)
    if clause is None or quantity.number is None or clause.kind is not ClauseKind.FRAGMENT or clause.verbs:
        return None
    sentence, start = scene.sentence_of(at), scene.text.tokens[at].start
    before = [f for f in found if sentence.start <= f.evidence.start < start and f.number is not None]
    if not before or any(f.number == quantity.number and f.evidence.contains(quantity.span) for f in found):
        return None
    last = before[-1]
    counted = next((n for n in scene.inside(clause) if n.quantity is quantity), None)
    if not _follows(desk, clause, last) or not _counts_people(desk, quantity, counted, last):
        return None
    side = _side(desk, clause, quantity)
    if side is None and counted is not None and not counted.pronoun:
        return None
    claim = _like(desk, last, quantity, side or last.of)
    teller = _teller(desk, clause, last)
    return claim if teller is None else replace(claim, claimants=(teller,), statement=None)


def _teller(desk: Desk, clause: Clause, last: Casualties) -> str | None:
    """ "Armenien meldete 30 gefallene Soldaten, Ruanda 70": who tells of their own, as the one before has."""
    scene = desk.scene
    above = scene.text.clauses[clause.parent] if clause.parent is not None else None
    if above is None or last.claimants != (last.of,) or above.lemma not in scene.words.jobs["admit"]:
        return None
    opening = next(iter(scene.inside(clause)), None)
    named = opening.actor if opening is not None and opening.preposition is None else None
    return named.actor.id if named is not None and named.actor.kind is ActorKind.STATE else None


def _follows(desk: Desk, clause: Clause, last: Casualties) -> bool:
    """Whether a clause without a verb stands right behind the one that has told of casualties."""
    tokens = desk.scene.text.tokens
    between = tokens[max(clause.first - 6, 0) : clause.first]
    comma = (bool(between) and between[-1].form == ",") or desk.scene.is_a(clause.first, "and")
    return comma and (clause.parent is not None or last.evidence.end + 2 >= tokens[clause.first].start)


def _counts_people(desk: Desk, quantity: QuantityMention, counted: Nominal | None, last: Casualties) -> bool:
    """Whether a number counts people, or nothing that is named; of "fünf davon" only how badly they were hurt."""
    scene = desk.scene
    some = any(scene.is_a(p, "among") for p in range(quantity.first - 1, quantity.last + 1))
    if scene.is_a(quantity.first - 1, "put-at") or (quantity.first and scene.is_a(quantity.first - 1, "the")):
        return False
    if some:
        uncounted = counted is None or counted.pronoun
        return uncounted and last.type is CasualtyType.WOUNDED and scene.is_a(quantity.last + 1, "badly")
    if counted is not None:
        return counted.pronoun or hurt(counted) or (counted.place is not None and not counted.attached)
    after = scene.text.tokens[quantity.last].tag if quantity.last < len(scene.text.tokens) else ""
    return not after.startswith(("N", "ADJ", "CARD", "XY"))


def _side(desk: Desk, clause: Clause, quantity: QuantityMention) -> str | None:
    """Whose they are: of the side that the clause names before the number, else of the country of its place."""
    scene = desk.scene
    for nominal in scene.inside(clause):
        if nominal.preposition is not None or nominal.pronoun or nominal.first > quantity.first:
            continue
        power = owner(scene, nominal)
        if power is None and nominal.actor is not None:
            power = scene.power(nominal.actor.actor)
        if power is not None:
            return power
    return state_by_adjective(scene, clause.first, quantity.first) or where(scene, scene.inside(clause)).host


def _instead(desk: Desk, quantity: QuantityMention, found: Sequence[Casualties]) -> Casualties | None:
    """ "Statt von 300 ist nun von 600 Toten die Rede": the number that no longer holds."""
    scene, at = desk.scene, quantity.first
    clause = scene.clause_at(at)
    told = any(scene.is_a(p, "instead") for p in range(max(at - _BACK, 0), at))
    if (
        clause is None
        or quantity.number is None
        or not told
        or any(n.quantity is quantity for n in scene.inside(clause))
    ):
        return None
    tokens = scene.text.tokens
    after = (f for f in found if tokens[at].start < f.evidence.start < tokens[clause.last - 1].end)
    last = next((f for f in after if f.number is not None), None)
    return _like(desk, last, quantity, last.of) if last is not None else None


def _like(desk: Desk, last: Casualties, quantity: QuantityMention, of: str | None) -> Casualties:
    scene, size = desk.scene, amount(quantity)
    clause = scene.clause_of[quantity.first]
    own = range(quantity.first - 1, max(quantity.first - 3, -1), -1)
    denied = any(scene.is_a(p, "not") for p in own if scene.clause_of[p] == clause)
    opening = scene.text.clauses[clause].first if scene.text.clauses[clause].verbs == () else quantity.first
    return replace(
        last,
        of=of,
        number=size.number,
        qualifier=size.qualifier,
        minimum=size.minimum,
        maximum=size.maximum,
        modality=Modality.DENIED if denied else last.modality,
        when=None,
        evidence=scene.text.span(opening, quantity.last),
    )
