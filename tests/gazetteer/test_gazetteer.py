"""The shipped entries: complete, consistent, dated."""

from __future__ import annotations

import pytest

from kg.gazetteer import Gazetteer, load
from kg.model import ActorKind, PartialDate, PlaceKind


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


def test_ids_point_to_entries(gazetteer: Gazetteer) -> None:
    assert [
        a.id for a in gazetteer.actors.values() if a.acts_for is not None and a.acts_for not in gazetteer.actors
    ] == []
    assert [
        p.id for p in gazetteer.places.values() if p.country is not None and p.country not in gazetteer.actors
    ] == []
    assert [post.id for post in gazetteer.posts.values() if post.of not in gazetteer.actors] == []
    assert [office for office in gazetteer.offices if office.holder not in gazetteer.actors] == []


def test_everybody_has_a_gender_and_only_people_hold_offices(gazetteer: Gazetteer) -> None:
    people = [actor for actor in gazetteer.actors.values() if actor.kind is ActorKind.PERSON]
    assert [person.id for person in people if person.gender not in {"m", "f"}] == []
    assert {gazetteer.actors[office.holder].kind for office in gazetteer.offices} == {ActorKind.PERSON}


def test_a_state_is_a_place_too(gazetteer: Gazetteer) -> None:
    place = gazetteer.place("ukraine")
    assert place is not None
    assert (place.kind, place.country) == (PlaceKind.COUNTRY, "ukraine")
    assert gazetteer.place("nato") is None


@pytest.mark.parametrize(
    ("office", "when", "holder"),
    [
        ("secretary-general-nato", "2024-09-30", "jens-stoltenberg"),
        ("secretary-general-nato", "2024-10-01", "mark-rutte"),
        ("president-usa", "2016-05-01", "barack-obama"),
        ("president-usa", "2018", "donald-trump"),
        ("president-usa", "2024-10", "joe-biden"),
        ("president-usa", "2025-06-01/2025-06-30", "donald-trump"),
        ("chancellor-germany", "2021-12-07", "angela-merkel"),
        ("defence-minister-russia", "2024-06-01", "andrey-belousov"),
    ],
)
def test_who_held_an_office(gazetteer: Gazetteer, office: str, when: str, holder: str) -> None:
    found = gazetteer.holder(office, PartialDate(when))
    assert found is not None
    assert found.id == holder


@pytest.mark.parametrize(
    ("office", "when"),
    [
        ("president-usa", "2025-01"),
        ("defence-minister-south-korea", "2025-02-01"),
        ("secretary-general-nato", "2024"),
        ("secretary-general-nato", "2024-10-01/.."),
        ("court-jester", "2024-10-01"),
    ],
)
def test_no_holder_where_the_date_leaves_it_open(gazetteer: Gazetteer, office: str, when: str) -> None:
    assert gazetteer.holder(office, PartialDate(when)) is None
    assert gazetteer.holder(office, None) is None


def test_names_lead_to_ids(gazetteer: Gazetteer) -> None:
    assert gazetteer.named("nis") == ("nis",)
    assert gazetteer.named("Moskau") == ("russia", "moscow")
    assert gazetteer.named("Atlantis") == ()


def test_bodies_of_states(gazetteer: Gazetteer) -> None:
    service = gazetteer.body("south-korea", "intelligence")
    assert service is not None
    assert service.id == "nis"
    assert gazetteer.body("france", "intelligence") is None


def test_a_term_of_two_periods(gazetteer: Gazetteer) -> None:
    assert [post.id for post in gazetteer.held("donald-trump")] == ["president-usa", "president-usa"]
    assert gazetteer.post("russia", "president") == gazetteer.posts["president-russia"]
    assert gazetteer.post("russia", "court-jester") is None
