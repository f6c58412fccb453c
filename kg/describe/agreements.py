"""An agreement → what its claim and its event say alike."""

from __future__ import annotations

from collections.abc import Iterator

from kg.describe.iris import kg
from kg.describe.literals import partial_date, words
from kg.describe.scope import Pair, Scope
from kg.model import Agreement

__all__ = ["agreement_pairs"]


def agreement_pairs(agreement: Agreement, scope: Scope) -> Iterator[Pair]:
    """Parties, signatories, type, day and place of signing."""
    yield from scope.actors(kg("party"), agreement.parties)
    yield from scope.actors(kg("signatory"), agreement.signatories)
    yield kg("agreementType"), words(agreement.type, "en")
    yield from partial_date("signedOn", agreement.signed)
    yield from scope.places(kg("signedAt"), agreement.place)
