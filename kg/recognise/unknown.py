"""Actors that no registry knows: ids from their names and kinds, the same in every article."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from kg.model import Actor, ActorKind

__all__ = ["described_actor", "slug", "unknown"]

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def slug(name: str) -> str:
    """A name in small ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name.translate(_SPELLED)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "unnamed"


@lru_cache(maxsize=20_000)
def unknown(kind: ActorKind, label: str, *, acts_for: str | None = None, gender: str | None = None) -> Actor:
    """An actor that no registry knows; its id is made of kind and label."""
    return Actor(
        id=f"x-{kind.value.lower()}-{slug(label)}",
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
