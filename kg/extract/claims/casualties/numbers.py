"""How many casualties a noun or a participle before one tells of."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.numbers import is_part, number_of
from kg.lang.casualties import CasualtyRow
from kg.model import CasualtyType, QuantityMention

__all__ = ["number_told"]


def number_told(desk: Desk, match: Match, inner: Nominal | None) -> QuantityMention | None:
    """The number of a noun, of the people after it ("den Tod von zwei Soldaten"), or right before a participle."""
    assert match.nominal is not None
    losses = isinstance(match.row, CasualtyRow) and match.row.type is CasualtyType.LOSSES
    if losses and is_part(desk.scene, match.nominal):
        return None
    if match.how is How.PARTICIPLE:
        before = [
            q for q in desk.scene.mentions.quantities if match.nominal.first - 3 <= q.first and q.last <= match.at
        ]
        own = (before[-1] if before else None) or match.nominal.quantity
        own = own or number_of(desk.scene, match.nominal, match.clause)
        return own or (_put_at(desk, match) if _is_numbered(desk, match) else None)
    if match.nominal.quantity is None and inner is not None and inner.quantity is not None:
        return inner.quantity
    counted = _whole(desk, match) or _held(desk, match.nominal)
    put = (
        losses
        or not match.clause.verbs
        or _is_numbered(desk, match)
        or match.clause.lemma in desk.scene.words.jobs["put-number"]
    )
    return counted or (_put_at(desk, match) if put else None)


def _whole(desk: Desk, match: Match) -> QuantityMention | None:
    """The number of dead by their own noun phrase, of whom "die meisten" may be told: they are dead all the same."""
    assert match.nominal is not None
    part = is_part(desk.scene, match.nominal)
    return match.nominal.quantity if part else number_of(desk.scene, match.nominal, match.clause)


def _is_numbered(desk: Desk, match: Match) -> bool:
    """Whether "die Zahl der …" stands before it in its clause."""
    if match.nominal is not None and match.nominal.coordinated:
        return False
    near = (n for n in desk.scene.inside(match.clause) if match.at - _REACH <= n.head < match.at)
    return any(n.people is not None and desk.scene.is_noun(n, "number") for n in near)


_REACH = 8
"""Tokens between "die Zahl" and those that it counts."""


def _held(desk: Desk, noun: Nominal) -> QuantityMention | None:
    """ "«einigen Hundert» Ausfällen": the number of the noun that holds them."""
    sentence = desk.scene.nominals[desk.scene.sentence_of(noun.first).number]
    place = sentence.index(noun) if noun in sentence else 0
    before = sentence[place - 1] if place and noun.attached else None
    return before.quantity if before is not None and before.people is not None and before.people.holds else None


def _put_at(desk: Desk, match: Match) -> QuantityMention | None:
    """The number that losses are put at in their clause: "bezifferte … auf 4700", "lägen bei 4000 Mann"."""
    scene = desk.scene
    for quantity in scene.mentions.quantities:
        fronted = match.clause.lemma in scene.words.jobs["put-number"] and quantity.first <= match.clause.first + 2
        own = scene.clause_of[quantity.first] == match.clause.number and (quantity.first > match.at or fronted)
        before = quantity.first - (2 if scene.text.tokens[quantity.first - 1].tag == "ADJD" else 1)
        others = [n for n in scene.inside(match.clause) if n.quantity is quantity and n.people is None]
        if own and not others and (scene.is_a(before, "put-at") or _is_of_them(desk, match, before)):
            return quantity
    return None


def _is_of_them(desk: Desk, match: Match, position: int) -> bool:
    """ "Verluste der Ukraine von 2000 Mann": whether "von" stands right behind the noun and whose they are."""
    if match.nominal is None or not desk.scene.is_a(position, "of"):
        return False
    chain = chain_after(desk.scene, match.nominal)[:1]
    return bool(chain) and chain[0].last == position and chain[0].actor is not None
