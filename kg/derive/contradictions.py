"""Where sources contradict each other or themselves: found and kept, never resolved.

Each contradiction is between the earliest claims of two sources, or the earliest that give two numbers, so that many
reports of one denial make one node; their number grows with the sources heard on an event, not with the articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple, TypeVar

from kg.derive.numbers import Interval, conflicting
from kg.derive.records import ClaimRecord, Corpus
from kg.derive.times import Window
from kg.derive.voices import AFFIRMED, DENIED, Voice

__all__ = [
    "Contradiction",
    "Sides",
    "contradictions_between",
    "contradictions_of",
    "differing_casualty_types",
    "sides_of",
]

T = TypeVar("T")

KINDS = {
    "denialOfAssertion": "modality",
    "reversal": "modality",
    "incompatibleNumbers": "number",
    "incompatibleDates": "signedOn",
    "incompatiblePlaces": "signedAt",
    "incompatibleCasualtyTypes": "casualtyType",
}
"""Kind of contradiction → the property in which the two differ."""


@dataclass(frozen=True, slots=True, order=True)
class Contradiction:
    """Two claims or statements that cannot both be right, or one source that has changed its word."""

    kind: str
    between: tuple[str, str]
    """IRIs, sorted."""
    events: tuple[str, ...]
    sure: bool = True
    """False where the two may be about different events."""

    @property
    def differs_in(self) -> str:
        """Local name of the property."""
        return KINDS.get(self.kind, "stance")


class Sides(NamedTuple):
    """The first claim of each source that denies an event, and of each that affirms it."""

    deniers: tuple[Voice, ...]
    affirmers: tuple[Voice, ...]


def sides_of(heard: Iterable[Voice]) -> Sides:
    """Who denies and who affirms, in the order in which they were heard."""
    voices = tuple(heard)
    return Sides(tuple(_firsts(voices, DENIED)), tuple(_firsts(voices, AFFIRMED)))


def contradictions_of(event: str, kind: str, heard: list[Voice], corpus: Corpus) -> Iterator[Contradiction]:
    """The contradictions among the voices of one event."""
    yield from _between(*sides_of(heard), (event,))
    yield from _pairs("incompatibleNumbers", event, _numbered(heard, corpus))
    if kind == "Agreement":
        claims = [voice.claim for voice in heard]
        yield from _pairs("incompatibleDates", event, _apart(claims, _signed, lambda one, two: not one.overlaps(two)))
        yield from _pairs("incompatiblePlaces", event, _apart(claims, _signed_at, _elsewhere(corpus)))


def contradictions_between(events: tuple[str, str], ours: Sides, theirs: Sides) -> Iterator[Contradiction]:
    """Denials against assertions where it is not sure that both are about the same event."""
    both = tuple(sorted(events))
    yield from _between(ours.deniers, theirs.affirmers, both, sure=False)
    yield from _between(theirs.deniers, ours.affirmers, both, sure=False)


def differing_casualty_types(events: dict[str, list[Voice]]) -> Iterator[Contradiction]:
    """The same number of the same people told of the same days as wounded (or killed) here, as all losses there."""
    buckets: dict[tuple[object, ...], list[tuple[str, Voice]]] = {}
    for event, heard in events.items():
        for voice in heard:
            if voice.claim.kind == "CasualtyEvent" and voice.claim.number is not None:
                key = (voice.claim.role("ofActor"), voice.claim.number)
                buckets.setdefault(key, []).append((event, voice))
    for alike in buckets.values():
        for (one, left), (other, right) in combinations(_per_type(alike), 2):
            types = {*left.claim.role("casualtyType"), *right.claim.role("casualtyType")}
            if len(types) == 2 and "losses" in types and left.told.overlaps(right.told):
                between = _sorted(left.claim, right.claim)
                yield Contradiction("incompatibleCasualtyTypes", between, tuple(sorted({one, other})))


def _per_type(alike: list[tuple[str, Voice]]) -> list[tuple[str, Voice]]:
    first: dict[tuple[object, ...], tuple[str, Voice]] = {}
    for event, voice in alike:
        first.setdefault((voice.claim.role("casualtyType"), voice.told), (event, voice))
    return list(first.values())


def _between(
    deniers: Sequence[Voice], affirmers: Sequence[Voice], events: tuple[str, ...], *, sure: bool = True
) -> Iterator[Contradiction]:
    """Each denier against the first whom it denies, the first denier against each of these, each source against itself;
    where it is not sure that the event is the same, only the first two and each source against itself.

    So many say it and so many deny it that all pairs would tell no more."""
    pairs = [*_against_first(deniers, affirmers), *((one, other) for other, one in _against_first(affirmers, deniers))]
    chosen = pairs if sure else pairs[:1]
    own = ((one, other) for one in deniers for other in affirmers if one.source == other.source and _meet(one, other))
    for denied, affirmed in (*chosen, *own):
        turned = denied.source == affirmed.source != "" and not denied.told.overlaps(affirmed.told)
        kind = "reversal" if turned else "denialOfAssertion"
        yield Contradiction(kind, _sorted(denied.claim, affirmed.claim), events, sure)


def _against_first(ours: Sequence[Voice], theirs: Sequence[Voice]) -> Iterator[tuple[Voice, Voice]]:
    for voice in ours:
        first = next((other for other in theirs if _meet(voice, other)), None)
        if first is not None:
            yield voice, first


def _firsts(heard: Iterable[Voice], side: str) -> Iterator[Voice]:
    seen: set[tuple[object, ...]] = set()
    for voice in heard:
        if voice.side == side:
            key = (voice.source, voice.claim.role("itemConcept"))
            if key not in seen:
                seen.add(key)
                yield voice


def _meet(one: Voice, other: Voice) -> bool:
    """Whether they are two claims, and of the same goods where both name some."""
    left, right = one.claim, other.claim
    if left.iri == right.iri:
        return False
    for name in ("itemConcept", "item"):
        if left.role(name) and right.role(name):
            return bool(set(left.role(name)) & set(right.role(name)))
    return True


def _numbered(heard: list[Voice], corpus: Corpus) -> Iterator[tuple[ClaimRecord, ClaimRecord]]:
    numbered = [voice for voice in heard if voice.number is not None and voice.side != DENIED]
    open_ones: list[Voice] = []
    told: set[frozenset[Interval | None]] = set()
    for voice in sorted(_per_number(numbered), key=lambda each: (_of(each), each.claim.iri)):
        open_ones = [other for other in open_ones if _of(other).last >= _of(voice).first]
        for other in open_ones:
            elsewhere = voice.source != other.source or voice.claim.article != other.claim.article
            both = frozenset({voice.number, other.number})
            if elsewhere and both not in told and conflicting(voice.claim, other.claim, corpus):
                told.add(both)
                yield other.claim, voice.claim
        open_ones.append(voice)


def _of(voice: Voice) -> Window:
    return voice.claim.when if voice.claim.when is not None else voice.told


def _per_number(numbered: list[Voice]) -> list[Voice]:
    first: dict[tuple[object, ...], Voice] = {}
    for voice in numbered:
        first.setdefault((voice.source, voice.number, _of(voice), voice.claim.role("personnel")), voice)
    return list(first.values())


def _apart(
    claims: list[ClaimRecord], value: Callable[[ClaimRecord], T | None], differ: Callable[[T, T], bool]
) -> Iterator[tuple[ClaimRecord, ClaimRecord]]:
    first: dict[T, ClaimRecord] = {}
    for claim in claims:
        found = value(claim)
        if found is not None:
            first.setdefault(found, claim)
    for (one, left), (other, right) in combinations(first.items(), 2):
        if differ(one, other):
            yield left, right


def _signed(claim: ClaimRecord) -> Window | None:
    return claim.when


def _signed_at(claim: ClaimRecord) -> str | None:
    return next(iter(claim.role("signedAt")), None)


def _elsewhere(corpus: Corpus) -> Callable[[str, str], bool]:
    def differ(one: str, other: str) -> bool:
        lands = [(corpus.places[place].country or "") if place in corpus.places else "" for place in (one, other)]
        # A country and a city in it are no contradiction.
        return not (_name(lands[0]) == _name(other) or _name(lands[1]) == _name(one))

    return differ


def _name(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def _pairs(kind: str, event: str, pairs: Iterable[tuple[ClaimRecord, ClaimRecord]]) -> Iterator[Contradiction]:
    for left, right in pairs:
        yield Contradiction(kind, _sorted(left, right), (event,))


def _sorted(left: ClaimRecord, right: ClaimRecord) -> tuple[str, str]:
    low, high = sorted((left.iri, right.iri))
    return low, high
