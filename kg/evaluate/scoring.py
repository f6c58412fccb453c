"""Found facts against gold facts: what is matched, and what is said rightly of what was matched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.evaluate.found import FoundAgreement, FoundArticle, FoundClaim, FoundStatement
from kg.evaluate.gold import Gold, GoldAgreement, GoldClaim, GoldStatement
from kg.evaluate.matching import one_to_one, overlap, places_of
from kg.evaluate.names import Names, fold
from kg.evaluate.tally import Figures, Tally

__all__ = ["Score"]

SAME_CONTENT = 0.5
"""From this Jaccard index on two contents are the same statement."""
RIGHT_SPEAKER = 0.1
"""What a right speaker is worth where several statements overlap alike."""

_ROLES = {
    "deployment": (("sender", "sender"), ("host", "host")),
    "arms_transfer": (("supplier", "supplier"), ("recipient", "recipient")),
    "casualties": (("of", "ofActor"),),
}
_QUALIFIERS = {"exact": "exactly", "about": "about", "at_least": "atLeast", "up_to": "upTo"}
_TOPICS = {"arms_transfer": "armsTransfer"}


@dataclass
class Score:
    """The counts over articles so far, and what was missed, wrong or extra, one line each."""

    names: Names
    tally: Tally = field(default_factory=Tally)
    errors: list[str] = field(default_factory=list)

    def add(self, gold: Gold, text: str, found: FoundArticle | None) -> None:
        """Counts one article, whose offsets index `text`; None where the graph does not have it."""
        self.tally.judge("articles", found is not None)
        if found is None:
            self._tell(gold, "no article in the graph")
            found = FoundArticle(published=None, statements=(), claims=(), agreements=())
        if gold.published:
            right = (found.published or "")[: len(gold.published)] == gold.published
            self.tally.judge("published", right)
        surface = _surface(gold)
        self._add_statements(gold, text, found.statements, surface)
        for kind in _ROLES:
            self._add_claims(gold, text, [claim for claim in found.claims if claim.kind == kind], kind, surface)
        self._add_agreements(gold, text, found.agreements)

    def figures(self) -> Figures:
        """Every figure by its name, in a fixed order."""
        tally = self.tally
        result = {key: tally.accuracy(key) for key in ("articles", "published")}
        result["statements"] = tally.found("statements")
        result["speaker"] = tally.accuracy("speaker")
        result["joint"] = tally.found("statements", right="joint.tp")
        keys = ("stance", "mode", "said_on", "said_on_unknown", "cue", "topics")
        result |= {key: tally.accuracy(key) for key in keys}
        result["claims"] = tally.found("claims")
        result |= {f"claims.{kind}": tally.found(kind) for kind in _ROLES}
        result |= {key: tally.accuracy(key) for key in ("claimants", "modality", "qualifier", "places")}
        result["agreements"] = tally.found("agreements")
        return result | {key: tally.accuracy(key) for key in ("signatories", "signed", "agreement_place")}

    def _add_statements(
        self, gold: Gold, text: str, found: tuple[FoundStatement, ...], surface: Mapping[str, frozenset[str]]
    ) -> None:
        pairs = []
        for g, item in enumerate(gold.statements):
            places = places_of(item.content, text)
            for f, statement in enumerate(found):
                shared = overlap(statement.content, places)
                if shared >= SAME_CONTENT:
                    right = self.names.same(item.speaker, statement.speaker, surface)
                    pairs.append((shared + RIGHT_SPEAKER * right, g, f))
        taken = self._count("statements", len(gold.statements), len(found), one_to_one(pairs))
        for g, item in enumerate(gold.statements):
            if g in taken:
                self._judge_statement(gold, item, found[taken[g]], surface)
            else:
                self._tell(gold, f"missed statement [{item.speaker} {item.stance}] {item.content[:90]}", item.id)
        for f, statement in enumerate(found):
            if f not in taken.values():
                self._tell(gold, f"extra statement [{_joined(statement)} {statement.stance}] {statement.words[:90]}")

    def _judge_statement(
        self, gold: Gold, item: GoldStatement, found: FoundStatement, surface: Mapping[str, frozenset[str]]
    ) -> None:
        judge = self.tally.judge
        right = self.names.same(item.speaker, found.speaker, surface)
        judge("speaker", right)
        self.tally.add("joint.tp", right)
        if not right:
            self._tell(gold, f"speaker {_joined(found)} for {item.speaker}", item.id)
        judge("stance", found.stance == item.stance)
        if found.stance != item.stance:
            self._tell(gold, f"stance {found.stance} for {item.stance}: {item.content[:70]}", item.id)
        judge("mode", found.mode == item.mode)
        if item.said_on:
            judge("said_on", found.said_on == item.said_on)
            if found.said_on != item.said_on:
                self._tell(gold, f"said on {found.said_on} for {item.said_on}: {item.content[:70]}", item.id)
        else:
            judge("said_on_unknown", found.said_on is None)
        judge("cue", (found.cue or "").casefold() == (item.cue or "").casefold())
        wanted = {_TOPICS.get(topic, topic) for topic in item.topics}
        if wanted:
            judge("topics", bool(wanted & found.topics))
            if not wanted & found.topics:
                self._tell(gold, f"topics {_listed(found.topics)} for {_listed(wanted)}: {item.content[:70]}", item.id)

    def _add_claims(
        self, gold: Gold, text: str, found: list[FoundClaim], kind: str, surface: Mapping[str, frozenset[str]]
    ) -> None:
        items = [claim for claim in gold.claims if claim.kind == kind]
        pairs = []
        for g, item in enumerate(items):
            places = places_of(item.evidence, text)
            for f, claim in enumerate(found):
                shared = overlap(claim.evidence, places)
                if shared > 0 and self._same_claim(item, claim):
                    pairs.append((shared, g, f))
        taken = self._count(kind, len(items), len(found), one_to_one(pairs))
        self._count("claims", len(items), len(found), taken)
        for g, item in enumerate(items):
            if g in taken:
                self._judge_claim(gold, item, found[taken[g]], surface)
            else:
                self._tell(gold, f"missed claim {kind} {item.number} {item.evidence[:90]}", item.id)
        for f, claim in enumerate(found):
            if f not in taken.values():
                self._tell(gold, f"extra claim {kind} {claim.number} {claim.words[:90]}")

    def _same_claim(self, item: GoldClaim, found: FoundClaim) -> bool:
        for ours, theirs in _ROLES[item.kind]:
            name = getattr(item, ours)
            if (self.names.key(name) not in found.roles[theirs]) if name else bool(found.roles[theirs]):
                return False
        return found.number == item.number and (item.kind != "casualties" or found.casualty_type == item.type)

    def _judge_claim(
        self, gold: Gold, item: GoldClaim, found: FoundClaim, surface: Mapping[str, frozenset[str]]
    ) -> None:
        named = [self.names.same(name, found.claimants, surface) for name in item.claimants]
        by = all(named) if named else not found.claimants
        self._compare(gold, item, "claimants", _listed(found.claimants), _listed(item.claimants), right=by)
        right = found.modality == item.modality
        self._compare(gold, item, "modality", found.modality, item.modality, right=right)
        if item.number is not None:
            wanted = _QUALIFIERS.get(item.qualifier or "")
            self._compare(gold, item, "qualifier", found.qualifier, wanted, right=found.qualifier == wanted)
        if item.places:
            places = {self.names.key(place) for place in item.places}
            self._compare(gold, item, "places", _listed(found.places), _listed(places), right=places <= found.places)

    def _compare(self, gold: Gold, item: GoldClaim, what: str, found: object, wanted: object, *, right: bool) -> None:
        """Counts one part of a matched claim; where it is not `right`, it is told what was found for what."""
        self.tally.judge(what, right)
        if not right:
            self._tell(gold, f"{what} {found} for {wanted}: {item.evidence[:70]}", item.id)

    def _add_agreements(self, gold: Gold, text: str, found: tuple[FoundAgreement, ...]) -> None:
        pairs = []
        for g, item in enumerate(gold.agreements):
            for f, agreement in enumerate(found):
                if all(self.names.key(party) in agreement.parties for party in item.parties):
                    pairs.append((1 + overlap(agreement.evidence, places_of(item.evidence, text)), g, f))
        taken = self._count("agreements", len(gold.agreements), len(found), one_to_one(pairs))
        for g, item in enumerate(gold.agreements):
            if g in taken:
                self._judge_agreement(item, found[taken[g]])
            else:
                self._tell(gold, f"missed agreement {' + '.join(item.parties)} {item.evidence[:80]}", item.id)

    def _judge_agreement(self, item: GoldAgreement, found: FoundAgreement) -> None:
        for person in item.signatories:
            self.tally.judge("signatories", self.names.key(person) in found.signatories)
        if item.signed:
            self.tally.judge("signed", found.signed == item.signed)
        if item.place:
            self.tally.judge("agreement_place", self.names.key(item.place) in found.place)

    def _count(self, name: str, gold: int, found: int, taken: dict[int, int]) -> dict[int, int]:
        for counter, number in (("gold", gold), ("pred", found), ("tp", len(taken))):
            self.tally.add(f"{name}.{counter}", number)
        return taken

    def _tell(self, gold: Gold, what: str, fact: str = "") -> None:
        self.errors.append(f"{gold.identifier}{' ' if fact else ''}{fact}: {what}")


def _surface(gold: Gold) -> Mapping[str, frozenset[str]]:
    """By each speaker's name the folded words that name it anywhere in the article."""
    words: dict[str, frozenset[str]] = defaultdict(frozenset)
    for item in gold.statements:
        words[item.speaker] |= frozenset(fold(item.speaker_text).split())
    return words


def _joined(found: FoundStatement) -> str:
    return "/".join(sorted(found.speaker)) or "nobody"


def _listed(words: Iterable[object]) -> str:
    return "/".join(sorted(map(str, words))) or "none"
