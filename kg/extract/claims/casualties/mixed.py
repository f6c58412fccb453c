"""Dead and wounded of several sides or lands, so that no place tells whose they are."""

from __future__ import annotations

from kg.extract.claims.casualties.conflict import is_battle
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.model import Clause

__all__ = ["between_sides", "of_many_lands"]

_BACK = 2
"""Sentences before in which the sides of "dem Konflikt" are told."""


def between_sides(scene: Scene, match: Match, victims: Nominal | None) -> bool:
    """As in "Gefechte zwischen Armee und Rebellen", "Kämpfe gegen Rebellen": people of either side may be hurt. Also
    where it is only "in dem Konflikt", of which the sentences before tell who fights whom."""
    if _tells_sides(scene, match.clause):
        return True
    if not (_is_anybody(scene, victims) and any(_is_that_fight(scene, n) for n in scene.inside(match.clause))):
        return False
    number = scene.sentence_of(match.at).number
    first = scene.text.sentences[max(number - _BACK, 0)].first
    before = (c for c in scene.text.clauses if first <= c.first < match.clause.first)
    return any(_tells_sides(scene, clause) or _fights(scene, clause) for clause in before)


def _is_anybody(scene: Scene, victims: Nominal | None) -> bool:
    """Whether nothing tells that they are civilians: "Menschen", "Tote", a number alone."""
    return victims is None or victims.lemma in scene.words.jobs["hurt"] or victims.lemma in scene.words.jobs["anybody"]


def _is_that_fight(scene: Scene, nominal: Nominal) -> bool:
    """ "in dem Konflikt", "bei den Gefechten": one that has been told of, and no blow of one side."""
    known = nominal.determiner is not None and scene.is_a(nominal.determiner, "the") and not nominal.owners
    return (
        known and nominal.determiner == nominal.head - 1 and is_battle(scene, nominal) and not _is_blow(scene, nominal)
    )


def _is_blow(scene: Scene, nominal: Nominal) -> bool:
    return scene.is_noun(nominal, "blow")


def _fights(scene: Scene, clause: Clause) -> bool:
    """ "Regierungstruppen kämpfen gegen Separatisten"."""
    if clause.lemma not in scene.words.jobs["battle-verb"]:
        return False
    return any(_is_foe(scene, n) for n in scene.inside(clause))


def _is_foe(scene: Scene, nominal: Nominal) -> bool:
    at = nominal.preposition
    return at is not None and scene.is_a(at, "foe") and (nominal.actor is not None or nominal.people is not None)


def _tells_sides(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells who fights whom in what it calls a battle or a conflict."""
    inside = scene.inside(clause)
    fights = [n for n in inside if is_battle(scene, n)]
    return any(_is_between(scene, n, fights) or _is_against(scene, n, fights) for n in inside)


def _is_between(scene: Scene, nominal: Nominal, fights: list[Nominal]) -> bool:
    at = nominal.preposition
    if at is None or not scene.is_a(at, "between"):
        return False
    somebody = nominal.actor is not None or nominal.people is not None
    return any(one.last == at or (somebody and one.last < at) for one in fights)


def _is_against(scene: Scene, nominal: Nominal, fights: list[Nominal]) -> bool:
    """ "(bei Kämpfen) gegen Rebellen", "(der Konflikt) mit der PKK": behind a battle, not behind the blow of a side."""
    at = nominal.preposition
    if at is None or (nominal.actor is None and nominal.people is None):
        return False
    if not scene.is_a(at, "foe") and not (scene.is_a(at, "with") and nominal.actor is not None):
        return False
    return any(one.last <= at and not _is_blow(scene, one) for one in fights)


def of_many_lands(scene: Scene) -> bool:
    """ "Die Toten stammen aus …": whether the dead of an article come from countries that it names."""
    victims = scene.nouns_of("victim")
    for sentence in scene.text.sentences if victims else ():
        nouns = [n for n in scene.nominals[sentence.number] if n.preposition is None and n.lemma in victims]
        told = (scene.clause_at(n.head) for n in nouns)
        if any(clause is not None and _comes_from(scene, clause) for clause in told):
            return True
    return False


def _comes_from(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells from which countries its subject comes."""
    if clause.lemma not in scene.words.jobs["come-from"]:
        return False
    lands = [n for n in scene.inside(clause) if n.preposition is not None and scene.is_a(n.preposition, "out-of")]
    return any(n.place is not None or n.actor is not None for n in lands)
