"""What each actor said on an event over time, with the turns: first denied, then declined, then confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kg.derive.records import Corpus, StatementRecord
from kg.derive.subjects import named_events
from kg.derive.times import ALWAYS, Window
from kg.derive.voices import AFFIRMED, DENIED, EXPECTED, side

__all__ = ["Position", "Step", "concerns", "positions"]

BY_SIDE = {DENIED: "denies", EXPECTED: "expects", AFFIRMED: "asserts"}
LATE = Window(ALWAYS.last, ALWAYS.last)


class Step(NamedTuple):
    """One statement of a position."""

    statement: str
    stance: str
    """asserts, expects, confirms, denies or declines."""
    turned_from: str | None
    """The stance before, where it is another."""
    first: bool
    """Whether the holder takes this stance for the first time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """All that one actor, or those who act for it, said on one event."""

    holder: str
    event: str
    steps: tuple[Step, ...]


def concerns(corpus: Corpus, event_of: Mapping[str, str], answers: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Every statement → the events that it is about: those of its claims, else those of the statement that it answers,
    else the event that it names."""
    found = {}
    for iri, statement in corpus.statements.items():
        own = {event_of[claim] for claim in statement.expresses if claim in event_of}
        if not own and iri in answers:
            own = {event_of[claim] for claim in corpus.statements[answers[iri]].expresses if claim in event_of}
        if own:
            found[iri] = tuple(sorted(own))
    return found | named_events([iri for iri in corpus.statements if iri not in found], corpus, event_of)


def positions(corpus: Corpus, about: Mapping[str, tuple[str, ...]], event_of: Mapping[str, str]) -> Iterator[Position]:
    """The positions of all actors, and of those in whose name they speak, sorted by holder and event."""
    said: dict[tuple[str, str], list[StatementRecord]] = {}
    for iri, events in about.items():
        statement = corpus.statements[iri]
        holders = {holder for actor in statement.speakers for holder in (actor, corpus.principal(actor))}
        for holder in holders:
            for event in events:
                said.setdefault((holder, event), []).append(statement)
    for (holder, event), statements in sorted(said.items()):
        ordered = sorted(statements, key=lambda each: _order(each, corpus))
        steps = tuple(_steps(event, ordered, corpus, event_of))
        if steps:
            yield Position(holder=holder, event=event, steps=steps)


def _order(statement: StatementRecord, corpus: Corpus) -> tuple[Window, Window, int, str]:
    published = corpus.articles[statement.article].published
    return corpus.said(statement) or LATE, published or LATE, statement.start, statement.iri


def _steps(
    event: str, statements: list[StatementRecord], corpus: Corpus, event_of: Mapping[str, str]
) -> Iterator[Step]:
    before: str | None = None
    seen: set[str] = set()
    for statement in statements:
        stance = _stance(statement, event, corpus, event_of)
        if stance is not None:
            turned = before if before is not None and before != stance else None
            yield Step(statement.iri, stance, turned, stance not in seen)
            before = stance
            seen.add(stance)


def _stance(statement: StatementRecord, event: str, corpus: Corpus, event_of: Mapping[str, str]) -> str | None:
    if statement.stance in {"denies", "declines", "confirms"}:
        return statement.stance
    for claim in statement.expresses:
        if event_of.get(claim) == event:
            return BY_SIDE[side(corpus.claims[claim], corpus)]
    return None
