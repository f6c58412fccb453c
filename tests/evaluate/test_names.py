"""Names: spelling does not matter, registered actors are never found by their words alone, unknown ones are."""

from __future__ import annotations

import pytest

from kg.evaluate.names import Names, fold
from kg.gazetteer import load

NAMES = Names(load())


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Der Kreml", "kreml"), ("António Guterres", "antonio guterres"), ("Yoon Suk-yeol", "yoon suk yeol"), ("–", "")],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_every_name_of_an_actor_has_its_id() -> None:
    assert {NAMES.key(name) for name in ("North Korea", "Nordkorea", "DVRK", "north-korea")} == {"north-korea"}
    assert NAMES.key("Pyongyang") == "pyongyang", "a capital is a place; as a metonym it is no name of the state"
    assert NAMES.key("Eva Brandt") == "eva brandt"


def test_a_node_is_found_by_entity_label_or_iri() -> None:
    assert "north-korea" in NAMES.keys("https://example.org/actor/7", [], ["http://www.wikidata.org/entity/Q423"])
    assert "nato" in NAMES.keys("https://example.org/actor/7", ["Nato"], [])
    assert "kcna" in NAMES.keys("https://example.org/actor/kcna", [], [])


def test_an_unknown_actor_may_stand_under_the_words_of_the_article() -> None:
    surface = {"Behörden": frozenset({"die", "behorden"}), "NATO": frozenset({"die", "allianz"})}
    assert NAMES.same("Behörden", frozenset({"behorden"}), surface)
    assert not NAMES.same("Behörden", frozenset({"polizei"}), surface)
    assert not NAMES.same("Behörden", frozenset({"die"}), surface), "an article alone names nobody"
    assert not NAMES.same("NATO", frozenset({"allianz"}), surface), "a registered actor must be meant, not only worded"
