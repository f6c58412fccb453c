"""Help that is told as a whole before its parts are: "ein Hilfspaket für die Ukraine. Es umfasst zehn Panzer"."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.arms.powers import power_of, prepositional
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner, parties, subject
from kg.model import Clause

__all__ = ["Package", "package_before"]

_CHAIN = 3


class Package(NamedTuple):
    """Who helps whom."""

    supplier: str
    recipient: str
    planned: bool


def package_before(desk: Desk, position: int) -> Package | None:
    """The last help of a known giver to a known taker in the sentence of a token or the one before it."""
    scene = desk.scene
    number = scene.sentence_of(position).number
    first, last = scene.text.sentences[max(number - 1, 0)].first, scene.sentence_of(position).last
    for clause in reversed(scene.text.clauses):
        if first <= clause.first < last:
            for nominal in scene.inside(clause):
                package = _package(desk, clause, nominal)
                if package is not None:
                    return package
    return None


def _package(desk: Desk, clause: Clause, nominal: Nominal) -> Package | None:
    if not desk.scene.is_noun(nominal, "package"):
        return None
    top = (
        power_of(desk, subject(desk.scene, clause)) if clause.lemma not in desk.scene.words.jobs["of-others"] else None
    )
    giver = owner(desk.scene, nominal) or top
    to = prepositional(desk, chain_after(desk.scene, nominal)[:_CHAIN], "recipient")
    takers = (power_of(desk, n) for n in (to, *parties(desk.scene, desk.scene.inside(clause))))
    taker = next((one for one in takers if one not in {None, giver}), None)
    if giver is None or taker is None:
        return None
    return Package(giver, taker, clause.lemma in desk.scene.words.jobs["announce"])
