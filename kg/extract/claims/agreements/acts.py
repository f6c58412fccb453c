"""Agreements told by what is agreed, without a noun: "vereinbarten, einander im Angriffsfall zu helfen"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.claims.agreements.mentions import Mention
from kg.extract.claims.agreements.types import ties
from kg.extract.claims.common.drafts import Desk, date_in
from kg.extract.claims.common.pairs import both, pair_of, party, party_of
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import parties
from kg.lang.agreement import AgreementRow, Tie
from kg.model import ActorKind, Clause, ClauseKind, Role

__all__ = ["acts"]

_CONTENT = frozenset({ClauseKind.INFINITIVE, ClauseKind.SUBORDINATE})


def acts(desk: Desk) -> Iterator[Mention]:
    """A mention for each clause in which two states agree on what each will do for the other."""
    rows = ties(desk.language)
    treaties = not desk.scene.words.jobs["by-treaty"].isdisjoint(desk.scene.lemmas)
    for clause in desk.scene.text.clauses:
        mention = _by_treaty(desk, clause) if treaties else None
        if mention is not None:
            yield mention
            continue
        row = rows.get(clause.lemma)
        if row is None or row.tie is not Tie.SIGNS or desk.scene.sentence_of(clause.first).role is not Role.PROSE:
            continue
        content, mutual = _mutual(desk, clause), True
        if content is None and clause.lemma in desk.scene.words.jobs["arrange"]:
            content, mutual = _arranged(desk, clause), False
        mention = _mention(desk, clause, content, mutual=mutual) if content is not None else None
        if mention is not None:
            yield mention


def _by_treaty(desk: Desk, clause: Clause) -> Mention | None:
    """As in "X hat sich gegenüber Y vertraglich zum Beistand verpflichtet": the adverb tells of an agreement."""
    scene = desk.scene
    prose = scene.sentence_of(clause.first).role is Role.PROSE
    if not prose or not any(scene.is_a(p, "by-treaty") for p in scene.own_tokens(clause)):
        return None
    below = (c for c in scene.text.clauses if c.parent == clause.number and c.kind is ClauseKind.INFINITIVE)
    first = next(below, clause)
    content = first if first.first >= clause.last else clause
    return _mention(desk, clause, content, mutual=False, kind="treaty")


def _mutual(desk: Desk, clause: Clause) -> Clause | None:
    """The clause of what is agreed, if each does it for the other ("einander", "sich gegenseitig")."""
    for other in desk.scene.text.clauses:
        below = other.parent == clause.number and other.kind in _CONTENT and other.first > clause.first
        below = below and other.lemma not in desk.scene.words.jobs["meeting"]
        if below and any(desk.scene.is_a(p, "each-other") for p in desk.scene.own_tokens(other)):
            return other
    return None


def _arranged(desk: Desk, clause: Clause) -> Clause | None:
    """What somebody arranges with another: "vereinbarten mit X, die Ausfuhr zu prüfen", "beide Seiten vereinbarten, …",
    not to meet or to talk."""
    scene, inside = desk.scene, desk.scene.inside(clause)
    if not any(both(scene, n) or (n.preposition is not None and scene.is_a(n.preposition, "with")) for n in inside):
        return None
    below = (c for c in scene.text.clauses if c.parent == clause.number and c.kind in _CONTENT)
    told = (c for c in below if c.first > clause.first and scene.text.tokens[c.first - 1].form == ",")
    return next((c for c in told if c.lemma not in scene.words.jobs["meeting"] | scene.words.jobs["talk-on"]), None)


def _arranging(desk: Desk, clause: Clause) -> set[str]:
    """With whom it is arranged, and the state of whoever says "man", "wir"."""
    scene = desk.scene
    inside = scene.inside(clause)
    others = (n for n in inside if n.preposition is not None and _is_partner(scene, n.preposition))
    found = {party for n in others if (party := party_of(scene, n)) is not None}
    self_told = any(scene.is_a(p, "self") for p in scene.own_tokens(clause))
    own = _of_speaker(scene, clause) if self_told else None
    return found | ({own} if own is not None else set())


def _is_partner(scene: Scene, place: int) -> bool:
    return scene.is_a(place, "with") or scene.is_a(place, "over-against")


def _of_speaker(scene: Scene, clause: Clause) -> str | None:
    """The party of whoever says a clause."""
    here = scene.text.tokens[clause.finite if clause.finite is not None else clause.first].span
    told = next((s.speakers[0] for s in scene.statements if s.speakers and s.content.contains(here)), None)
    return party(scene, scene.actors.get(told)) if told is not None else None


def _mention(desk: Desk, clause: Clause, content: Clause, *, mutual: bool, kind: str = "agreement") -> Mention | None:
    scene = desk.scene
    inside = scene.inside(clause)
    named = parties(scene, inside)
    agreed = {party for n in named if (party := party_of(scene, n)) is not None}
    agreed |= set() if mutual else _arranging(desk, clause)
    if any(both(scene, n) for n in inside):
        agreed |= set(pair_of(scene, clause.first))
    if len(agreed) < 2 or not inside:
        return None
    people = tuple(_person(n) for n in named if _person(n))
    return Mention(
        noun=inside[0],
        row=desk.language.table(AgreementRow)["mutual" if mutual else kind],
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
