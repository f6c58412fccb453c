"""Organisations that no registry knows: "Denkfabrik X", "X GmbH", "Institute for X (IFX)"."""

from __future__ import annotations

from kg.model import ActorMention
from kg.recognise.described import Described
from kg.recognise.scan import Scan

__all__ = ["organisation_at"]


def organisation_at(scan: Scan, phrase: Described) -> ActorMention | None:
    """The organisation that a noun such as "Denkfabrik" introduces; None where no name follows it."""
    return None
