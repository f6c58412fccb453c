"""Bare numbers of the soldiers whom an article is about: "bezifferte ihre Zahl auf 900", "Rom kommt auf 600"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from kg.extract.claims.deployments.bare import bare_people, free_numbers
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.model import ActorKind, Clause, ClauseKind, QuantityMention, Sentence

__all__ = ["counter", "is_sized", "tallies"]

_FORCES = ActorKind.ARMED_FORCES


def tallies(scene: Scene, sentence: Sentence, *, going_on: bool) -> Iterator[tuple[Nominal, Clause]]:
    """The numbers of a sentence that count the soldiers without naming them.

    `going_on`: whether this sentence or the one before has counted them, so that a source that only names a number
    means them too.
    """
    numbers = sorted({scene.clause_of[p] for p in range(sentence.first, sentence.last)} - {-1})
    for clause in (scene.text.clauses[number] for number in numbers):
        for number in free_numbers(scene, clause):
            sized = is_sized(scene, clause) and _is_put(scene, number, "put-at")
            if sized or (going_on and _is_told(scene, clause, number)):
                yield bare_people(scene, number.first, number.last, number), clause


def is_sized(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is about how many they are: "ihre Zahl", "die Stärke des Kontingents"."""
    inside = scene.inside(clause)
    return any(_is_size(scene, nominal, after) for nominal, after in zip_longest(inside, inside[1:]))


def _is_size(scene: Scene, nominal: Nominal, after: Nominal | None) -> bool:
    determiner = nominal.determiner
    if nominal.lemma not in scene.words.jobs["size"] or nominal.preposition is not None or determiner is None:
        return False
    if scene.text.tokens[determiner].tag == "PPOSAT" or scene.is_a(determiner, "this"):
        before = (n for n in scene.nominals[scene.sentence_of(determiner).number] if n.head < determiner)
        return not any(n.people is not None for n in before)
    body = after is not None and after.attached and after.people is not None
    return body and after is not None and after.people is not None and after.people.personnel is not None


def _is_told(scene: Scene, clause: Clause, number: QuantityMention) -> bool:
    """Whether a source puts a number at them: "Rom spricht von 600", or without its verb "Rom von 600"."""
    above = scene.text.clauses[clause.parent] if clause.parent is not None else None
    told = above if clause.kind is ClauseKind.FRAGMENT and above is not None and not clause.verbs else clause
    source = any(n.preposition is None and n.first < number.first for n in scene.inside(clause))
    if _is_put(scene, number, "of") and any(scene.is_a(p, "talk") for p in scene.own_tokens(told)):
        return True
    if told.lemma in scene.words.jobs["name-number"] and source and not clause.passive:
        return number.first - 1 == told.finite or _is_put(scene, number, "of")
    told_of = told.lemma in scene.words.jobs["reckon"] or told.lemma in scene.words.jobs["figures"]
    return told_of and source and (_is_put(scene, number, "put-at") or _is_put(scene, number, "of"))


def counter(scene: Scene, people: Nominal, clause: Clause) -> str | None:
    """Who puts a number at them without a statement of their own: the subject of a verb of counting, or of none."""
    counts = (
        not clause.verbs or clause.lemma in scene.words.jobs["reckon"] or clause.lemma in scene.words.jobs["figures"]
    )
    free = (n for n in scene.inside(clause) if n.preposition is None and n is not people and n.people is None)
    owns = clause.lemma in scene.words.jobs["comprise"]
    named = [n.actor.actor.id for n in free if n.actor is not None and not (owns and n.actor.actor.kind is _FORCES)]
    return named[0] if counts and len(named) == 1 and not clause.passive else None


def _is_put(scene: Scene, number: QuantityMention, job: str) -> bool:
    before = number.first - 1
    while before > 0 and scene.text.tokens[before].tag == "ADV":
        before -= 1
    return before > 0 and scene.is_a(before, job)
