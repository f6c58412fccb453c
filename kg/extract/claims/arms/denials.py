"""Denials that name no goods of their own: "Teheran wies die Vorwürfe zurück" right after a transfer was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.claims.arms.told import Told, of_denier
from kg.extract.claims.common.drafts import Desk
from kg.model import ArmsTransfer, Modality, Sentence, Span, Stance, Statement

__all__ = ["denials"]

_SHORT = 9
"""Tokens that a content without an event of its own has at most."""
_BACK = (1, 2, 6)
"""Sentences between a transfer and its denial: the nearest first, six at most."""


def denials(desk: Desk, told: Sequence[Told], found: Sequence[ArmsTransfer]) -> Iterator[ArmsTransfer]:
    """A denied claim for each bare denial by a party to the last transfer, unless the claim itself is denied nearby."""
    scene = desk.scene
    for statement in scene.statements:
        denies = statement.stance is Stance.DENIES and _refers(desk, statement)
        if not (denies or _is_nothing_such(desk, statement)):
            continue
        at = scene.text.place_of(statement.content.start)
        number = scene.sentence_of(at).number
        near = [o for back in _BACK if (o := _meant(desk, statement, told, (at, number - back))) is not None]
        one = next((o for o in near if _gave(desk, statement, o)), near[0] if near else None)
        around = scene.text.sentences[number : number + 1]
        if one is not None and not any(_denied(claim, one, around) for claim in found):
            yield _denial(statement, one, _evidence(desk, statement, at))


def _gave(desk: Desk, statement: Statement, one: Told) -> bool:
    """Whether who denies is said to have given something, which is denied more often than getting it."""
    deniers = {desk.scene.power(desk.scene.actors.get(speaker)) for speaker in statement.speakers}
    return one.supplier in deniers


def _meant(desk: Desk, statement: Statement, told: Sequence[Told], near: tuple[int, int]) -> Told | None:
    """The last transfer before a token that one who denies is a party to; `near`: the token, and the first sentence."""
    at, number = near
    first = desk.scene.text.sentences[max(number, 0)].first
    before = [t for t in told if first <= t.at < at and not (t.whole and (t.supplier, t.recipient) in desk.pairs)]
    deniers = (desk.scene.power(desk.scene.actors.get(speaker)) for speaker in statement.speakers)
    return next((one for denier in deniers if (one := of_denier(before, denier)) is not None), None)


def _refers(desk: Desk, statement: Statement) -> bool:
    """Whether a content is no more than "das", "die Vorwürfe", "derartige Berichte"."""
    scene = desk.scene
    inside = scene.inside_of(statement.content)
    tokens = scene.text.tokens
    dated = {p for date in scene.mentions.dates for p in range(date.first, date.last)}
    named = [p for p in inside if tokens[p].tag == "NN" and p not in dated]
    if not all(any(scene.is_a(p, job) for job in ("reference", "untrue")) or _is_such_deal(desk, p) for p in named):
        return False
    pointed = (p for p in inside if scene.is_a(p, "reference") and scene.text.tokens[p].tag != "ART")
    return len(inside) <= _SHORT and (any(pointed) or any(scene.is_a(p, "untrue") for p in inside))


def _is_such_deal(desk: Desk, position: int) -> bool:
    """ "solche Absprachen", "derartige Geschäfte"."""
    such = position > 0 and desk.scene.is_a(position - 1, "such")
    return such and desk.scene.is_a(position, "agreed-on")


def _is_nothing_such(desk: Desk, statement: Statement) -> bool:
    """Whether somebody says in so many words that there is no such thing: "So etwas hat es nie gegeben"."""
    if statement.stance not in {Stance.ASSERTS, Stance.DENIES}:
        return False
    words = f" {desk.scene.text.words(statement.content).lower()} "
    told = any(f" {one} " in words for one in desk.scene.words.jobs["such-thing"])
    return told and any(f" {one} " in words for one in desk.scene.words.jobs["never"])


def _denied(claim: ArmsTransfer, one: Told, around: Sequence[Sentence]) -> bool:
    """Whether a claim denies the same transfer in one of some sentences."""
    same = (claim.supplier, claim.recipient) == (one.supplier, one.recipient) and claim.modality is Modality.DENIED
    return same and any(s.start <= claim.evidence.start < s.end for s in around)


def _evidence(desk: Desk, statement: Statement, at: int) -> Span:
    clause = desk.scene.clause_at(at)
    if clause is None:
        return statement.content
    own = [p for p in desk.scene.own_tokens(clause) if not desk.scene.text.tokens[p].tag.startswith("$")]
    return desk.scene.text.span(own[0], own[-1] + 1)


def _denial(statement: Statement, one: Told, evidence: Span) -> ArmsTransfer:
    return ArmsTransfer(
        key="",
        claimants=statement.speakers,
        statement=statement.key,
        modality=Modality.DENIED,
        evidence=evidence,
        rule="arms_transfer/denial",
        supplier=one.supplier,
        recipient=one.recipient,
        items=one.goods.items,
    )
