"""What people decided, applied over what the rules decided: for actors before the merging, for events after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from kg.derive.blocks import Block
from kg.derive.groups import Groups
from kg.derive.records import ActorRecord, ClaimRecord, Corpus, StatementRecord
from kg.resolve.judgements import Judgement, Verdict

__all__ = ["Overrides", "same_actors", "with_same_actors"]

Pair = tuple[str, str]


class Overrides:
    """The judgements on events and claims of one build."""

    def __init__(self, judgements: Iterable[Judgement], *, base: str) -> None:
        kept = sorted(judgement for judgement in judgements if judgement.kind == "event")
        self._base = base
        self.same = [judgement for judgement in kept if judgement.verdict is Verdict.SAME]
        self.different = [judgement for judgement in kept if judgement.verdict is Verdict.DIFFERENT]
        self._apart: set[frozenset[str]] = {
            frozenset(base + thing for thing in pair)
            for judgement in self.different
            for pair in combinations(judgement.of, 2)
        }
        self._judged = {thing for pair in self._apart for thing in pair}

    def allows(self, left: Block, right: Block) -> bool:
        """Whether no judgement holds claims of the two blocks apart."""
        ours = self._judged.intersection(left.claims)
        theirs = self._judged.intersection(right.claims)
        return not any(frozenset((one, other)) in self._apart for one in ours for other in theirs)

    def applied(self, groups: Groups, names: dict[str, str]) -> Groups:
        """The groups with those that were judged different taken apart and those that were judged same united.

        `names` gives the IRI of each group by its root, as the rules alone made it. Where two claims of one group are
        judged different, the second leaves it."""
        if not self.same and not self.different:
            return groups
        by_name = {iri: root for root, iri in names.items()}
        leaving = self._leaving(groups)
        members = groups.members()
        result = Groups(claim for claims in members.values() for claim in claims)
        for root, claims in members.items():
            staying = [claim for claim in claims if claim not in leaving]
            for rule in groups.rules(root):
                for claim in staying[1:]:
                    result.unite(staying[0], claim, rule)
                    result.note(staying[0], rule)
        for judgement in self.same:
            self._unite(result, judgement, by_name)
        return result

    def _leaving(self, groups: Groups) -> set[str]:
        gone: set[str] = set()
        for judgement in self.different:
            claims = [self._base + thing for thing in judgement.of if groups.knows(self._base + thing)]
            for left, right in combinations(claims, 2):
                if left not in gone and groups.root(left) == groups.root(right):
                    gone.add(right)
        return gone

    def _unite(self, groups: Groups, judgement: Judgement, by_name: dict[str, str]) -> None:
        things = [self._base + thing for thing in judgement.of]
        claims = [by_name.get(thing, thing) for thing in things]
        known = [claim for claim in claims if groups.knows(claim)]
        for claim in known[1:]:
            groups.unite(known[0], claim, judgement.words)


def same_actors(judgements: Iterable[Judgement], corpus: Corpus, *, base: str) -> dict[str, str]:
    """Every actor that was judged to be another → that other: the registered one, else the smallest IRI."""
    actors = {base + thing for judgement in judgements for thing in judgement.of if judgement.kind == "actor"}
    groups = Groups(actors)
    for judgement in judgements:
        if judgement.kind == "actor" and judgement.verdict is Verdict.SAME:
            for thing in judgement.of[1:]:
                groups.unite(base + judgement.of[0], base + thing, judgement.words)
    return {
        actor: chosen
        for members in groups.members().values()
        for chosen in [min(members, key=lambda iri: (not _registered(corpus.actors.get(iri)), iri))]
        for actor in members
        if actor != chosen
    }


def with_same_actors(corpus: Corpus, same: dict[str, str]) -> Corpus:
    """The corpus with each of those actors replaced by the one that it was judged to be."""
    if not same:
        return corpus
    return replace(
        corpus,
        statements={iri: _statement(record, same) for iri, record in corpus.statements.items()},
        claims={iri: _claim(record, same) for iri, record in corpus.claims.items()},
    )


def _statement(record: StatementRecord, same: dict[str, str]) -> StatementRecord:
    speakers = tuple(dict.fromkeys(same.get(actor, actor) for actor in record.speakers))
    return replace(record, speakers=speakers, via=tuple(same.get(actor, actor) for actor in record.via))


def _claim(record: ClaimRecord, same: dict[str, str]) -> ClaimRecord:
    claimants = tuple(dict.fromkeys(same.get(actor, actor) for actor in record.claimants))
    return replace(
        record, claimants=claimants, roles=tuple((name, same.get(value, value)) for name, value in record.roles)
    )


def _registered(record: ActorRecord | None) -> bool:
    return record is not None and record.registered
