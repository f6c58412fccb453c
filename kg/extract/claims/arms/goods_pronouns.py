"""Goods that a clause names by a pronoun alone: "Macron hatte sie Kiew zugesagt"."""

from __future__ import annotations

from kg.extract.claims.arms.goods import Goods, goods_in
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern

__all__ = ["pronoun_goods"]


def pronoun_goods(desk: Desk, match: Match) -> Goods | None:
    """The weapons that "sie" or "diese" means: the only ones of the sentence before; None where the pronoun can be who
    gives or gets."""
    scene, clause = desk.scene, match.clause
    pronoun = next((n for n in scene.inside(clause) if _can_be_goods(desk, n)), None)
    moves = clause.passive or (isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.MOVE)
    if pronoun is None or (subject(scene, clause) is None) != moves:
        return None
    before = scene.nominals[max(scene.sentence_of(match.at).number - 1, 0)]
    weapons = [n for n in before if n.item is not None and n.item.arms and n.head < clause.first]
    goods = goods_in(desk, weapons) if weapons else None
    if goods is None or len({n.lemma for n in weapons}) > 1:
        return None
    return goods._replace(positions=(pronoun.first,))


def _can_be_goods(desk: Desk, nominal: Nominal) -> bool:
    words = desk.scene.words.jobs
    named = nominal.lemma in words["they"] | words["it"] and nominal.preposition is None
    return nominal.pronoun and named and desk.scene.text.tokens[nominal.head].tag in {"PPER", "PDS"}
