"""Who gets what is given, where the sentence only describes them: "seinem Verbündeten", "den Rebellen"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.claims.arms.near import only_other
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.sides import backed_by, backer_of
from kg.extract.claims.common.bands import fighters
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.model import Deployment

__all__ = ["described_taker", "names_friend"]


def described_taker(desk: Desk, match: Match, roles: Roles, moved: Sequence[Deployment]) -> Roles:
    """The roles of a transfer with the recipient whom the article has told of before, if it has but one such."""
    if roles.recipient is not None or roles.supplier is None or match.how is not How.VERB or match.clause.passive:
        return roles
    for nominal in desk.scene.inside(match.clause):
        if nominal.preposition is not None and not desk.scene.is_a(nominal.preposition, "recipient"):
            continue
        taker = _ally(desk, match, nominal, roles.supplier, moved) or fighters(desk.scene, nominal)
        if taker is not None and taker != roles.supplier:
            positions = (*roles.positions, nominal.first, nominal.last - 1)
            return roles._replace(recipient=taker, positions=positions)
    return roles


def _is_friend(desk: Desk, nominal: Nominal) -> bool:
    return nominal.lemma in desk.scene.words.jobs["allies"] or desk.scene.is_noun(nominal, "neighbour")


def names_friend(desk: Desk, match: Match) -> bool:
    """Whether a clause describes to whom something is given: "dem Nachbarn", "an seinen Verbündeten"."""
    described = [n for n in desk.scene.inside(match.clause) if n.determiner is not None and _is_friend(desk, n)]
    return any(n.preposition is None or desk.scene.is_a(n.preposition, "recipient") for n in described)


def _ally(desk: Desk, match: Match, nominal: Nominal, supplier: str, moved: Sequence[Deployment]) -> str | None:
    """ "seinem Verbündeten": the one country to which the supplier was told to have sent soldiers, or that has sent
    some to it."""
    theirs = nominal.determiner is not None and desk.scene.text.tokens[nominal.determiner].tag in {"PPOSAT", "ART"}
    accusative = isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.SUPPLY
    if not theirs or (_form(desk, nominal) in desk.scene.words.jobs["plural-dative"] and not accusative):
        return None
    if not _is_friend(desk, nominal):
        return None
    here = desk.scene.text.tokens[nominal.head].start
    hosts = {m.host for m in moved if m.sender == supplier and m.evidence.start < here and m.host is not None}
    hosts = hosts or {m.sender for m in moved if m.host == supplier and m.sender is not None}
    known = hosts.pop() if len(hosts) == 1 else backed_by(desk, supplier) or backer_of(desk, supplier)
    return known or only_other(desk, match.at, supplier) or _named_after(desk, match.at, supplier)


def _named_after(desk: Desk, position: int, supplier: str) -> str | None:
    """ "… dem Nachbarn Panzer. Die Ukraine dankte": the one other state of the next sentence."""
    end = desk.scene.sentence_of(position).last
    return only_other(desk, end, supplier) if end < len(desk.scene.text.tokens) else None


def _form(desk: Desk, nominal: Nominal) -> str:
    return desk.scene.text.tokens[nominal.determiner].form.lower() if nominal.determiner is not None else ""
