"""Whose counted people are where the sentence before tells who helps: "Kim hilft Moskau. 900 Mann sollen in …"."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.senders import sent_by
from kg.extract.claims.grammar.location import where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.origin import are_foes
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner, subject
from kg.model import Clause, ClauseKind, Sentence

__all__ = ["helper", "is_helper"]


def helper(desk: Desk, people: Nominal | None, clause: Clause, host: str | None) -> str | None:
    """Who sends people that are counted and nobody's: who helps the country where they are, in the sentence before."""
    scene = desk.scene
    if host is None or people is None or people.preposition is not None or not _is_counted(scene, people):
        return None
    number = scene.sentence_of(clause.first).number
    before = scene.text.sentences[number - 1] if number else None
    if before is None or owner(scene, people) is not None or people.determiner is not None:
        return None
    powers = {sent_by(desk, subject(scene, one), people) for one in _helping(scene, before, host)} - {None, host}
    sender = powers.pop() if len(powers) == 1 else None
    return None if are_foes(scene, sender, host) else sender


def is_helper(desk: Desk, people: Nominal, clause: Clause) -> bool:
    """Whether the sentence before tells who sends people, by the country that their clause names."""
    if not _is_counted(desk.scene, people) or people.people is None or people.people.civilian:
        return False
    return helper(desk, people, clause, where(desk.scene, desk.scene.inside(clause)).host) is not None


def _is_counted(scene: Scene, people: Nominal) -> bool:
    """ "900 Pioniere", "ein Bataillon mit 900 Mann"."""
    return people.quantity is not None


def _helping(scene: Scene, sentence: Sentence, host: str) -> list[Clause]:
    """The main clauses of a sentence in which somebody helps a country."""
    inside = [c for c in scene.text.clauses if sentence.first <= c.first < sentence.last and c.kind is ClauseKind.MAIN]
    return [clause for clause in inside if _helps(scene, clause) and _names(scene, clause, host)]


def _helps(scene: Scene, clause: Clause) -> bool:
    help_ = any(scene.is_a(p, job) for p in scene.own_tokens(clause) for job in ("backing", "mission"))
    return help_ or clause.lemma in scene.words.jobs["stand-by"] or any(_is_for(scene, n) for n in scene.inside(clause))


def _is_for(scene: Scene, nominal: Nominal) -> bool:
    return nominal.preposition is not None and scene.is_a(nominal.preposition, "for")


def _names(scene: Scene, clause: Clause, host: str) -> bool:
    """Whether a clause names a country, somebody of it or a place in it."""
    for nominal in scene.inside(clause):
        if nominal.actor is not None and scene.power(nominal.actor.actor) == host:
            return True
        if nominal.place is not None and nominal.place.place.country == host:
            return True
    return False
