"""Help that is told as a whole before its parts are: "ein Hilfspaket für die Ukraine. Es umfasst zehn Panzer"."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from kg.extract.claims.arms.goods import goods_in
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.powers import power_of, prepositional
from kg.extract.claims.arms.sides import backed_by
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner, parties, subject
from kg.model import Clause

__all__ = ["Package", "package_in", "packed"]

_CHAIN = 5


class Package(NamedTuple):
    """Who helps whom."""

    supplier: str
    recipient: str
    planned: bool


def package_in(desk: Desk, clause: Clause, nominal: Nominal) -> Package | None:
    """The help that a noun phrase of a clause tells of as a whole; None where a party of it is not known."""
    if not desk.scene.is_noun(nominal, "package"):
        return None
    top = (
        power_of(desk, subject(desk.scene, clause)) if clause.lemma not in desk.scene.words.jobs["of-others"] else None
    )
    giver = owner(desk.scene, nominal) or top
    to = prepositional(desk, chain_after(desk.scene, nominal)[:_CHAIN], "recipient")
    takers = (power_of(desk, n) for n in (to, *parties(desk.scene, desk.scene.inside(clause))))
    taker = next((one for one in takers if one not in {None, giver}), None)
    taker = taker or (backed_by(desk, giver) if giver is not None else None)
    if giver is None or taker is None:
        return None
    return Package(giver, taker, clause.lemma in desk.scene.words.jobs["announce"])


def packed(desk: Desk, match: Match, inside: tuple[Nominal, ...]) -> Roles | None:
    """ "schnürte ein Paket mit Drohnen": help that somebody does something with, whatever it is, and what it holds."""
    scene, clause = desk.scene, match.clause
    for whole in (n for n in inside if scene.is_noun(n, "package") and n.item is None):
        giver, taker = owner(scene, whole), power_of(desk, prepositional(desk, chain_after(scene, whole), "for"))
        goods = goods_in(desk, [n for n in inside if n.first > whole.last])
        if goods is not None and giver is not None and taker not in {None, giver}:
            return Roles(giver, taker, goods, (match.at, whole.first, *goods.positions), True)
    for whole, held in pairwise(inside):
        holds = held.preposition is not None and any(scene.is_a(held.preposition, job) for job in ("with", "source"))
        if whole.preposition is not None or not (holds and held.attached and scene.is_noun(whole, "package")):
            continue
        goods = goods_in(desk, [n for n in inside if n.first >= held.first and n.item is not None])
        giver = owner(scene, whole) or (power_of(desk, subject(scene, clause)) if not clause.passive else None)
        taker = power_of(desk, prepositional(desk, chain_after(scene, whole), "recipient"))
        taker = taker or (backed_by(desk, giver) if giver is not None else None)
        if goods is not None and goods.arms and giver is not None and taker not in {None, giver}:
            planned = clause.lemma in scene.words.jobs["announce"]
            positions = (match.at, *clause.verbs, whole.first, *goods.positions)
            return Roles(giver, taker, goods, positions, True, planned=planned)
    return None
