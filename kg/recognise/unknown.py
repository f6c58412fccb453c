"""Actors that no registry knows: ids from their names and kinds, the same in every article."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from kg.model import Actor, ActorKind, slug

__all__ = ["described_actor", "unknown"]

_UNNAMED = "unnamed"


@lru_cache(maxsize=20_000)
def unknown(kind: ActorKind, label: str, *, acts_for: str | None = None, gender: str | None = None) -> Actor:
    """An actor that no registry knows; its id is made of kind and label."""
    return Actor(
        id=f"x-{kind.value.lower()}-{slug(label) or _UNNAMED}",
        kind=kind,
        label_en=label,
        label_de=label,
        acts_for=acts_for,
        gender=gender,
        registered=False,
    )


def described_actor(
    kind: ActorKind,
    label: str,
    words: str,
    *,
    acts_for: str | None = None,
    gender: str | None = None,
    label_en: str | None = None,
) -> Actor:
    """An actor that is only described: the label in the nominative, the words as they stand as its alias."""
    actor = unknown(kind, label, acts_for=acts_for, gender=gender)
    return replace(actor, label_en=label_en or label, aliases=() if words == label else (words,))
