"""Soldiers who carry what another state has given them: "Sie seien mit russischen Gewehren ausgestattet"."""

from __future__ import annotations

from kg.extract.claims.arms.goods import Goods
from kg.extract.claims.arms.powers import power_of
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.slots import owner, subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern

__all__ = ["equipped"]


def equipped(desk: Desk, match: Match, goods: Goods) -> tuple[str, str] | None:
    """Whose the arms are and whose soldiers have them; None unless those soldiers are sent to the arms' owner."""
    row, clause, scene = match.row, match.clause, desk.scene
    if not isinstance(row, ArmsTransferRow) or row.pattern is not Pattern.SUPPLY or row.returns:
        return None
    has = clause.finite is not None and scene.is_a(clause.finite, "be")
    giver = next((o for n in goods.phrases if (o := owner(scene, n)) is not None), None)
    sent = {sender for sender, host in desk.pairs if host == giver}
    if giver is None or len(sent) != 1 or not (has or clause.passive):
        return None
    taker, top = sent.pop(), subject(scene, clause)
    free = (n for n in scene.inside(clause) if n.preposition is None and n.people is not None)
    strangers = any(n.determiner is None and owner(scene, n) != taker for n in free)
    return (giver, taker) if power_of(desk, top) in {None, taker} and not strangers else None
