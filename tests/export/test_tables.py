from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet
import pytest

from kg.errors import UsageError
from kg.export import TABLES, Options, Selection, export, export_bytes
from kg.store import Store

ONE = Selection(articles=("a1",))


def read(store: Store, table: str, selection: Selection = ONE) -> list[dict[str, str]]:
    data = export_bytes(store, selection=selection, format_="csv", options=Options(table=table))
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_a_statement_with_words_and_offsets(store: Store) -> None:
    said, denied = read(store, "statements")
    assert said["speaker"] == "Sprecher des Generalstabs"
    assert said["content"] == "rund 1500 Soldaten aus Nordkorea seien eingetroffen"
    assert (said["content_start"], said["content_end"]) == ("56", "107")
    assert (said["stance"], said["mode"], said["topic"]) == ("asserts", "indirect", "deployment")
    assert (said["said_on"], said["said_on_earliest"]) == ("2024-10-28", "2024-10-28")
    assert said["headline"] == 'Der "Pakt" – Größe & Maß'
    assert said["article"] == "a1"
    assert denied["cue"] == "wies"
    assert denied["said_on"] == ""


def test_claims_in_the_order_of_the_text(store: Store) -> None:
    sent, given, fallen, _ = read(store, "claims")
    assert (sent["kind"], sent["number"], sent["place"]) == ("DeploymentClaim", "1500", "Kursk")
    assert sent["statement_iri"] == read(store, "statements")[0]["iri"]
    assert (given["item"], given["item_concept"]) == ("Artilleriemunition", "ammunition")
    assert given["statement_iri"] == ""
    assert (fallen["number_min"], fallen["number_max"]) == ("40", "")


def test_several_values_stand_between_bars(store: Store) -> None:
    (signed,) = read(store, "agreements")
    assert signed["party"] == "Nordkorea|Russland"
    assert signed["signatory"] == "Kim Jong-un|Wladimir Putin"
    assert (signed["signed_on"], signed["signed_on_latest"]) == ("2024-06", "2024-06-30")


def test_an_actor_stands_once(store: Store) -> None:
    actors = read(store, "actors", Selection())
    assert len({row["iri"] for row in actors}) == len(actors)
    unknown = next(row for row in actors if row["registered"] == "false")
    assert unknown["label_de"] == "Sprecher des Generalstabs"
    kim = next(row for row in actors if row["label_en"] == "Kim Jong-un")
    assert (kim["acts_for"], kim["kind"], kim["role_de"]) == ("Nordkorea", "Person", "Machthaber")


def test_a_folder_with_all_tables_and_their_description(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "tables", selection=Selection(), format_="csv")
    described = json.loads((tmp_path / "tables/csv-metadata.json").read_text(encoding="utf-8"))
    assert [table["url"] for table in described["tables"]] == [f"{name}.csv" for name in TABLES]
    for table in described["tables"]:
        with (tmp_path / "tables" / table["url"]).open(encoding="utf-8", newline="") as stream:
            header = next(csv.reader(stream))
        assert header == [column["name"] for column in table["tableSchema"]["columns"]]


def test_the_description_tells_types_and_separators(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "claims.csv", selection=ONE)
    described = json.loads((tmp_path / "claims.csv-metadata.json").read_text(encoding="utf-8"))
    columns = {column["name"]: column for column in described["tables"][0]["tableSchema"]["columns"]}
    assert columns["number"]["datatype"] == "integer"
    assert columns["when_earliest"]["datatype"] == "date"
    assert columns["claimant"]["separator"] == "|"
    assert columns["evidence"]["propertyUrl"].endswith("#evidence")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.csv", "claims.csv-metadata.json"]


def test_parquet_has_types_and_lists(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path, selection=ONE, format_="parquet")
    said = pyarrow.parquet.read_table(tmp_path / "statements.parquet").to_pylist()[0]
    assert said["content_start"] == 56
    assert said["said_on_earliest"] == date(2024, 10, 28)
    assert said["certainty"] == Decimal("0.9")
    assert said["speaker"] == ["Sprecher des Generalstabs"]
    assert said["url"] is None
    again = tmp_path / "again"
    export(store, again, selection=ONE, format_="parquet")
    assert all(
        (again / f"{name}.parquet").read_bytes() == (tmp_path / f"{name}.parquet").read_bytes() for name in TABLES
    )


def test_the_same_rows_in_both(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path, selection=Selection(), format_="parquet")
    for name in TABLES:
        rows = pyarrow.parquet.read_table(tmp_path / f"{name}.parquet").to_pylist()
        assert [row["iri"] for row in rows] == [row["iri"] for row in read(store, name, Selection())]


def test_a_file_that_is_named_after_no_table(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no table is called 'graph'"):
        export(store, tmp_path / "graph.csv", selection=ONE)
    assert not list(tmp_path.iterdir())
