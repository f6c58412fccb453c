from derive.worlds import World, actor


def steps(world: World, holder: str) -> list[tuple[str, str | None, bool]]:
    (position,) = [found for found in world.findings().positions if found.holder == actor(holder)]
    return [(step.stance, step.turned_from, step.first) for step in position.steps]


def test_denied_then_declined_then_confirmed() -> None:
    world = World()
    world.say("c3", "sudland", stance="confirms", published="2025-04-27")
    world.say("c1", "sudland", stance="denies", modality="denied", published="2024-10-10")
    world.say("c2", "sudland", stance="declines", published="2024-12-01")
    assert steps(world, "sudland") == [
        ("denies", None, True),
        ("declines", "denies", True),
        ("confirms", "declines", True),
    ]


def test_day_of_saying_goes_before_day_of_publication() -> None:
    world = World()
    world.say("c1", "sudland", stance="confirms", published="2024-10-20")
    world.say("c2", "sudland", stance="denies", published="2024-10-30", said="2024-10-01")
    assert [stance for stance, _, _ in steps(world, "sudland")] == ["denies", "confirms"]


def test_state_holds_what_its_bodies_say() -> None:
    world = World()
    world.say("c1", "ost-amt", published="2024-10-20")
    world.say("c2", "ost-minister", published="2024-10-22")
    assert [stance for stance, _, _ in steps(world, "ostland")] == ["asserts", "asserts"]
    assert [stance for stance, _, _ in steps(world, "ost-amt")] == ["asserts"]


def test_same_stance_again_is_no_turn_and_not_first() -> None:
    world = World()
    world.say("c1", "allianz", published="2024-10-20")
    world.say("c2", "allianz", published="2024-10-21")
    assert steps(world, "allianz") == [("asserts", None, True), ("asserts", None, False)]


def test_statement_without_claim_takes_the_event_that_it_names() -> None:
    world = World()
    page = world.article("a")
    world.say("c1", "ost-amt", article=page)
    world.statement("silent", page, "sudland", "declines", content="ob Soldaten aus Norland im Hafen seien")
    assert steps(world, "sudland") == [("declines", None, True)]


def test_statement_that_names_nobody_takes_no_event() -> None:
    world = World()
    page = world.article("a")
    world.say("c1", "ost-amt", article=page)
    world.statement("silent", page, "sudland", "declines", content="was dort geschehe")
    assert [found for found in world.findings().positions if found.holder == actor("sudland")] == []
