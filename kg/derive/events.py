"""Claims of all articles → events, by rules that are written down here and recorded with each merge.

Claims are brought together where kind and phase are the same, the roles are compatible and the times overlap or adjoin:

1. `same-time`: all roles equal; their own dates overlap or adjoin.
2. `told-in-reach`: all roles equal, no date of their own (or a vague one); told within a year of each other (losses: a
   month). `same-article`: likewise, where it is not known when they were told either.
3. `only-dated`: such a group and the one dated event that it can be about, if that is more than a matter of some days
   (an agreement always): one day's arrival is not all that is said of a deployment.
4. `only-fitting`: claims that leave a role open, and the one event that fits all that they say.
5. `only-plan`: denials that have no event of their own, and the one plan that they can deny.

Where a group could be about several events it stays apart, and they are its candidates. Agreements that differ in date
or place are one agreement if their parties are the same and their dates lie within a month. Judgements of people come
last and override. No rule looks at the order of the claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.derive.blocks import MOST_CANDIDATES, Block, Index, blocks_of
from kg.derive.frames import Entry, Frame, entry
from kg.derive.groups import Groups, sweep
from kg.derive.names import block_names
from kg.derive.overrides import Overrides
from kg.derive.records import Corpus
from kg.derive.times import ALWAYS

__all__ = ["RULES", "Event", "merge_events"]

RULES = {
    "same-time": "same kind, roles and phase; their own dates overlap or adjoin",
    "told-in-reach": "same kind, roles and phase; none gives a narrow date, told within reach of each other",
    "same-article": "same kind, roles and phase; said in one article of unknown date",
    "only-dated": "same kind, roles and phase; an undated group and the only dated event in its reach",
    "only-fitting": "a role is left open; the only event that fits the roles, phase and time that are given",
    "only-plan": "denials without an event of their own, and the only plan that they can deny",
}
"""Id of a rule → what it compared, as `kg:mergedBecause` gives it."""

AGREEMENT_DAYS = 31
PARTICULAR_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What some claims are about together."""

    iri: str
    frame: Frame
    claims: tuple[str, ...]
    reasons: tuple[str, ...]
    """Why its claims were brought together; empty where there is one claim."""
    candidates: tuple[str, ...]
    """IRIs of the events that it may be the same as."""


def merge_events(corpus: Corpus, overrides: Overrides, *, base: str) -> tuple[tuple[Event, ...], frozenset[str]]:
    """The events of all claims, sorted by IRI; each claim is about exactly one. And the IRIs that the rules alone gave
    the events, by which judgements may name them."""
    entries = {iri: _tolerant(entry(claim, corpus)) for iri, claim in corpus.claims.items()}
    groups = Groups(entries)
    _unite_alike(groups, entries.values())
    _attach(groups, entries, overrides, "only-dated")
    _attach(groups, entries, overrides, "only-fitting")
    _attach(groups, entries, overrides, "only-plan")
    ruled = blocks_of(groups, entries)
    names = block_names(ruled, entries, base=base)
    groups = overrides.applied(groups, names)
    final = blocks_of(groups, entries)
    return _events(final, groups, block_names(final, entries, base=base), overrides), frozenset(names.values())


def _tolerant(item: Entry) -> Entry:
    if item.frame.kind != "Agreement" or not item.dated:
        return item
    return item._replace(window=item.window.stretched(after=AGREEMENT_DAYS - 1))


def _unite_alike(groups: Groups, entries: Iterable[Entry]) -> None:
    buckets: dict[tuple[str, Frame, str, str], list[Entry]] = {}
    for item in entries:
        if item.frame.empty:
            continue
        # What is known neither by its own date nor by the day it was told joins only what its article says beside it.
        lost = not item.dated and item.window == ALWAYS
        how = "same-article" if lost else "same-time" if item.dated else "told-in-reach"
        for good in item.goods:
            buckets.setdefault((how, item.frame, good, item.claim.article if lost else ""), []).append(item)
    for (how, *_), alike in buckets.items():
        for _, run in sweep(alike):
            for item in run[1:]:
                groups.unite(run[0].claim.iri, item.claim.iri, how)


def _attach(groups: Groups, entries: dict[str, Entry], overrides: Overrides, rule: str) -> None:
    blocks = blocks_of(groups, entries)
    index = Index(block for block in blocks if (block.dated if rule == "only-dated" else block.frame.complete))
    found = []
    for block in blocks:
        if _is_open(block, rule):
            seen = block.planned() if rule == "only-plan" else block
            candidates = index.candidates(seen, overrides.allows)
            if rule == "only-dated":
                candidates = [other for other in candidates if other.frame == block.frame]
            if len(candidates) == 1 and (rule != "only-dated" or _is_lasting(candidates[0])):
                found.append((block.root, candidates[0].root))
    for left, right in found:
        groups.unite(left, right, rule)


def _is_lasting(block: Block) -> bool:
    return block.frame.kind == "Agreement" or (block.window.last - block.window.first).days > PARTICULAR_DAYS


def _is_open(block: Block, rule: str) -> bool:
    match rule:
        case "only-dated":
            return not block.dated and not block.frame.empty
        case "only-fitting":
            return not block.frame.complete and not block.frame.empty
        case _:
            return block.denied and not block.frame.empty


def _events(blocks: Sequence[Block], groups: Groups, names: dict[str, str], overrides: Overrides) -> tuple[Event, ...]:
    index = Index(blocks)
    events = []
    for block in blocks:
        found = index.candidates(block, overrides.allows) if _unsure(block) else []
        candidates = [other for other in found if other.frame.complete or other.frame == block.frame]
        events.append(
            Event(
                iri=names[block.root],
                frame=block.frame,
                claims=block.claims,
                reasons=tuple(_reason(rule) for rule in groups.rules(block.root)),
                candidates=tuple(sorted(names[other.root] for other in candidates))
                if len(candidates) <= MOST_CANDIDATES
                else (),
            )
        )
    return tuple(sorted(events, key=lambda event: event.iri))


def _reason(rule: str) -> str:
    """A rule by its id and what it compared; a judgement is its own reason."""
    return f"{rule}: {RULES[rule]}" if rule in RULES else rule


def _unsure(block: Block) -> bool:
    return not block.frame.empty and (not block.dated or not block.frame.complete)
