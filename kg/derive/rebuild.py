"""A store's derived graph, dropped and made again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.derive import describe_findings, find_across
from kg.derive.findings import Findings
from kg.describe.iris import Iris
from kg.resolve.judgements import Judgement
from kg.store import Store

__all__ = ["Rebuilt", "rebuild"]

BIG = 50_000
"""A derived graph with as many quads is written in bulk, a smaller one in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What a derived graph holds."""

    events: int
    merged: int
    """Events that more than one claim is about."""
    contradictions: int
    positions: int
    copies: int
    unused: tuple[Judgement, ...]
    """Judgements that name a thing which the store does not have."""


def rebuild(store: Store, judgements: Iterable[Judgement] = ()) -> Rebuilt:
    """Makes the derived graph of a store anew; nothing else changes, and nothing at all where it is as it should be.

    StoreError where the store cannot be written."""
    judged = tuple(judgements)
    graph = Iris(store.base).graph("derived")
    findings = find_across(store, judgements=judged, base=store.base)
    quads = describe_findings(findings, base=store.base)
    before = set(store.quads(graph))
    if len(before) != len(quads) or not before.issuperset(quads):
        (store.refill if len(quads) >= BIG else store.replace)(graph, quads)
        store.flush()
    return Rebuilt(
        events=len(findings.events),
        merged=sum(len(event.claims) > 1 for event in findings.events),
        contradictions=len(findings.contradictions),
        positions=len(findings.positions),
        copies=len(findings.copies),
        unused=tuple(judgement for judgement in judged if not _known(judgement, findings, store.base)),
    )


def _known(judgement: Judgement, findings: Findings, base: str) -> bool:
    corpus = findings.corpus
    things = {*corpus.actors, *corpus.claims, *findings.named}
    return all(base + thing in things for thing in judgement.of)
