"""Whose an agreement is: the states that stand as genitives before or behind the noun, or as whom a pronoun means."""

from __future__ import annotations

from kg.extract.claims.common.pairs import party_of
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.nominals import Nominal, in_genitive
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import parties
from kg.model import Clause, MentionForm

__all__ = ["genitives", "meant_above", "stands"]


def genitives(scene: Scene, noun: Nominal) -> list[str | None]:
    """As in "Putins Vertrag mit …", "der Vertrag Russlands mit …": the parties before and behind the noun."""
    behind = [n for n in chain_after(scene, noun)[:1] if not n.coordinated and _is_owner(scene, n)]
    number = scene.sentence_of(noun.first).number
    before = [n for n in scene.nominals[number] if n.last == noun.first and n.actor is not None]
    own = [n for n in before if noun.determiner is None and in_genitive(scene.text, n)]
    return [party_of(scene, n) for n in (*own, *behind)]


def _is_owner(scene: Scene, nominal: Nominal) -> bool:
    """A genitive, or a state by its name behind "von": "das Abkommen von Minsk" has its name of a town."""
    if nominal.preposition is None:
        return "gen" in nominal.cases or in_genitive(scene.text, nominal)
    named = nominal.actor is not None and nominal.actor.form is MentionForm.NAME
    return named and scene.is_a(nominal.preposition, "source")


def meant_above(scene: Scene, clause: Clause, noun: Nominal) -> list[str | None]:
    """As in "Riga begründet das mit dem Pakt, den es … schloss": who the pronoun of a relative clause is."""
    pronoun = any(n.pronoun and "nom" in n.cases and n.head > clause.first for n in scene.inside(clause))
    above = scene.clause_at(noun.head)
    if not pronoun or above is None or above.number == clause.number:
        return []
    return [party_of(scene, n) for n in parties(scene, scene.inside(above))[:1]]


def stands(scene: Scene, noun: Nominal) -> bool:
    """Whether the words take it for granted that there is one: "der Pakt zwischen X und Y", not "ein Pakt"."""
    at = noun.determiner
    return at is not None and not scene.is_a(at, "a") and not scene.is_a(at, "no")
