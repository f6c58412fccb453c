from typing import Any

import pytest

from derive.worlds import World, actor


def kinds(world: World) -> list[tuple[str, bool]]:
    return [(found.kind, found.sure) for found in world.findings().contradictions]


def test_denial_against_assertion() -> None:
    world = World()
    yes, no = world.say("c1", "ost-amt"), world.say("c2", "sudland", modality="denied")
    (found,) = world.findings().contradictions
    assert (found.kind, set(found.between), found.differs_in) == ("denialOfAssertion", {yes, no}, "modality")


def test_denying_statement_counts_as_denial_whatever_its_claim_says() -> None:
    world = World()
    world.say("c1", "ost-amt")
    world.say("c2", "sudland", stance="denies")
    assert kinds(world) == [("denialOfAssertion", True)]


def test_confirmation_after_own_denial_is_a_reversal() -> None:
    world = World()
    world.say("c1", "sudland", modality="denied", published="2024-10-22")
    world.say("c2", "sud-palast", stance="confirms", published="2025-04-27")
    assert kinds(world) == [("reversal", True)]


def test_two_mouths_of_a_state_on_one_day_are_no_reversal() -> None:
    world = World()
    world.say("c1", "sudland", modality="denied")
    world.say("c2", "sud-palast")
    assert kinds(world) == [("denialOfAssertion", True)]


def test_denials_repeated_by_many_articles_are_one() -> None:
    world = World()
    world.say("c0", "ost-amt")
    for day in range(1, 9):
        world.say(f"c{day}", "sudland", modality="denied", published=f"2024-10-0{day}")
    assert kinds(world) == [("denialOfAssertion", True)]


def test_what_may_be_about_another_event_is_not_sure() -> None:
    world = World()
    world.say("c1", "ost-amt")
    world.say(
        "c2", "ost-amt", roles=(("sender", actor("norland")), ("host", actor("ostland")), ("personnel", "soldiers"))
    )
    world.say("c3", "norland", modality="denied", roles=(("sender", actor("norland")), ("personnel", "soldiers")))
    assert {(kind, sure) for kind, sure in kinds(world)} == {("denialOfAssertion", False)}


@pytest.mark.parametrize("modality", ["planned", "possible"])
def test_what_is_only_expected_is_not_contradicted(modality: str) -> None:
    world = World()
    world.say("c1", "ost-amt", modality=modality)
    world.say("c2", "sudland", modality="denied")
    assert kinds(world) == []


def test_denied_goods_must_be_the_asserted_goods() -> None:
    ends = (("supplier", actor("norland")), ("recipient", actor("sudland")))
    world = World()
    world.say(
        "c1", "ost-amt", kind="ArmsTransfer", roles=(*ends, ("itemConcept", "ammunition"), ("itemConcept", "drones"))
    )
    world.say(
        "c2", "ost-amt", kind="ArmsTransfer", roles=(*ends, ("itemConcept", "missiles"), ("itemConcept", "drones"))
    )
    world.say("c3", "sudland", kind="ArmsTransfer", roles=(*ends, ("itemConcept", "missiles")), modality="denied")
    (found,) = world.findings().contradictions
    assert {iri.rsplit("/", 1)[-1] for iri in found.between} == {"c2", "c3"}


def pact(**values: Any) -> dict[str, Any]:
    parties = (("party", actor("norland")), ("party", actor("sudland")))
    place = values.pop("place", None)
    roles = (*parties, ("signedAt", f"https://w3id.org/conflict-kg/id/place/{place}")) if place else parties
    return {"kind": "Agreement", "roles": roles, **values}


def test_dates_and_places_of_an_agreement() -> None:
    world = World()
    world.say("c1", None, **pact(when="2024-06-18", place="hafenstadt"))
    world.say("c2", None, **pact(when="2024-06-19", place="bergstadt"))
    world.say("c3", None, **pact(when="2024-06"))
    assert sorted(kinds(world)) == [("incompatibleDates", True), ("incompatiblePlaces", True)]
