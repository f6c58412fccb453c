from datetime import date

import pytest

from derive.worlds import World, actor, groups
from kg.describe.iris import BASE
from kg.resolve.judgements import Judgement, Verdict


def judged(verdict: str, *of: str) -> Judgement:
    return Judgement(verdict=Verdict(verdict), of=of, by="A. Leserin", on=date(2025, 5, 2), why="im Text steht es so")


def world() -> World:
    made = World()
    made.say("c1", "ost-amt", when="2024-03-01")
    made.say("c2", "allianz", when="2024-03-01")
    made.say("c3", "institut", when="2024-10-10")
    return made


def test_rules_alone() -> None:
    assert groups(world().findings()) == {frozenset({"c1", "c2"}), frozenset({"c3"})}


def test_same_claims_make_one_event_with_the_judgement_as_reason() -> None:
    findings = world().findings([judged("same", "claim/c1", "claim/c3")])
    assert groups(findings) == {frozenset({"c1", "c2", "c3"})}
    assert "judged same by A. Leserin on 2025-05-02: im Text steht es so" in findings.events[0].reasons


def test_same_events_are_named_by_their_iris() -> None:
    names = [event.iri.removeprefix(BASE) for event in world().findings().events]
    assert len(groups(world().findings([judged("same", *names)]))) == 1


def test_different_claim_leaves_its_event() -> None:
    findings = world().findings([judged("different", "claim/c1", "claim/c2")])
    assert groups(findings) == {frozenset({"c1"}), frozenset({"c2"}), frozenset({"c3"})}


def test_claim_that_left_can_join_another() -> None:
    both = [judged("different", "claim/c1", "claim/c2"), judged("same", "claim/c2", "claim/c3")]
    assert groups(world().findings(both)) == {frozenset({"c1"}), frozenset({"c2", "c3"})}


def test_different_keeps_an_open_claim_out_of_the_only_event_that_fits() -> None:
    made = World()
    made.say("c1", "ost-amt")
    made.say("c2", "allianz", roles=(("sender", actor("norland")), ("personnel", "soldiers")))
    assert len(made.findings().events) == 1
    assert len(made.findings([judged("different", "claim/c1", "claim/c2")]).events) == 2


def test_same_actors_are_one_source_and_one_role() -> None:
    made = World()
    made.say("c1", "ost-amt")
    made.say("c2", "allianz")
    findings = made.findings([judged("same", "actor/ost-amt", "actor/allianz")])
    assert findings.same == {actor("ost-amt"): actor("allianz")}
    assert findings.corroborations == ()


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_judgement_on_what_is_not_there_changes_nothing(verdict: str) -> None:
    assert groups(world().findings([judged(verdict, "claim/nowhere", "claim/c1")])) == groups(world().findings())
