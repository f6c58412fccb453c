import math
from typing import Any

import pytest

from derive.worlds import World
from kg.derive.numbers import Interval, interval


def contradictions(*claims: dict[str, Any]) -> set[str]:
    world = World()
    for speaker, (at, claim) in zip(("ost-amt", "allianz", "sudland"), enumerate(claims), strict=False):
        world.say(f"c{at}", speaker, **claim)
    return {found.kind for found in world.findings().contradictions}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"number": 1500, "qualifier": "exactly"}, Interval(1500, 1500)),
        ({"number": 1500}, Interval(1500, 1500)),
        ({"number": 10000, "qualifier": "about"}, Interval(9000, 11000)),
        ({"number": 40, "qualifier": "atLeast"}, Interval(40, math.inf)),
        ({"number": 12000, "qualifier": "upTo"}, Interval(0, 12000)),
        ({"number": 10000, "qualifier": "about", "minimum": 9500, "maximum": 10500}, Interval(9500, 10500)),
        ({"minimum": 2000}, Interval(2000, math.inf)),
    ],
)
def test_interval(values: dict[str, Any], expected: Interval) -> None:
    world = World()
    iri = world.say("c", "ost-amt", **values)
    assert interval(world.claims[iri]) == expected


def test_no_number_no_interval() -> None:
    world = World()
    assert interval(world.claims[world.say("c", "ost-amt")]) is None


def test_two_numbers_of_one_day_contradict() -> None:
    assert contradictions({"number": 1500}, {"number": 3000}) == {"incompatibleNumbers"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"number": 10000}, {"number": 12000, "qualifier": "upTo"}),
        ({"number": 10000, "qualifier": "about"}, {"number": 10500}),
        ({"number": 1500, "published": "2024-10-18"}, {"number": 11000, "published": "2025-04-02"}),
        ({"number": 1500, "when": "2024-10-07/2024-10-13"}, {"number": 3000}),
        ({"number": 1500, "when": "2024-10-07/2024-10-13"}, {"number": 11000, "when": "2024-10"}),
        ({"number": 1500}, {"number": 3000, "modality": "planned"}),
    ],
)
def test_what_can_both_be_right(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert contradictions(first, second) == set()


def test_part_cannot_exceed_the_whole() -> None:
    part, whole = {"number": 3000, "when": "2024-10-07/2024-10-13"}, {"number": 1500, "when": "2024-10"}
    assert contradictions(part, whole) == {"incompatibleNumbers"}


def test_wounded_and_all_losses_of_one_number_differ() -> None:
    from derive.worlds import actor

    def losses(type_: str) -> dict[str, Any]:
        roles = (("ofActor", actor("norland")), ("casualtyType", type_))
        return {"kind": "CasualtyEvent", "roles": roles, "number": 4000}

    assert contradictions(losses("wounded"), losses("losses")) == {"incompatibleCasualtyTypes"}
    assert contradictions(losses("wounded"), losses("killed")) == set()
    assert contradictions(losses("wounded"), losses("losses") | {"number": 5000}) == set()
