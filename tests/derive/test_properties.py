"""What must hold for every corpus: the order, repetition and splitting of articles change nothing."""

import random

import factory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad

from derive.worlds import World, actor, groups
from kg.derive import derive
from kg.describe import describe, describe_registry, describe_text
from kg.model import Mode, Stance

SPEAKERS = ("ost-amt", "sudland", "allianz", "kurier", None)
DATES = ("2024-10-08", "2024-10", "2024-11", "2024", None)


@st.composite
def sayings(draw: st.DrawFn) -> dict[str, object]:
    roles = [("sender", actor("norland"))]
    if host := draw(st.sampled_from(("sudland", "ostland", None))):
        roles.append(("host", actor(host)))
    if personnel := draw(st.sampled_from(("soldiers", "engineers", None))):
        roles.append(("personnel", personnel))
    return {
        "speaker": draw(st.sampled_from(SPEAKERS)),
        "roles": tuple(roles),
        "when": draw(st.sampled_from(DATES)),
        "published": draw(st.sampled_from(("2024-10-22", "2024-10-23/2024-10-25", "2025-04", None))),
        "modality": draw(st.sampled_from(("fact", "alleged", "planned", "denied"))),
        "number": draw(st.sampled_from((None, 1500, 11000))),
    }


def build(said: list[tuple[int, dict[str, object]]]) -> World:
    world = World()
    for number, values in said:
        given_values = dict(values)
        speaker = given_values.pop("speaker")
        world.say(f"c{number}", speaker if isinstance(speaker, str) else None, **given_values)
    return world


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(sayings(), min_size=1, max_size=14), st.randoms(use_true_random=False))
def test_order_of_claims_changes_nothing(said: list[dict[str, object]], chance: random.Random) -> None:
    # Statements get their place in the text from their number, so that only the order of insertion changes.
    numbered = list(enumerate(said))
    shuffled = chance.sample(numbered, len(numbered))
    first, second = build(numbered), build(shuffled)
    second.statements |= {iri: first.statements[iri] for iri in first.statements}
    assert first.findings() == second.findings()


@settings(max_examples=100, deadline=None)
@given(st.lists(sayings(), min_size=1, max_size=14))
def test_every_claim_is_about_one_event_and_no_event_mixes_kinds_or_senders(said: list[dict[str, object]]) -> None:
    world = build(list(enumerate(said)))
    findings = world.findings()
    claims = [claim for event in findings.events for claim in event.claims]
    assert sorted(claims) == sorted(world.claims)
    assert len({event.iri for event in findings.events}) == len(findings.events)
    for event in findings.events:
        hosts = {world.claims[claim].role("host") for claim in event.claims} - {()}
        assert len(hosts) <= 1
        assert (len(event.claims) > 1) == bool(event.reasons)


@settings(max_examples=100, deadline=None)
@given(st.lists(sayings(), max_size=10))
def test_an_unrelated_article_changes_nothing_else(said: list[dict[str, object]]) -> None:
    before, after = build(list(enumerate(said))), build(list(enumerate(said)))
    after.say(
        "new", "institut", kind="CasualtyEvent", roles=(("ofActor", actor("ostland")), ("casualtyType", "killed"))
    )
    assert groups(after.findings()) == groups(before.findings()) | {frozenset({"new"})}
    assert set(before.findings().contradictions) <= set(after.findings().contradictions)


def article(number: int) -> list[Quad]:
    page = factory.article(id=f"a{number}", published=f"2024-10-{10 + number}")
    denied = Stance.DENIES if number % 2 else Stance.ASSERTS
    said = factory.statement(
        page, "Wir haben keine Kenntnis davon.", speakers=("russia",), stance=denied, mode=Mode.DIRECT
    )
    sent = factory.deployment(
        page,
        "rund 1500 Soldaten aus Nordkorea seien eingetroffen",
        claimants=("russia",),
        statement="s1",
        number=1500 + number,
    )
    facts = factory.facts(page, statements=(said,), claims=(sent,))
    return [*describe(facts), *describe_text(page)]


def registry() -> list[Quad]:
    return list(describe_registry([actor for actor in factory.ACTORS if actor.registered], factory.PLACES))


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(6)), st.integers(0, 5))
def test_order_repetition_and_splitting_of_a_corpus_give_the_same_bytes(order: list[int], cut: int) -> None:
    whole = [quad for number in range(6) for quad in article(number)]
    parts = [quad for number in order[:cut] for quad in article(number)]
    parts += derive([*parts, *registry()])
    rest = [quad for number in [*order[cut:], *order] for quad in article(number)]
    assert derive([*parts, *rest, *registry()]) == derive([*whole, *registry()])
