"""Transfers whose supplier or recipient is still open when the whole article has been read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.claims.arms.roles import Transfer
from kg.model import ArmsTransfer, Modality, Span, Text

__all__ = ["settled"]

_COLON = ":"


def settled(text: Text, found: Sequence[tuple[Transfer, bool]]) -> list[Transfer]:
    """The transfers with an open role filled from the others of the article, where they agree on one.

    Each comes with whether its sentence names somebody for the open role whom nobody knows ("den Rebellen"): such a
    role stays open, as does that of a denial; any other transfer with an open role is left out.
    """
    whole = [f.claim for f, _ in found if f.claim.supplier is not None and f.claim.recipient is not None]
    closed = [(_closed(f, whole) if not named else f, named) for f, named in found]
    kept = [f for f, named in closed if named or _is_whole(f.claim) or f.claim.modality is Modality.DENIED]
    kept = [f for f in kept if not any(_tells_more(o.claim, f.claim) or _counts(text, o.claim, f.claim) for o in kept)]
    return [f for n, f in enumerate(kept) if not any(_told_again(f.claim, other.claim) for other in kept[n + 1 :])]


def _tells_more(claim: ArmsTransfer, other: ArmsTransfer) -> bool:
    """Whether a claim says the same of the same words as another in its evidence, and in more words."""
    same = (claim.supplier, claim.recipient, claim.items) == (other.supplier, other.recipient, other.items)
    within = claim.evidence.contains(other.evidence) and claim.evidence != other.evidence
    return same and within and claim.modality is other.modality


def _counts(text: Text, claim: ArmsTransfer, other: ArmsTransfer) -> bool:
    """Whether a claim right behind a colon counts the goods of another ("Dazu kommen Raketen: Mehr als 100 …")."""
    same = (claim.supplier, claim.recipient, claim.modality) == (other.supplier, other.recipient, other.modality)
    alike = {item.concept for item in claim.items} == {item.concept for item in other.items}
    counted = claim.number is not None and other.number is None and not other.claimants
    if not (same and alike and counted and other.evidence.end < claim.evidence.start):
        return False
    return text.words(Span(other.evidence.end, claim.evidence.start)).strip() == _COLON


def _told_again(claim: ArmsTransfer, other: ArmsTransfer) -> bool:
    """Whether a claim is one of the same goods that the words around it tell again ("verschossene Granaten, die …")."""
    one = (claim.supplier, claim.recipient, claim.number, claim.claimants, {i.span for i in claim.items})
    same = one == (other.supplier, other.recipient, other.number, other.claimants, {i.span for i in other.items})
    denied = Modality.DENIED in {claim.modality, other.modality}
    return same and not denied and bool(claim.items) and claim.evidence.overlaps(other.evidence)


def _is_whole(claim: ArmsTransfer) -> bool:
    return claim.supplier is not None and claim.recipient is not None


def _closed(found: Transfer, whole: Iterable[ArmsTransfer]) -> Transfer:
    claim = found.claim
    if _is_whole(claim):
        return found
    if claim.recipient is None:
        takers = {w.recipient for w in whole if w.supplier == claim.supplier}
        return found._replace(claim=replace(claim, recipient=takers.pop())) if len(takers) == 1 else found
    givers = {w.supplier for w in whole if w.recipient == claim.recipient}
    return found._replace(claim=replace(claim, supplier=givers.pop())) if len(givers) == 1 else found
