"""Contradictions, answers, corroborations, positions and copies → triples."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from pyoxigraph import NamedNode

from kg.derive.contradictions import Contradiction
from kg.derive.findings import Findings
from kg.derive.known import Known, known_of_all, known_of_first, public_day
from kg.derive.positions import Position, Step
from kg.derive.writing import Triple, a, known_pairs, node
from kg.describe.iris import Iris, kg, term
from kg.describe.literals import boolean, decimal, integer

__all__ = ["article_triples", "contradiction_triples", "position_triples", "tie_triples"]

UNSURE, SURE = Decimal("0.5"), Decimal("0.9")


def contradiction_triples(
    found: Contradiction, iris: Iris, known: dict[str, Known], events: dict[str, str]
) -> Iterator[Triple]:
    """The node of a contradiction; `events` gives the event of each claim."""
    low, high = found.between
    subject = iris.minted("contradiction", found.kind, low.removeprefix(iris.base), high.removeprefix(iris.base))
    yield from a(subject, "Contradiction")
    yield subject, kg("between"), node(low)
    yield subject, kg("between"), node(high)
    yield subject, kg("differsIn"), kg(found.differs_in)
    yield subject, kg("contradictionKind"), kg(found.kind)
    yield subject, kg("certainty"), decimal(SURE if found.sure else UNSURE)
    for event in sorted({*found.events, *(events[iri] for iri in found.between if iri in events)}):
        yield subject, kg("about"), node(event)
    yield from known_pairs(subject, known_of_all((known[low], known[high])))


def tie_triples(findings: Findings) -> Iterator[Triple]:
    """Which statement answers which and is about what, which claim corroborates which, which actors are one."""
    for answer, answered in findings.answers.items():
        yield node(answer), kg("respondsTo"), node(answered)
    for statement, events in findings.about.items():
        yield from ((node(statement), kg("concerns"), node(event)) for event in events)
    for later, earlier in findings.corroborations:
        yield node(later), kg("corroborates"), node(earlier)
    for actor, chosen in findings.same.items():
        yield node(actor), term("owl", "sameAs"), node(chosen)


def position_triples(position: Position, iris: Iris, known: dict[str, Known]) -> Iterator[Triple]:
    """The node of a position, its steps in their order, and its turns."""
    holder, event = position.holder.removeprefix(iris.base), position.event.removeprefix(iris.base)
    subject = iris.minted("position", holder, event)
    yield from a(subject, "Position")
    yield subject, kg("positionOf"), node(position.holder)
    yield subject, kg("about"), node(position.event)
    yield from known_pairs(subject, known_of_first(known[step.statement] for step in position.steps))
    for rank, step in enumerate(position.steps, start=1):
        yield subject, term("prov", "hadMember"), node(step.statement)
        yield from _step(subject, rank, step, iris, known[step.statement])
    for before, after in pairwise(position.steps):
        if after.turned_from is not None:
            yield from _turn(position, before, after, iris, known)


def _step(whole: NamedNode, rank: int, step: Step, iris: Iris, known: Known) -> Iterator[Triple]:
    subject = iris.minted(
        "position", whole.value.removeprefix(iris.base), "step", step.statement.removeprefix(iris.base)
    )
    yield from a(subject, "Step")
    yield whole, kg("step"), subject
    yield subject, kg("says"), node(step.statement)
    yield subject, kg("rank"), integer(rank)
    yield subject, kg("takes"), kg(step.stance)
    yield subject, kg("firstTime"), boolean(step.first)
    yield from known_pairs(subject, known)


def _turn(position: Position, before: Step, after: Step, iris: Iris, known: dict[str, Known]) -> Iterator[Triple]:
    parts = (position.holder, position.event, before.statement, after.statement)
    subject = iris.minted("position", "turn", *(part.removeprefix(iris.base) for part in parts))
    yield from a(subject, "Turn")
    yield subject, kg("positionOf"), node(position.holder)
    yield subject, kg("about"), node(position.event)
    yield subject, kg("from"), node(before.statement)
    yield subject, kg("to"), node(after.statement)
    yield from known_pairs(subject, known_of_all((known[before.statement], known[after.statement])))


def article_triples(findings: Findings) -> Iterator[Triple]:
    """Which article copies which, and from when on each can have been known."""
    for copy, original in findings.copies.items():
        yield node(copy), kg("nearCopyOf"), node(original)
    for iri, article in findings.corpus.articles.items():
        # An article is where something was read, whenever it had been said: only the clock of publication counts.
        public = known_pairs(node(iri), Known(public_day(article), None))
        yield from (triple for triple in public if kg("saidFrom") not in triple)
