"""Agreements told by what is agreed, without a noun: "vereinbarten, einander im Angriffsfall zu helfen"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.claims.agreements.mentions import Mention
from kg.extract.claims.agreements.types import ties
from kg.extract.claims.common.drafts import Desk, date_in
from kg.extract.claims.common.pairs import both, pair_of, party_of
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import parties
from kg.lang.agreement import AgreementRow, Tie
from kg.model import ActorKind, Clause, ClauseKind, Role

__all__ = ["acts"]

_CONTENT = frozenset({ClauseKind.INFINITIVE, ClauseKind.SUBORDINATE})


def acts(desk: Desk) -> Iterator[Mention]:
    """A mention for each clause in which two states agree on what each will do for the other."""
    rows = ties(desk.language)
    for clause in desk.scene.text.clauses:
        row = rows.get(clause.lemma)
        if row is None or row.tie is not Tie.SIGNS or desk.scene.sentence_of(clause.first).role is not Role.PROSE:
            continue
        content = _mutual(desk, clause)
        mention = _mention(desk, clause, content) if content is not None else None
        if mention is not None:
            yield mention


def _mutual(desk: Desk, clause: Clause) -> Clause | None:
    """The clause of what is agreed, if each does it for the other ("einander", "sich gegenseitig")."""
    for other in desk.scene.text.clauses:
        below = other.parent == clause.number and other.kind in _CONTENT and other.first > clause.first
        below = below and other.lemma not in desk.scene.words.jobs["meeting"]
        if below and any(desk.scene.is_a(p, "each-other") for p in desk.scene.own_tokens(other)):
            return other
    return None


def _mention(desk: Desk, clause: Clause, content: Clause) -> Mention | None:
    scene = desk.scene
    inside = scene.inside(clause)
    named = parties(scene, inside)
    agreed = {party for n in named if (party := party_of(scene, n)) is not None}
    if any(both(scene, n) for n in inside):
        agreed |= set(pair_of(scene, clause.first))
    if len(agreed) < 2 or not inside:
        return None
    people = tuple(_person(n) for n in named if _person(n))
    return Mention(
        noun=inside[0],
        row=desk.language.table(AgreementRow)["mutual"],
        clause=clause,
        tie=Tie.SIGNS,
        parties=tuple(sorted(agreed)),
        signatories=people,
        signed=date_in(scene, clause),
        place=next((n.place.place.id for n in inside if _is_where(desk, n) and n.place is not None), None),
        first=clause.first,
        last=content.last,
    )


def _person(nominal: Nominal) -> str:
    actor = nominal.actor.actor if nominal.actor is not None else None
    return actor.id if actor is not None and actor.kind is ActorKind.PERSON else ""


def _is_where(desk: Desk, nominal: Nominal) -> bool:
    return nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "in")
