"""Counted weapons in a sentence that carries on what was told of a transfer, whatever its verb: "Vorgesehen sind 60
Panzer", "Weitere 60 Panzer würden verladen"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.extract.claims.arms.goods import Goods, goods_in
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.powers import power_of
from kg.extract.claims.arms.told import Told, near_told
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.modality import Effect
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner
from kg.lang import Language
from kg.lang.arms_transfer import ArmsTransferRow, Pattern

__all__ = ["carried_on"]


def carried_on(desk: Desk, match: Match, inside: Sequence[Nominal], told: list[Told]) -> Roles | None:
    """The parties of the transfer told right before, in the same paragraph; None where the clause tells of fighting or
    names somebody else, or where its weapons are of another sort or not counted."""
    near = near_told(desk, match.at, told)
    if near is None or None in {near.supplier, near.recipient} or not _is_same_paragraph(desk, match.at, near.at):
        return None
    clause = match.clause
    weapons = [n for n in inside if n.item is not None and n.item.arms and _is_free(desk, n, inside)]
    goods = goods_in(desk, weapons)
    if goods is None or clause.lemma in _fighting(desk.language) | desk.scene.words.jobs["not-given"]:
        return None
    if any(_is_fight(desk, n) for n in inside):
        return None
    if not _goes_on(desk, match, goods, near) or not all(_fits(desk, n, near) for n in inside):
        return None
    entry = desk.signs.verbs.get(clause.lemma)
    planned = near.planned or (entry is not None and entry[1] is Effect.PLANNED)
    return Roles(
        near.supplier,
        near.recipient,
        goods,
        (match.at, *clause.verbs, *goods.positions),
        False,
        planned=planned,
    )


def _is_same_paragraph(desk: Desk, position: int, other: int) -> bool:
    return desk.scene.sentence_of(position).paragraph == desk.scene.sentence_of(other).paragraph


@cache
def _fighting(language: Language) -> frozenset[str]:
    """The verbs that tell of the use of weapons."""
    rows = language.table(ArmsTransferRow).values()
    return frozenset(verb for row in rows if row.pattern is Pattern.FIRE for verb in row.verbs)


def _is_free(desk: Desk, nominal: Nominal, inside: Sequence[Nominal]) -> bool:
    """Without preposition, or held: "die nächste Tranche mit 60 Panzern"."""
    if nominal.preposition is None:
        return not nominal.pronoun
    before = next((n for n in inside if n.last == nominal.preposition and n.preposition is None), None)
    lump = before is not None and (desk.scene.is_noun(before, "package") or _is_delivery(desk, before))
    return lump and desk.scene.is_a(nominal.preposition, "with")


def _is_fight(desk: Desk, nominal: Nominal) -> bool:
    """ "im Manöver", "zum Einsatz", "bei dem Angriff"."""
    row = desk.scene.words.spheres.get(nominal.lemma)
    fight = row is not None and row.conflict and not row.weak
    return nominal.item is None and (fight or any(desk.scene.is_noun(nominal, job) for job in ("trial", "use")))


def _goes_on(desk: Desk, match: Match, goods: Goods, near: Told) -> bool:
    """Whether the weapons are counted, or come with "auch", and are of a sort that the words before leave open."""
    counted = any(n.quantity is not None and n.quantity.number is not None for n in goods.phrases)
    more = any(desk.scene.is_a(p, "too") for p in desk.scene.own_tokens(match.clause))
    known = {item.concept for item in near.goods.items}
    alike = near.whole or "weapons" in known or bool(known & {item.concept for item in goods.items}) or more
    return alike and (counted or (more and _is_part(desk, match)))


def _is_part(desk: Desk, match: Match) -> bool:
    """ "Teil der Lieferung", "unter den Waffen": whether the clause names what the weapons are a part of."""
    lumps = (n for n in desk.scene.inside(match.clause) if desk.scene.is_noun(n, "package") or _is_delivery(desk, n))
    return any(True for _ in lumps)


def _is_delivery(desk: Desk, nominal: Nominal) -> bool:
    return desk.scene.is_noun(nominal, "help") or desk.scene.is_noun(nominal, "carrier")


def _fits(desk: Desk, nominal: Nominal, near: Told) -> bool:
    """Whether a phrase names nobody but the giver, who may act, and the taker, who may be a goal; whoever says it all
    does not count."""
    if desk.scene.speaks(nominal) or desk.scene.is_noun(nominal, "package"):
        return True
    if nominal.item is not None:
        return owner(desk.scene, nominal) in {None, near.supplier}
    power = power_of(desk, nominal)
    if nominal.people is not None and power is None:
        return False
    return power in {None, near.supplier} or (power == near.recipient and nominal.preposition is not None)
