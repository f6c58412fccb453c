"""People who are sent though their noun names no soldiers: "5000 Menschen", "Beobachter", "Verstärkung"."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner
from kg.lang.deployment import DeploymentRow, People

__all__ = ["are_souls"]


def are_souls(desk: Desk, nominal: Nominal, row: DeploymentRow) -> bool:
    """ "5000 Menschen", "Beobachter", whom a state sends."""
    if row.hosts and nominal.lemma in desk.scene.words.jobs["reinforcement"]:
        return owner(desk.scene, nominal) is not None
    sent = row.sends and row.people is People.OBJECT and not row.leaves
    if sent and nominal.lemma in desk.scene.words.jobs["reinforcement"]:
        return _is_of_two_lands(desk, nominal)
    if sent and nominal.determiner is None and nominal.lemma in desk.scene.words.jobs["observer"]:
        return True
    return sent and nominal.quantity is not None and nominal.lemma in desk.scene.words.jobs["lives"]


def _is_of_two_lands(desk: Desk, nominal: Nominal) -> bool:
    """Whether the sentence of "Verstärkung", no goods among it, names two states or their places, or the one before it
    soldiers."""
    scene, number = desk.scene, desk.scene.sentence_of(nominal.first).number
    here, before = scene.nominals[number], scene.nominals[number - 1] if number else ()
    powers = {scene.power(n.actor.actor) for n in here if n.actor is not None}
    lands = {n.place.place.country for n in here if n.place is not None}
    soldiers = any(n.people is not None and n.people.personnel is not None for n in before)
    goods = any(n.item is not None for n in here)
    return not goods and (soldiers or len({*powers, *lands} - {None}) > 1)
