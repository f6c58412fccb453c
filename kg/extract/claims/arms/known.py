"""The roles of a match, where enough of them is known for a claim; what else it tells goes to what was told."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.claims.arms.aided import aided_roles
from kg.extract.claims.arms.any_verb import any_roles
from kg.extract.claims.arms.nouns import noun_roles
from kg.extract.claims.arms.openings import opened, wished
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.roles import verb_roles
from kg.extract.claims.arms.takers import described_taker
from kg.extract.claims.arms.told import Told
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.modality import Effect
from kg.extract.claims.grammar.mood import clause_effects
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.model import Deployment, Role

__all__ = ["known_roles"]


def known_roles(desk: Desk, match: Match, told: list[Told], moved: Sequence[Deployment]) -> Roles | None:
    """The roles of a match in prose, if enough of them is known; what a headline tells of, or a clause without goods,
    goes to `told` alone."""
    assert isinstance(match.row, ArmsTransferRow)
    roles = _roles(desk, match, match.row, told)
    if desk.scene.sentence_of(match.at).role is not Role.PROSE:
        told += _announced(desk, match, roles)
        return None
    if roles is None:
        only = opened(desk, match, told)
        told += [only] if only is not None else []
        return None
    roles = described_taker(desk, match, roles, moved)
    if not _counts(match.row, roles):
        hoped = wished(desk, match, roles)
        told += [hoped] if hoped is not None else []
        return None
    return roles


def _announced(desk: Desk, match: Match, roles: Roles | None) -> list[Told]:
    """What a headline tells of, which is no claim, but lends its roles to the sentences below it."""
    if roles is None or None in {roles.supplier, roles.recipient} or match.how is not How.VERB:
        return []
    effects = clause_effects(desk.scene, match.clause, desk.signs, ought=Effect.PLANNED)
    planned = bool(effects & {Effect.PLANNED, Effect.POSSIBLE})
    denied = bool(effects & {Effect.DENIED, Effect.DROP})
    return [] if denied else [Told(roles.supplier, roles.recipient, roles.goods, match.at, planned)]


def _roles(desk: Desk, match: Match, row: ArmsTransferRow, told: list[Told]) -> Roles | None:
    if row.pattern is Pattern.ANY:
        return any_roles(desk, match, told)
    if row.pattern is Pattern.AIDED:
        return aided_roles(desk, match)
    return verb_roles(desk, match, row, told) if match.how is How.VERB else noun_roles(desk, match, told)


def _counts(row: ArmsTransferRow, roles: Roles) -> bool:
    """Whether enough is known: two parties for plain goods, one and a weapon for arms; never the same on both sides."""
    if roles.supplier is not None and roles.supplier == roles.recipient:
        return False
    if row.pattern is Pattern.ASK and None in {roles.supplier, roles.recipient}:
        return roles.recipient is not None and roles.goods.arms and _is_counted(roles)
    known = (roles.supplier is not None) + (roles.recipient is not None)
    return known == 2 or (known == 1 and roles.goods.arms)


def _is_counted(roles: Roles) -> bool:
    """Whether goods have a number: whoever asks for so many asks in earnest, whoever it is that should give."""
    return any(n.quantity is not None and n.quantity.number is not None for n in roles.goods.phrases)
