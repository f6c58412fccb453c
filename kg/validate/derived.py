"""The derived graph → what SHACL finds wrong with it."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad

from kg.model import Violation
from kg.validate import validate

__all__ = ["validate_derived"]


def validate_derived(quads: Iterable[Quad]) -> list[Violation]:
    """What is wrong with a derived graph, Violations first; shapes look at nodes and at what points at them."""
    return validate(quads, shapes="derived")
