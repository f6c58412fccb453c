"""Noun phrases that count soldiers in a size that a contingent has."""

from __future__ import annotations

from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.model import MentionForm, QuantityMention

__all__ = ["is_contingent", "is_first", "is_size"]

_FEW, _ARMY = 10, 100_000
"""Fewer are no contingent, more are an army at home."""


def is_first(scene: Scene, nominal: Nominal) -> bool:
    """ "von den ursprünglich 900 Soldaten": all who were sent, whatever has become of some."""
    known = nominal.determiner is not None and scene.is_a(nominal.determiner, "the")
    before = any(scene.is_a(p, "at-first") for p in range(nominal.first, nominal.head))
    return known and before and is_contingent(nominal)


def is_contingent(nominal: Nominal) -> bool:
    """Whether soldiers are counted in a size that a contingent has: "rund 900 Soldaten"."""
    row = nominal.people
    if nominal.quantity is None or not is_size(nominal.quantity):
        return False
    if row is None:
        return nominal.actor is not None and nominal.actor.form is MentionForm.DEMONYM
    return row.personnel is not None and not (row.civilian or row.body)


def is_size(quantity: QuantityMention) -> bool:
    """Whether a number is as high as those of a contingent: "900 Mann", not "drei Mann"."""
    return _FEW <= max(quantity.number or 0, quantity.minimum or 0, quantity.maximum or 0) <= _ARMY
