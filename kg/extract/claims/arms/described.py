"""Who "das Land", "der Diktator" or "das Nachbarland" is, from the transfer told right before."""

from __future__ import annotations

from kg.extract.claims.arms.goods import NO_GOODS
from kg.extract.claims.arms.returns import in_return
from kg.extract.claims.arms.told import Told, near_told
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.clause_parts import is_ours
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import subject
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.model import ActorKind, MentionForm

__all__ = ["by_description"]

_SIDES = frozenset({Pattern.GIVE, Pattern.GET, Pattern.SUPPLY, Pattern.HELP})


def by_description(
    desk: Desk, match: Match, roles: tuple[str | None, str | None], told: list[Told]
) -> tuple[str | None, str | None]:
    """Supplier and recipient where a description is the subject: what is given in return goes the other way, and beside
    one of the two parties told before it means the other."""
    near, row = near_told(desk, match.at, told) or _paid_in_men(desk, match), match.row
    if (taker := _attacked_taker(desk, match, roles[0], told)) is not None:
        return roles[0], taker
    if near is not None and near.supplier is not None and near.recipient is not None and _names_taker(desk, match):
        pair = {near.supplier, near.recipient}
        if roles[0] in pair:
            return roles[0], next(power for power in pair if power != roles[0])
    if (
        near is not None
        and near.supplier is not None
        and near.recipient is not None
        and _is_paid(desk, match, roles, near)
    ):
        return near.recipient, near.supplier
    top = None if match.clause.passive else subject(desk.scene, match.clause)
    acts = isinstance(row, ArmsTransferRow) and row.pattern in _SIDES and top is not None and _describes(desk, top)
    if near is None or near.supplier is None or near.recipient is None or not acts:
        return roles
    gets = isinstance(row, ArmsTransferRow) and row.pattern is Pattern.GET
    other = roles[0] if gets else roles[1]
    back, pair = (near.recipient, near.supplier), {near.supplier, near.recipient}
    if in_return(desk, match) and other in {None, *pair}:
        return back
    if other in pair:
        one = next(power for power in pair if power != other)
        return (other, one) if gets else (one, other)
    return roles


def _paid_in_men(desk: Desk, match: Match) -> Told | None:
    """ "Im Gegenzug erhält das Land …": the only two of whom an article tells that one has sent people to the other."""
    pairs = {*desk.pairs}
    sender, host = next(iter(pairs)) if len(pairs) == 1 else (None, None)
    return Told(sender, host, NO_GOODS, match.at) if sender is not None and in_return(desk, match) else None


def _attacked_taker(desk: Desk, match: Match, supplier: str | None, told: list[Told]) -> str | None:
    """ "an das überfallene Land": who got something in the last transfer told, of the same supplier if there is one."""
    gives = isinstance(match.row, ArmsTransferRow) and match.row.pattern in _SIDES - {Pattern.GET}
    named = [n for n in desk.scene.inside(match.clause) if _describes(desk, n) and n.actor is None]
    called = [n for n in named if any(desk.scene.text.tokens[p].tag == "ADJA" for p in range(n.first, n.head))]
    if not gives or supplier is None or match.clause.passive or not called or "nom" in called[0].cases - {"acc"}:
        return None
    got = [t for t in told if t.recipient not in {None, supplier}]
    same = [t for t in got if t.supplier == supplier] or got
    return same[-1].recipient if same else None


def _is_paid(desk: Desk, match: Match, roles: tuple[str | None, str | None], near: Told) -> bool:
    """ "Was Kim dafür erhält": whether somebody gets something for what two others were told to give and get."""
    row, pair = match.row, {near.supplier, near.recipient}
    gets = isinstance(row, ArmsTransferRow) and row.pattern is Pattern.GET
    stranger = roles[1] is not None and roles[1] not in pair and roles[0] in {None, *pair}
    taker = desk.scene.actors.get(roles[1] or "")
    stranger = stranger and not (taker is not None and taker.kind is ActorKind.STATE)
    return gets and stranger and in_return(desk, match)


def _names_taker(desk: Desk, match: Match) -> bool:
    """Whether a clause tells that somebody gives or helps, and only describes to whom ("dem Regime")."""
    row, clause = match.row, match.clause
    gives = isinstance(row, ArmsTransferRow) and row.pattern in _SIDES and row.pattern is not Pattern.GET
    if not gives or clause.passive:
        return False
    top = subject(desk.scene, clause)
    free = [n for n in desk.scene.inside(clause) if n.preposition is None and n is not top]
    return any("nom" not in n.cases and _describes(desk, n) for n in free)


def _describes(desk: Desk, nominal: Nominal) -> bool:
    jobs = desk.scene.words.jobs
    if nominal.actor is not None and nominal.lemma not in jobs["land"] | jobs["that-land"]:
        return nominal.actor.form is MentionForm.OFFICE and nominal.lemma in jobs["ruler"]
    if nominal.determiner is None or is_ours(desk.scene, nominal):
        return False
    return nominal.lemma in jobs["land"] | jobs["country"] | jobs["that-land"]
