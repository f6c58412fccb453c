"""Know-how told as help: "Hilfe bei der Entwicklung von Raketen", "hilft beim Bau von U-Booten"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.lang.items import ItemRow
from kg.model import Clause, ClauseKind

__all__ = ["as_help", "as_work", "works"]

_CHAIN = 2
"""Phrases behind a noun of making that can tell what is made."""
_STEM = 4
"""Letters that the good in the first part of a compound has at least."""


def as_help(desk: Desk, nominal: Nominal, *, comes: bool) -> Nominal:
    """ "Hilfe bei der Entwicklung von Raketen" as know-how, any other noun phrase as it is; where it `comes`,
    "wirtschaftliche Hilfe" as goods too."""
    if nominal.item is not None or not desk.scene.is_noun(nominal, "aid"):
        return nominal
    if comes and any(desk.scene.is_a(p, "goods-help") for p in range(nominal.first, nominal.head)):
        return nominal._replace(item=desk.language.table(ItemRow)["supplies"])
    for after in chain_after(desk.scene, nominal)[:_CHAIN]:
        if after.preposition is None or not desk.scene.is_a(after.preposition, "at-work"):
            continue
        made = _made(desk, after) or (after if _is_skill(after) else None)
        if made is not None:
            return nominal._replace(item=_know_how(desk), last=made.last)
    return nominal


def _is_skill(nominal: Nominal) -> bool:
    """ "bei der Satellitentechnik"."""
    return nominal.item is not None and nominal.item.key == "know-how"


def as_work(desk: Desk, nominal: Nominal) -> Nominal:
    """ "Ausbau der Luftabwehr", "seine Raketen" as know-how, weapons or not; any other noun phrase as it is."""
    made = _made(desk, nominal) or (nominal if _is_made(desk, nominal) else None)
    return nominal._replace(item=_know_how(desk), last=max(made.last, nominal.last)) if made is not None else nominal


def works(desk: Desk, clause: Clause, inside: tuple[Nominal, ...]) -> Iterator[Nominal]:
    """What somebody is helped with: "beim Bau von U-Booten", or in an infinitive, "eine Drohnenfabrik aufzubauen"."""
    for nominal in inside:
        at = nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "at-work")
        made = _made(desk, nominal) if at else None
        if made is not None:
            yield nominal._replace(item=_know_how(desk), last=made.last)
    for other in desk.scene.text.clauses:
        below = other.parent == clause.number and other.kind is ClauseKind.INFINITIVE
        if below and other.lemma in desk.scene.words.jobs["make-verb"]:
            yield from (n._replace(item=_know_how(desk)) for n in desk.scene.inside(other) if _is_made(desk, n))


def _made(desk: Desk, nominal: Nominal) -> Nominal | None:
    """The phrase that a noun of making ends in, if it makes weapons or the like; None for any other noun."""
    if desk.scene.is_noun(nominal, "made-thing"):
        return nominal
    if not desk.scene.is_noun(nominal, "making"):
        return None
    if _of_goods(desk, nominal):
        return nominal
    return next((n for n in chain_after(desk.scene, nominal)[:_CHAIN] if _is_made(desk, n)), None)


def _is_made(desk: Desk, nominal: Nominal) -> bool:
    return nominal.item is not None or desk.scene.is_noun(nominal, "made-thing") or _of_goods(desk, nominal)


def _of_goods(desk: Desk, nominal: Nominal) -> bool:
    """Whether the first part of a compound is a weapon ("Raketenprogramm")."""
    cuts = range(_STEM, len(nominal.lemma) - _STEM + 1)
    if any(desk.scene.names(nominal.lemma[:cut].removesuffix("-").removesuffix("en"), "made-thing") for cut in cuts):
        return True
    rows = (desk.scene.words.goods.nearest(nominal.lemma[:cut].removesuffix("-")) for cut in reversed(cuts))
    return any(row is not None and row.arms for row in rows)


def _know_how(desk: Desk) -> ItemRow:
    return desk.language.table(ItemRow)["know-how"]
