"""A claim → what decides which event it is about: kind, phase, roles, goods and time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kg.derive.records import ClaimRecord, Corpus
from kg.derive.times import ALWAYS, Window

__all__ = ["ACTUAL", "PROSPECTIVE", "Entry", "Frame", "entry"]

ACTUAL, PROSPECTIVE = "actual", "prospective"
"""The two phases: what is said to be or to have been (a denial included), and what is planned or possible."""

TROOPS = frozenset({"soldiers", "officers", "generals"})
"""Personnel that is counted as one body; instructors, engineers and others are each a deployment of their own."""

REACH = {"CasualtyEvent": 31}
DEFAULT_REACH = 366
"""How many days before it is told (after, where it is planned) an event without a date of its own may lie."""


class Frame(NamedTuple):
    """Kind, phase and main roles; a role that a claim leaves open is None."""

    kind: str
    phase: str
    roles: tuple[str | None, ...]

    @property
    def complete(self) -> bool:
        """Whether no role is open."""
        return None not in self.roles

    @property
    def empty(self) -> bool:
        """Whether no actor is named at all."""
        return all(role is None or "/" not in role for role in self.roles)

    def fits(self, other: Frame) -> bool:
        """Whether kind and phase agree, and all roles that both fill."""
        pairs = zip(self.roles, other.roles, strict=False)
        same = self.kind == other.kind and self.phase == other.phase
        return same and all(left is None or right is None or left == right for left, right in pairs)


class Entry(NamedTuple):
    """A claim with its frame and its place in time."""

    claim: ClaimRecord
    frame: Frame
    goods: tuple[str, ...]
    """Of an arms transfer, the goods by concept, else by their words; ("",) elsewhere."""
    window: Window
    """Where the event lies: its own date, else as far from the telling as `REACH` allows."""
    dated: bool
    """Whether the claim itself gives a date that is not vague."""
    told: Window


def entry(claim: ClaimRecord, corpus: Corpus) -> Entry:
    """The entry of a claim."""
    phase = PROSPECTIVE if claim.modality in {"planned", "possible"} else ACTUAL
    told = corpus.told(claim) or ALWAYS
    dated = claim.when is not None and not claim.when.vague
    goods = tuple(_goods(claim)) or ("",)
    frame = Frame(claim.kind, phase, tuple(_roles(claim, corpus)))
    return Entry(claim, frame, goods, _window(claim, phase, told), dated, told)


def _roles(claim: ClaimRecord, corpus: Corpus) -> Iterator[str | None]:
    match claim.kind:
        case "Deployment":
            yield _principal(claim, "sender", corpus)
            yield _principal(claim, "host", corpus)
            personnel = next(iter(claim.role("personnel")), None)
            yield "troops" if personnel in TROOPS else personnel
        case "ArmsTransfer":
            yield _principal(claim, "supplier", corpus)
            yield _principal(claim, "recipient", corpus)
            yield "goods" if any(_goods(claim)) else None
        case "CasualtyEvent":
            yield _principal(claim, "ofActor", corpus)
            yield next(iter(claim.role("casualtyType")), None)
        case _:
            parties = sorted({corpus.principal(party) for party in claim.role("party")})
            yield " ".join(parties) if len(parties) > 1 else None


def _principal(claim: ClaimRecord, name: str, corpus: Corpus) -> str | None:
    actors = claim.role(name)
    return corpus.principal(actors[0]) if actors else None


def _goods(claim: ClaimRecord) -> Iterator[str]:
    if claim.kind == "ArmsTransfer":
        concepts = claim.role("itemConcept")
        yield from concepts or (" ".join(words.casefold().split()) for words in claim.role("item"))


def _window(claim: ClaimRecord, phase: str, told: Window) -> Window:
    own = claim.when
    if own is not None and not own.vague:
        return own
    reach = REACH.get(claim.kind, DEFAULT_REACH)
    if own is None:
        return told.stretched(after=reach) if phase == PROSPECTIVE else told.stretched(before=reach)
    if phase == ACTUAL and told.last != date.max and own.first <= told.last:
        return Window(own.first, min(own.last, told.last))
    return own
