"""All that is found across the articles, as frozen values: what `describe_findings` writes and a test can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.derive.contradictions import (
    Contradiction,
    contradictions_between,
    contradictions_of,
    differing_casualty_types,
    sides_of,
)
from kg.derive.copies import copies
from kg.derive.events import Event, merge_events
from kg.derive.numbers import Interval
from kg.derive.overrides import Overrides, same_actors, with_same_actors
from kg.derive.positions import Position, concerns, positions
from kg.derive.records import Corpus
from kg.derive.responses import Words, responses
from kg.derive.sources import Source, follow_media, source_of
from kg.derive.voices import AFFIRMED, DENIED, Voice, voices
from kg.resolve.judgements import Judgement

__all__ = ["Findings", "find"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the articles say together."""

    corpus: Corpus
    """The records, with the actors that were judged to be one made one."""
    events: tuple[Event, ...]
    sources: dict[str, Source]
    """Of every claim."""
    contradictions: tuple[Contradiction, ...]
    corroborations: tuple[tuple[str, str], ...]
    """Pairs of claims: the later one corroborates the earlier one."""
    answers: dict[str, str]
    """A statement → the one that it answers."""
    about: dict[str, tuple[str, ...]]
    """A statement → its events."""
    positions: tuple[Position, ...]
    copies: dict[str, str]
    """An article → the one that it copies."""
    same: dict[str, str]
    """An actor → the one that it was judged to be."""
    named: frozenset[str]
    """Every IRI by which a judgement can name an event: those that the rules alone gave, and those of the result."""


def find(corpus: Corpus, judgements: Iterable[Judgement], words: Words, *, base: str) -> Findings:
    """Everything that follows from the articles and the judgements of people; the same for the same input."""
    judged = tuple(sorted(judgements))
    same = same_actors(judged, corpus, base=base)
    corpus = with_same_actors(corpus, same)
    events, ruled = merge_events(corpus, Overrides(judged, base=base), base=base)
    event_of = {claim: event.iri for event in events for claim in event.claims}
    own = {iri: source_of(claim, corpus) for iri, claim in corpus.claims.items()}
    sources = follow_media(own, (event.claims for event in events), corpus)
    heard = {event.iri: voices((corpus.claims[iri] for iri in event.claims), sources, corpus) for event in events}
    answers = responses(corpus, words, event_of)
    about = concerns(corpus, event_of, answers)
    return Findings(
        corpus=corpus,
        events=events,
        sources=sources,
        contradictions=tuple(sorted(set(_contradictions(events, heard, answers, corpus)))),
        corroborations=tuple(sorted({pair for event in events for pair in _corroborations(heard[event.iri])})),
        answers=answers,
        about=about,
        positions=tuple(positions(corpus, about, event_of)),
        copies=copies(corpus.articles.values()),
        same=same,
        named=ruled | {event.iri for event in events},
    )


def _contradictions(
    events: tuple[Event, ...], heard: dict[str, list[Voice]], answers: dict[str, str], corpus: Corpus
) -> Iterator[Contradiction]:
    sides = {iri: sides_of(voices) for iri, voices in heard.items()}
    for event in events:
        yield from contradictions_of(event.iri, event.frame.kind, heard[event.iri], corpus)
        for other in event.candidates:
            yield from contradictions_between((event.iri, other), sides[event.iri], sides[other])
    yield from differing_casualty_types(heard)
    for answer, answered in answers.items():
        denial, assertion = corpus.statements[answer], corpus.statements[answered]
        told = denial.expresses and assertion.expresses
        if denial.stance == "denies" and assertion.stance in {"asserts", "confirms"} and not told:
            low, high = sorted((answer, answered))
            yield Contradiction("denialOfAssertion", (low, high), ())


def _corroborations(heard: list[Voice]) -> Iterator[tuple[str, str]]:
    first: dict[tuple[str, str], Voice] = {}
    for voice in heard:
        if voice.side != DENIED and voice.source:
            first.setdefault((voice.source, voice.side), voice)
    spoken = list(first.values())
    for at, later in enumerate(spoken):
        for earlier in spoken[:at]:
            agreed = later.side == earlier.side or AFFIRMED in {later.side, earlier.side}
            if later.source != earlier.source and agreed and not _clash(later.number, earlier.number):
                yield later.claim.iri, earlier.claim.iri


def _clash(ours: Interval | None, theirs: Interval | None) -> bool:
    return ours is not None and theirs is not None and ours.disjoint(theirs)
