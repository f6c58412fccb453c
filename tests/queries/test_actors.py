from __future__ import annotations

from pathlib import Path

import pytest

from kg.describe.iris import BASE, Iris, prefixes
from kg.errors import UsageError
from kg.queries.actors import actor_named
from kg.store import Store


def found(store_path: Path, words: str) -> str:
    store = Store.reading(store_path)
    return actor_named(words, lambda query: store.rows(query, prefixes=prefixes()), prefixes=prefixes())


@pytest.mark.parametrize(
    "words",
    ["Nordkorea", "nordkorea", "DVRK", "north-korea", "actor:north-korea", f"{BASE}actor/north-korea"],
)
def test_an_actor_is_found_by_any_name(store_path: Path, words: str) -> None:
    assert found(store_path, words) == Iris().actor("north-korea").value


def test_a_whole_word_of_a_name_is_enough(store_path: Path) -> None:
    assert found(store_path, "Putin") == Iris().actor("vladimir-putin").value


@pytest.mark.parametrize("words", ["Puti", "Nemo", '" }'])
def test_a_part_of_a_word_is_not(store_path: Path, words: str) -> None:
    with pytest.raises(UsageError, match="no actor of this graph is called"):
        found(store_path, words)


def test_several_are_all_named() -> None:
    rows = [{"actor": f"{BASE}actor/{name}", "name": f"Kim {name}", "preferred": "true"} for name in ("b", "a")]
    with pytest.raises(UsageError, match="'Kim' may be actor:a, actor:b: give one of these"):
        actor_named("Kim", lambda _: rows, prefixes=prefixes())


def test_a_preferred_name_goes_before_an_alias() -> None:
    rows = [
        {"actor": f"{BASE}actor/moscow-times", "name": "Moskau", "preferred": "false"},
        {"actor": f"{BASE}actor/moscow", "name": "Moskau", "preferred": "true"},
    ]
    assert actor_named("moskau", lambda _: rows, prefixes=prefixes()) == f"{BASE}actor/moscow"
