"""Goods that are given for other goods: "im Gegenzug", "für seine Granaten bekommt Kim Öl", "bezahlt mit Technik"."""

from __future__ import annotations

from kg.extract.claims.arms.goods import goods_in
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner
from kg.lang.arms_transfer import ArmsTransferRow, Pattern

__all__ = ["in_return", "paid_for"]


def in_return(desk: Desk, match: Match) -> bool:
    """Whether a clause tells of what is given for something else, by its verb or a word, or names what it is for."""
    row = match.row
    pays = isinstance(row, ArmsTransferRow) and row.returns
    own = desk.scene.own_tokens(match.clause)
    return pays or any(_says_so(desk, p) for p in own) or _paid(desk, match) is not None or _for_people(desk, match)


def _for_people(desk: Desk, match: Match) -> bool:
    """ "Was bekommt er für seine Soldaten?": people who are paid for."""
    gets = isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.GET
    inside = desk.scene.inside(match.clause) if gets else ()
    sent = (n for n in inside if n.preposition is not None and desk.scene.is_a(n.preposition, "swapped-for"))
    return any(n.people is not None and n.people.personnel is not None for n in sent)


def _says_so(desk: Desk, position: int) -> bool:
    return desk.scene.is_a(position, "in-return") and desk.scene.text.tokens[position].tag != "APPR"


def paid_for(desk: Desk, match: Match, roles: Roles) -> Roles | None:
    """What the recipient has given in return, where the clause names it; None where one of both is open."""
    phrase = _paid(desk, match)
    goods = goods_in(desk, _run(desk, match, phrase)) if phrase is not None else None
    if goods is None or phrase is None or not goods.arms or None in {roles.supplier, roles.recipient}:
        return None
    first = phrase.preposition if phrase.preposition is not None else phrase.first
    return Roles(roles.recipient, roles.supplier, goods, (first, *goods.positions), True)


def _run(desk: Desk, match: Match, phrase: Nominal) -> list[Nominal]:
    """A phrase with what is joined to it ("für Granaten und Raketen")."""
    return [n for n in desk.scene.inside(match.clause) if n.preposition == phrase.preposition]


def _paid(desk: Desk, match: Match) -> Nominal | None:
    """The goods of a clause that others are given for."""
    scene = desk.scene
    inside = scene.inside(match.clause)
    for nominal in inside:
        if nominal.preposition is None or nominal.item is None or not scene.is_a(nominal.preposition, "swapped-for"):
            continue
        before = next((n for n in inside if n.last == nominal.preposition), None)
        if before is not None and before.lemma in scene.words.jobs["in-return"]:
            return nominal
        if (before is None or before.actor is not None) and _is_swapped(desk, match, nominal):
            return nominal
    return None


def _is_swapped(desk: Desk, match: Match, nominal: Nominal) -> bool:
    """Whether weapons are what is paid for where only "für" says so: they are theirs, or what comes is no weapon."""
    scene, row = desk.scene, match.row
    pays = isinstance(row, ArmsTransferRow) and (row.pattern is Pattern.GET or row.returns)
    if not pays or nominal.item is None or not nominal.item.arms:
        return False
    own = nominal.determiner is not None and scene.text.tokens[nominal.determiner].tag == "PPOSAT"
    others = [n for n in scene.inside(match.clause) if n.item is not None and n.preposition != nominal.preposition]
    plain = bool(others) and not any(n.item is not None and n.item.arms for n in others)
    return own or plain or owner(scene, nominal) is not None
