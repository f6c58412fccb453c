"""Hosts that a deployment leaves to the reader, taken from what the rest of the article tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kg.extract.claims.people import Found

__all__ = ["filled"]

_FROM_AFAR = Decimal("0.6")


def filled(found: Sequence[Found]) -> list[Found]:
    """The deployments, those with an open host filled from the others where these leave one country only: the country
    to which the article sends the same people, else the one to which it sends anybody."""
    return [_filled(one, found) if one.open and one.claim.host is None else one for one in found]


def _filled(one: Found, found: Sequence[Found]) -> Found:
    told = [f.claim for f in found if f.claim.host is not None and not f.open]
    same = {claim.host for claim in told if claim.sender == one.claim.sender}
    hosts = same or {claim.host for claim in told}
    host = next(iter(hosts)) if len(hosts) == 1 else None
    if host is None or host == one.claim.sender:
        return one
    return one._replace(claim=replace(one.claim, host=host, certainty=_FROM_AFAR))
