"""Casualties that a source only counts, of people told before: "Seoul ging von 500 Toten aus"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.claims.casualties.owners import Before
from kg.extract.claims.common.drafts import Desk, amount
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner, subject
from kg.model import Casualties, Clause, ClauseKind, QuantityMention

__all__ = ["counter", "more_counts", "opened_by", "spoken_of"]

_BACK = 2
"""Sentences back in which dead told of are still meant by a mere number."""
_SENT_BACK = 4
"""The same for those who were sent."""


def spoken_of(desk: Desk, match: Match, before: Before) -> str | None:
    """Whose the dead are whom a source counts without a word of whose they are: those who died or were sent in the
    sentences before, unless the source is where they were sent to."""
    scene = desk.scene
    told = opened_by(scene, match.clause) or match.clause
    if match.how is not How.NOUN or told.lemma not in scene.words.jobs["figures"] or _placed(desk, match):
        return None
    top = subject(scene, told)
    if top is None or top.actor is None:
        return None
    number = scene.sentence_of(match.at).number
    here, earliest = scene.text.tokens[match.at].start, scene.text.sentences[max(number - _SENT_BACK, 0)].start
    sent = [m for m in before.moved if earliest <= m.evidence.start < here]
    if sent and sent[-1].host != scene.power(top.actor.actor):
        return sent[-1].sender
    return None if sent else _fallen_before(desk, number)


def counter(desk: Desk, match: Match) -> tuple[str, ...]:
    """Who counts the dead, where no statement says so ("Kiew kam auf 900 Tote", "Kiew nannte eine Zahl: 900 Tote")."""
    scene, above = desk.scene, opened_by(desk.scene, match.clause)
    alone = scene.inside(above) if above is not None and not above.verbs else ()
    if len(alone) == 1 and alone[0].actor is not None:
        return (alone[0].actor.actor.id,)
    own = () if match.how is How.VERB else (match.clause,)
    for told in (*own, *((above,) if above is not None else ())):
        top = subject(scene, told) if told.lemma in scene.words.jobs["figures"] and not told.passive else None
        if top is not None and top.actor is not None:
            return (top.actor.actor.id,)
    return ()


def opened_by(scene: Scene, clause: Clause) -> Clause | None:
    """The clause before a colon that opens a clause."""
    at = clause.first - 1
    while at > 0 and scene.clause_of[at] == clause.number:
        at -= 1
    if (
        at <= 0
        or scene.text.tokens[at].form != ":"
        or scene.sentence_of(at).number != scene.sentence_of(clause.first).number
    ):
        return None
    return scene.clause_at(at - 1)


def _placed(desk: Desk, match: Match) -> bool:
    """Whether the clause itself tells where they died."""
    after = [n for n in desk.scene.inside(match.clause) if n.preposition is not None and n.place is not None]
    return any(desk.scene.is_a(n.preposition or 0, "in") and not n.attached for n in after)


def _fallen_before(desk: Desk, number: int) -> str | None:
    """Whose people the sentences right before have die ("Wie viele Polen gefallen sind, ist offen")."""
    scene = desk.scene
    for sentence in reversed(scene.nominals[max(number - _BACK, 0) : number]):
        for nominal in reversed(sentence):
            clause = scene.clause_at(nominal.head)
            if clause is None or nominal.preposition is not None or clause.lemma not in scene.words.jobs["hurt"]:
                continue
            people = nominal.people is not None or (nominal.actor is not None and nominal.actor.form.value == "demonym")
            if people and (whose := owner(scene, nominal) or _own(scene, nominal)) is not None:
                return whose
    return None


def _own(scene: Scene, nominal: Nominal) -> str | None:
    """ "Wie viele eigene Soldaten fallen, verschweigt Kiew": those of the first power that the sentence names."""
    if not any(scene.is_a(p, "own") for p in range(nominal.first, nominal.head)):
        return None
    named = (n.actor.actor for n in scene.nominals[scene.sentence_of(nominal.first).number] if n.actor is not None)
    return next((power for actor in named if (power := scene.power(actor)) is not None), None)


def more_counts(desk: Desk, found: Sequence[Casualties]) -> list[Casualties]:
    """Other numbers of casualties told before, by a mere number behind "auf" or "von", each by its own source."""
    counted = [f for f in found if f.of is not None and f.number is not None and f.claimants]
    return [c for q in desk.scene.mentions.quantities if counted and (c := _another(desk, q, counted)) is not None]


def _another(desk: Desk, quantity: QuantityMention, counted: list[Casualties]) -> Casualties | None:
    scene, at = desk.scene, quantity.first
    clause = scene.clause_at(at)
    if clause is None or quantity.number is None or not _after_reckoning(desk, quantity, clause):
        return None
    whole = (
        scene.text.clauses[clause.parent]
        if clause.kind is ClauseKind.FRAGMENT and clause.parent is not None
        else clause
    )
    number = scene.sentence_of(at).number
    back = number if whole is not clause else max(number - 1, 0)
    earliest = scene.text.sentences[back].start
    last = next((f for f in reversed(counted) if earliest <= f.evidence.start < scene.text.tokens[at].start), None)
    if last is None or last.number == quantity.number or not _reckons(desk, whole):
        return None
    sources = _sources(desk, clause, last)
    if not sources:
        return None
    size = amount(quantity)
    return replace(
        last,
        claimants=sources,
        statement=_statement(desk, quantity),
        number=size.number,
        qualifier=size.qualifier,
        minimum=size.minimum,
        maximum=size.maximum,
        when=None,
        evidence=scene.text.span(_opening(desk, clause, at), quantity.last),
    )


def _after_reckoning(desk: Desk, quantity: QuantityMention, clause: Clause) -> bool:
    """Whether a number stands alone behind "auf" or "von", with nothing counted by it."""
    scene, tokens = desk.scene, desk.scene.text.tokens
    before = quantity.first - 1
    behind = tokens[quantity.last].tag if quantity.last < len(tokens) else ""
    bare = not any(n.quantity is quantity for n in scene.inside(clause)) and not behind.startswith(("N", "ADJ", "CARD"))
    return bare and (scene.is_a(before, "put-at") or scene.is_a(before, "of"))


def _reckons(desk: Desk, clause: Clause) -> bool:
    return clause.lemma in desk.scene.words.jobs["reckon"]


def _sources(desk: Desk, clause: Clause, last: Casualties) -> tuple[str, ...]:
    """Who names the number: the actor of the clause, or for "er" whoever named the last one."""
    free = [n for n in desk.scene.inside(clause) if n.preposition is None]
    if any(n.pronoun and n.lemma in desk.scene.words.jobs["he"] for n in free):
        return last.claimants
    return next(((n.actor.actor.id,) for n in free if n.actor is not None and not n.pronoun), ())


def _statement(desk: Desk, quantity: QuantityMention) -> str | None:
    return next((s.key for s in desk.scene.statements if s.content.contains(quantity.span)), None)


def _opening(desk: Desk, clause: Clause, at: int) -> int:
    return clause.first if clause.kind is ClauseKind.FRAGMENT else at - 1
