import pytest

from derive.worlds import World, actor, groups

TO_SUDLAND = (("sender", actor("norland")), ("host", actor("sudland")), ("personnel", "soldiers"))


def deployment(**changes: str | None) -> tuple[tuple[str, str], ...]:
    roles = dict(TO_SUDLAND) | changes
    return tuple((name, value) for name, value in roles.items() if value is not None)


def two(first: dict[str, object], second: dict[str, object]) -> World:
    world = World()
    world.say("c1", "ost-amt", **first)
    world.say("c2", "allianz", **second)
    return world


def test_same_roles_and_time_are_one_event() -> None:
    findings = two({}, {}).findings()
    assert groups(findings) == {frozenset({"c1", "c2"})}
    assert "none gives a narrow date" in findings.events[0].reasons[0]


@pytest.mark.parametrize(
    "changes",
    [
        {"roles": deployment(host=actor("ostland"))},
        {"roles": deployment(sender=actor("ostland"))},
        {"roles": deployment(personnel="instructors")},
        {"modality": "planned"},
        {"published": "2026-01-05"},
        {"kind": "CasualtyEvent", "roles": (("ofActor", actor("norland")), ("casualtyType", "killed"))},
    ],
)
def test_what_differs_stays_apart(changes: dict[str, object]) -> None:
    assert groups(two({}, changes).findings()) == {frozenset({"c1"}), frozenset({"c2"})}


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("2024-10-08", "2024-10-08", True),
        ("2024-10-08", "2024-10-09", True),
        ("2024-10-07/2024-10-13", "2024-10", True),
        ("2024-10-08", "2024-10-10", False),
        ("2024-10", "2024-12", False),
    ],
)
def test_own_dates_overlap_or_adjoin(first: str, second: str, one: bool) -> None:
    assert (len(groups(two({"when": first}, {"when": second}).findings())) == 1) is one


def test_vague_date_does_not_join_what_lies_inside_it() -> None:
    world = two({"when": "2024-03"}, {"when": "2024-10"})
    world.say("c3", "institut", when="2024", published="2025-01-10")
    findings = world.findings()
    assert groups(findings) == {frozenset({"c1"}), frozenset({"c2"}), frozenset({"c3"})}
    vague = next(event for event in findings.events if event.claims[0].endswith("c3"))
    assert len(vague.candidates) == 2


def test_undated_claim_joins_the_only_lasting_event() -> None:
    findings = two({"when": "2024-10", "published": "2024-11-02"}, {"published": "2024-11-20"}).findings()
    assert groups(findings) == {frozenset({"c1", "c2"})}
    assert "only dated event" in findings.events[0].reasons[0]


def test_undated_claim_does_not_join_what_one_day_brought() -> None:
    findings = two({"when": "2024-10-18"}, {}).findings()
    assert len(findings.events) == 2
    assert any(event.candidates for event in findings.events)


def test_open_role_joins_the_only_event_that_fits() -> None:
    findings = two({}, {"roles": deployment(host=None)}).findings()
    assert groups(findings) == {frozenset({"c1", "c2"})}
    assert "a role is left open" in " ".join(findings.events[0].reasons)


def test_open_role_with_two_events_that_fit_stays_apart_with_candidates() -> None:
    world = two({}, {"roles": deployment(host=actor("ostland"))})
    world.say("c3", "institut", roles=deployment(host=None))
    findings = world.findings()
    unsure = next(event for event in findings.events if event.claims[0].endswith("c3"))
    assert len(unsure.candidates) == 2
    assert unsure.reasons == ()


def test_claims_that_name_no_actor_are_never_joined() -> None:
    roles = (("personnel", "soldiers"),)
    assert len(two({"roles": roles}, {"roles": roles}).findings().events) == 2


def test_body_and_state_are_one_role() -> None:
    assert len(two({}, {"roles": deployment(host=actor("sud-palast"))}).findings().events) == 1


def test_troops_are_one_body_engineers_another() -> None:
    world = two({}, {"roles": deployment(personnel="officers")})
    world.say("c3", "institut", roles=deployment(personnel="engineers"))
    assert groups(world.findings()) == {frozenset({"c1", "c2"}), frozenset({"c3"})}


def goods(*concepts: str) -> tuple[tuple[str, str], ...]:
    ends = (("supplier", actor("norland")), ("recipient", actor("sudland")))
    return (*ends, *(("itemConcept", concept) for concept in concepts))


def test_transfers_are_joined_by_shared_goods() -> None:
    world = World()
    for name, things in (("c1", ("missiles",)), ("c2", ("missiles", "ammunition")), ("c3", ("supplies",))):
        world.say(name, "ost-amt", kind="ArmsTransfer", roles=goods(*things))
    assert groups(world.findings()) == {frozenset({"c1", "c2"}), frozenset({"c3"})}


def test_losses_of_another_season_are_another_event() -> None:
    roles = (("ofActor", actor("norland")), ("casualtyType", "killed"))
    first = {"kind": "CasualtyEvent", "roles": roles, "published": "2024-10-20"}
    assert len(two(first, first | {"published": "2024-10-30"}).findings().events) == 1
    assert len(two(first, first | {"published": "2025-03-01"}).findings().events) == 2


def pact(*parties: str) -> dict[str, object]:
    return {"kind": "Agreement", "roles": tuple(("party", actor(party)) for party in parties)}


def test_agreement_keeps_its_claims_though_dates_differ_by_days() -> None:
    first, second = pact("norland", "sudland"), pact("sudland", "norland")
    assert len(two(first | {"when": "2024-06-18"}, second | {"when": "2024-06-20"}).findings().events) == 1
    assert len(two(first | {"when": "2024-06-18"}, second | {"when": "2024-11-20"}).findings().events) == 2
    assert len(two(first, pact("norland", "sudland", "ostland")).findings().events) == 2


def test_denial_of_a_plan_is_about_the_plan() -> None:
    findings = two({"modality": "planned"}, {"modality": "denied"}).findings()
    assert groups(findings) == {frozenset({"c1", "c2"})}
    assert findings.events[0].frame.phase == "prospective"
    assert "denials" in findings.events[0].reasons[0]


def test_articles_without_any_date_do_not_mix() -> None:
    assert len(two({"published": None}, {"published": None}).findings().events) == 2
    world = World()
    page = world.article("only", None)
    world.say("c1", "ost-amt", article=page)
    world.say("c2", "allianz", article=page)
    assert len(world.findings().events) == 1


def test_event_keeps_its_iri_when_a_later_article_joins() -> None:
    alone = World()
    alone.say("c1", "ost-amt", when="2024-10")
    joined = two({"when": "2024-10"}, {"when": "2024-10"})
    assert alone.findings().events[0].iri == joined.findings().events[0].iri


def test_a_new_article_changes_only_what_it_touches() -> None:
    before = two({}, {"kind": "Agreement", **pact("norland", "sudland")})
    after = two({}, {"kind": "Agreement", **pact("norland", "sudland")})
    after.say("c3", "institut", roles=deployment(sender=actor("ostland"), host=actor("norland")))
    assert set(before.findings().events) < set(after.findings().events)
