"""What the base queries answer from the store of two articles that are alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.describe.iris import prefixes
from kg.queries import bind, named_query
from kg.queries.actors import actor_named
from kg.store import Store


def answer(store_path: Path, asked: str, /, **values: str) -> list[dict[str, str]]:
    store = Store.reading(store_path)

    def rows(query: str) -> list[dict[str, str]]:
        return list(store.rows(query, prefixes=prefixes(store.base)))

    known = prefixes(store.base)
    text = bind(
        named_query(asked), values, find_actor=lambda words: actor_named(words, rows, prefixes=known), prefixes=known
    )
    return rows(text)


@pytest.mark.parametrize(
    ("name", "values", "count"),
    [
        ("statements-by-speaker", {}, 4),
        ("statements-by-speaker", {"speaker": "Russland"}, 2),
        ("statements-by-speaker", {"stance": "denies"}, 2),
        ("statements-by-speaker", {"stance": "warns"}, 0),
        ("statements-by-speaker", {"since": "2024-10-28"}, 2),
        ("statements-by-speaker", {"since": "2024-10-29"}, 0),
        ("statements-by-speaker", {"until": "2024-10-27"}, 0),
        ("confirmed-denied", {}, 2),
        ("confirmed-denied", {"topic": "deployment"}, 2),
        ("confirmed-denied", {"topic": "combat"}, 0),
        ("confirmed-denied", {"words": "KENNTNIS"}, 2),
        ("confirmed-denied", {"speaker": "Nordkorea"}, 0),
        ("troop-numbers", {}, 2),
        ("troop-numbers", {"sender": "DVRK", "place": "kursk"}, 2),
        ("troop-numbers", {"sender": "Russland"}, 0),
        ("troop-numbers", {"place": "Pyongyang"}, 0),
        ("troop-numbers", {"since": "2024-10-29"}, 0),
        ("deployments", {"host": "Russland"}, 2),
        ("deployments", {"host": "Nordkorea"}, 0),
        ("agreements", {}, 2),
        ("agreements", {"party": "Nordkorea"}, 2),
        ("agreements", {"party": "Südkorea"}, 0),
        ("arms-transfers", {"supplier": "Nordkorea", "recipient": "Russland"}, 2),
        ("arms-transfers", {"supplier": "Russland"}, 0),
        ("arms-transfers", {"item": "munition"}, 2),
        ("arms-transfers", {"item": "Panzer"}, 0),
        ("casualties", {"of": "Nordkorea", "kind": "killed"}, 2),
        ("casualties", {"kind": "wounded"}, 0),
        ("statements-about-place", {"place": "Kursk"}, 2),
        ("statements-about-place", {"place": "Pyongyang"}, 0),
        ("statements-on-topic", {"topic": "deployment"}, 4),
        ("statements-on-topic", {"words": "kenntnis"}, 2),
        ("articles", {}, 2),
        ("articles", {"words": "truppen"}, 2),
        ("articles", {"words": "a2"}, 1),
        ("articles", {"until": "2024-10-27"}, 0),
        ("actors", {"name": "dvr"}, 1),
        ("actors", {"kind": "Person"}, 2),
        ("actors", {"name": "nemo"}, 0),
        ("places", {"name": "kur"}, 1),
        ("unattributed-claims", {}, 4),
        ("unattributed-claims", {"kind": "Casualty", "modality": "fact"}, 2),
        ("unattributed-claims", {"modality": "denied"}, 0),
        ("timeline", {"since": "2024-10-01"}, 2),
        ("timeline", {"actor": "Kim Jong-un"}, 2),
        ("timeline", {"until": "2024-05-31"}, 0),
    ],
)
def test_a_query_finds_so_many(store_path: Path, name: str, values: dict[str, str], count: int) -> None:
    assert len(answer(store_path, name, **values)) == count


def test_numbers_come_with_source_date_and_bounds(store_path: Path) -> None:
    row = answer(store_path, "troop-numbers")[0]
    assert (row["number"], row["qualifier"], row["published"]) == ("1500", "about", "2024-10-28")
    assert (row["sentBy"], row["where"], row["source"]) == ("Nordkorea", "Kursk", "Sprecher des Generalstabs")
    assert row["words"] == "rund 1500 Soldaten aus Nordkorea seien eingetroffen"


def test_agreements_come_with_parties_and_signatories(store_path: Path) -> None:
    row = answer(store_path, "agreements")[0]
    assert set(row["parties"].split(", ")) == {"Nordkorea", "Russland"}
    assert set(row["signatories"].split(", ")) == {"Kim Jong-un", "Wladimir Putin"}
    assert (row["signed"], row["where"]) == ("2024-06", "Pyongyang")


def test_an_actor_comes_with_its_names_and_statements(store_path: Path) -> None:
    row = answer(store_path, "actors", name="Russland")[0]
    assert (row["kind"], row["statements"], row["wikidata"][-4:]) == ("State", "2", "Q159")


def test_articles_come_with_what_was_found_in_them(store_path: Path) -> None:
    rows = answer(store_path, "articles")
    assert [(row["article"], row["statements"], row["claims"]) for row in rows] == [("a1", "2", "4"), ("a2", "2", "4")]


def test_the_evidence_of_a_statement_is_its_words_and_offsets(store_path: Path) -> None:
    statement = answer(store_path, "statements-by-speaker", stance="asserts")[0]["statement"]
    rows = answer(store_path, "evidence", node=statement)
    assert [row["property"] for row in rows] == ["speaker", "cue", "content"]
    assert (rows[1]["words"], int(rows[1]["end"]) - int(rows[1]["start"])) == ("sagte", 5)
    assert {row["article"] for row in rows} == {"a1"}


def test_an_unattributed_claim_has_no_claimant(store_path: Path) -> None:
    assert {row["kind"] for row in answer(store_path, "unattributed-claims")} == {"Agreement", "Casualty"}
