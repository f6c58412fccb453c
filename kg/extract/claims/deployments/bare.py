"""Noun phrases for people where the text has none: a mere number, "die meisten"."""

from __future__ import annotations

from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.lang.personnel import PersonnelRow
from kg.model import Clause, QuantityMention

__all__ = ["bare_people", "free_numbers", "heads"]


def heads(scene: Scene) -> PersonnelRow | None:
    """The row of "Mann", which counts heads."""
    rows = (scene.words.people.get(f"{head}-{head}") for head in sorted(scene.words.jobs["heads"]))
    return next((row for row in rows if row is not None), None)


def bare_people(scene: Scene, first: int, last: int, quantity: QuantityMention | None = None) -> Nominal:
    """The people for whom some tokens without a noun stand."""
    return Nominal(
        first=first,
        last=last,
        head=last - 1,
        lemma="",
        preposition=None,
        determiner=None if quantity is not None else first,
        cases=frozenset({"nom"}),
        pronoun=False,
        coordinated=False,
        attached=False,
        actor=None,
        owners=(),
        place=None,
        quantity=quantity,
        people=heads(scene),
        item=None,
    )


def free_numbers(scene: Scene, clause: Clause) -> list[QuantityMention]:
    """The numbers of a clause that count no noun of it."""
    counted = {n.quantity for n in scene.nominals[scene.sentence_of(clause.first).number] if not n.pronoun}
    free = [q for q in scene.mentions.quantities if clause.first <= q.first < clause.last and q not in counted]
    told = (q for q in free if q.number is not None or (q.minimum is not None and q.maximum is not None))
    own = [q for q in told if scene.clause_of[q.first] == clause.number and not _counts(scene, q)]
    own = [q for q in own if not (scene.is_a(q.first - 1, "put-at") and _counts_else(scene, clause, q))]
    return [q for q in own if not any(scene.is_a(p, "both") for p in range(q.first, q.last))]


def _counts_else(scene: Scene, clause: Clause, number: QuantityMention) -> bool:
    """As in "bezifferte die Kosten auf 600": an object before the number that is neither people nor their size."""
    before = [n for n in scene.inside(clause) if n.preposition is None and n.last <= number.first and n.lemma]
    things = (n for n in before[1:] if n.people is None and n.actor is None and n.determiner is not None)
    return any(n.lemma not in scene.words.jobs["size"] for n in things)


def _counts(scene: Scene, quantity: QuantityMention) -> bool:
    """Whether a noun, or a name, follows the number and is what it counts."""
    if quantity.last >= len(scene.text.tokens):
        return False
    after = scene.text.tokens[quantity.last]
    return after.tag in {"NN", "NE", "ADJA", "XY", "FM", "TRUNC", "CARD"} or after.form[0] in "%:"
