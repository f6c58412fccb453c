"""Whose people are that a noun before them holds: "Dutzende russische Soldaten", "ein Bataillon von Briten"."""

from __future__ import annotations

from kg.extract.claims.grammar.clause_parts import is_genitive
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.model import MentionForm

__all__ = ["owner_of_held"]


def owner_of_held(scene: Scene, nominal: Nominal) -> str | None:
    """By the people held: "die Zahl der Nordkoreaner", "eine Einheit russischer Infanteristen", "aus 300 Briten"."""
    people = nominal.people
    inner = chain_after(scene, nominal)[:1] if people is not None and (people.holds or people.body) else []
    for held in (n for n in inner if people is None or people.holds or _is_part(scene, n)):
        if held.people is not None and held.owners:
            return scene.power(held.owners[0].actor)
        given = held.preposition is None and held.determiner is not None and held.cases == {"dat"}
        if held.actor is not None and held.actor.form is MentionForm.DEMONYM and held.actor.plural and not given:
            return scene.power(held.actor.actor)
    return None


def _is_part(scene: Scene, held: Nominal) -> bool:
    at = held.preposition
    return is_genitive(scene, held) if at is None else any(scene.is_a(at, job) for job in ("of", "source", "with"))
