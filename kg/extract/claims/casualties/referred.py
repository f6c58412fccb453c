"""Numbers of dead or losses that a clause means by a pronoun: "London hatte sie auf mehr als 900 Mann geschätzt"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.claims.casualties.owners import Before
from kg.extract.claims.casualties.side import whose
from kg.extract.claims.common.claimants import voices
from kg.extract.claims.common.drafts import Desk, amount
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.slots import owner, subject
from kg.lang.casualties import CasualtyRow
from kg.model import Casualties, Clause, Modality, QuantityMention

__all__ = ["referred_counts"]

_BACK = 1
"""Sentences back in which the dead are named."""


def referred_counts(desk: Desk, told: Sequence[Match], before: Before) -> Iterator[Casualties]:
    """The casualties of every clause that puts "sie" at a number, of whom the nouns before tell."""
    nouns = [m for m in told if m.how is How.NOUN and isinstance(m.row, CasualtyRow)]
    for clause in desk.scene.text.clauses if nouns else ():
        number = _number(desk, clause) if _puts(desk, clause) else None
        meant = _meant(desk, clause, nouns) if number is not None else None
        if number is not None and meant is not None:
            yield from _claims(desk, clause, meant, number, before)


def _puts(desk: Desk, clause: Clause) -> bool:
    """Whether a clause counts what a pronoun means: "bezifferte sie", "hatte sie … geschätzt"."""
    if clause.lemma not in desk.scene.words.jobs["put-number"] or clause.passive:
        return False
    free = [n for n in desk.scene.inside(clause) if n.pronoun and n.preposition is None]
    return any(n.lemma in desk.scene.words.jobs["they"] for n in free)


def _number(desk: Desk, clause: Clause) -> QuantityMention | None:
    """The number behind "auf" or "mit" that counts nothing, or men."""
    scene = desk.scene
    for quantity in scene.mentions.quantities:
        if scene.clause_of[quantity.first] != clause.number or quantity.number is None:
            continue
        counted = [n for n in scene.inside(clause) if n.quantity is quantity and n.people is None]
        if not counted and any(scene.is_a(p, "put-at") for p in (quantity.first - 1, quantity.first - 2)):
            return quantity
    return None


def _meant(desk: Desk, clause: Clause, nouns: Sequence[Match]) -> Match | None:
    number = desk.scene.sentence_of(clause.first).number
    first = desk.scene.text.sentences[max(number - _BACK, 0)].first
    near = [m for m in nouns if first <= m.at < clause.first]
    return near[-1] if near else None


def _claims(desk: Desk, clause: Clause, meant: Match, number: QuantityMention, before: Before) -> Iterator[Casualties]:
    scene, noun, row = desk.scene, meant.nominal, meant.row
    assert noun is not None
    assert isinstance(row, CasualtyRow)
    behind = next((o for n in chain_after(scene, noun)[:2] if (o := owner(scene, n)) is not None), None)
    of = owner(scene, noun) or behind or whose(desk, meant, noun, before)
    if of is None:
        return
    top = subject(scene, clause)
    teller = (top.actor.actor.id,) if top is not None and top.actor is not None else ()
    told = [one for voice in voices(scene, number.span, clause) for one in voice.statements]
    size = amount(number)
    yield Casualties(
        key="",
        claimants=tuple(told[0].speakers) if told else teller,
        statement=told[0].key if told else None,
        number=size.number,
        qualifier=size.qualifier,
        minimum=size.minimum,
        maximum=size.maximum,
        modality=Modality.FACT,
        evidence=scene.text.span(clause.first, number.last),
        rule=row.rule,
        of=of,
        type=row.type,
    )
