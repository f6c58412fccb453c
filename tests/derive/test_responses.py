import pytest

from derive.worlds import World

EARLIER = "Der Geheimdienst Ostlands berichtete von Truppen. Das Institut rechnet mit mehr. "


def answered(words: str, stance: str = "denies", *, content: str | None = None) -> str | None:
    """What a statement of Sudland with these words answers, behind one of the service and one of the institute."""
    world = World()
    page = world.article("a", text=EARLIER + words)
    world.statement(
        "amt", page, "ost-amt", content="von Truppen", speaker_words="Der Geheimdienst Ostlands", start=0, end=48
    )
    world.statement(
        "institut", page, "institut", "expects", content="mit mehr", speaker_words="Das Institut", start=49, end=79
    )
    start = len(EARLIER)
    world.statement(
        "own",
        page,
        "sudland",
        stance,
        content=content or words,
        speaker_words="Sudland",
        start=start,
        end=start + len(words),
    )
    found = world.findings().answers.get("https://w3id.org/conflict-kg/id/statement/own")
    return found.rsplit("/", 1)[-1] if found else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sudland wies diese Darstellung zurück.", "institut"),
        ("Sudland wies die Angaben des Geheimdienstes aus Ostland zurück.", "amt"),
        ("Sudland bestritt die Geheimdienst-Meldung aus Ostland.", "amt"),
        ("Sudland wies Berichte zurück.", None),
        ("Sudland dementierte die Berichte über Verluste.", None),
        ("Sudland schwieg.", None),
    ],
)
def test_denial(words: str, expected: str | None) -> None:
    assert answered(words) == expected


def test_pronoun_alone_means_the_nearest() -> None:
    assert answered("Sudland bestritt das.", content="das") == "institut"
    assert answered("Sudland sagte das.", "asserts", content="das") is None


def test_same_words_are_the_statement_that_is_denied() -> None:
    assert answered("was Sudland dementiert", content="von Truppen") == "amt"
    assert answered("was Sudland betont", "asserts", content="von Truppen") is None


def test_others_are_tied_only_by_a_name() -> None:
    assert answered("die Informationen des Geheimdienstes Ostlands seien richtig", "expects") == "amt"
    assert answered("diese Informationen seien richtig", "expects") is None


def test_reports_of_an_event_are_those_that_claim_it() -> None:
    world = World()
    page = world.article("a", text="")
    denial = "Sudland wies Berichte zurück, wonach Truppen im Hafen seien."
    first = world.statement("first", page, "ost-amt", start=0, end=5)
    world.statement("other", page, "institut", start=10, end=15)
    own = world.statement("own", page, "sudland", "denies", content=denial, start=20, end=90)
    world.claim("c1", page, statement=first)
    assert own not in world.findings().answers
    world.claim("c2", page, statement=own, modality="denied")
    assert world.findings().answers[own] == first
