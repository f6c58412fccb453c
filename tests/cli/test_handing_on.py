from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.factory import full_facts


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """The articles of the store as files."""
    path = tmp_path / "texts"
    path.mkdir()
    for identifier in ("a1", "a2"):
        words = full_facts(id=identifier).article.text
        (path / f"{identifier}.txt").write_text(words, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig", "graph.nq", "graph.nt", "graph.rdf", "graph.jsonld"])
def test_export_by_ending(kg: Command, store_path: Path, tmp_path: Path, name: str) -> None:
    done = kg("export", tmp_path / name, "--store", store_path)
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / name).stat().st_size > 10_000
    assert kg("export", tmp_path / name, "--store", store_path, "--quiet").err == ""


def test_export_to_standard_output(kg: Command, store_path: Path) -> None:
    done = kg("export", "-", "--format", "csv", "--table", "agreements", "--article", "a1", "--store", store_path)
    (row,) = csv.DictReader(io.StringIO(done.out, newline=""))
    assert row["party"] == "Nordkorea|Russland"
    assert done.err == ""


def test_export_tables(kg: Command, store_path: Path, tmp_path: Path) -> None:
    assert kg("export", tmp_path / "tables", "--format", "parquet", "--store", store_path).code == 0
    assert len(list((tmp_path / "tables").glob("*.parquet"))) == 4


@pytest.mark.parametrize(
    "call",
    [
        (("graph.doc",), "--format", 2),
        (("-",), "standard output has no ending", 2),
        (("g.ttl", "--format", "yaml"), "no format is called 'yaml'", 2),
        (("g.ttl", "--kind", "rumour"), "no kind is called 'rumour'", 2),
        (("g.ttl", "--article", "none"), "no article of that name", 2),
        (("-", "--format", "csv", "--table", "rumours"), "no table is called 'rumours'", 2),
        (("/proc/none/g.ttl",), "cannot be written", 3),
    ],
)
def test_wrong_exports(
    kg: Command,
    store_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: tuple[tuple[str, ...], str, int],
) -> None:
    arguments, words, code = call
    monkeypatch.chdir(tmp_path)
    done = kg("export", *arguments, "--store", store_path)
    assert (done.code, done.out) == (code, "")
    assert words in done.err
    assert done.err.count("\n") == 1
    assert not list(tmp_path.glob("*.ttl"))


def test_the_hash_of_a_file_is_that_of_the_store(kg: Command, store_path: Path, tmp_path: Path) -> None:
    hashes = {kg("hash", "--store", store_path).out}
    for name in ("graph.trig", "graph.nq", "graph.jsonld"):
        kg("export", tmp_path / name, "--store", store_path)
        hashes.add(kg("hash", tmp_path / name).out)
    assert len(hashes) == 1
    assert len(hashes.pop().strip()) == 64
    assert kg("hash", "--store", store_path, "--with-text").out.strip() not in hashes


def test_the_hash_of_every_graph(kg: Command, store_path: Path) -> None:
    told = json.loads(kg("hash", "--graphs", "--json", "--store", store_path).out)
    assert len(told["graphs"]) == 5
    lines = kg("hash", "--graphs", "--store", store_path).out.splitlines()
    assert lines[-1] == told["sha256"]
    assert len(lines) == 6


def test_a_hash_of_nothing(kg: Command, tmp_path: Path) -> None:
    assert kg("hash", tmp_path / "none.ttl").code == 3
    assert kg("hash", "--store", tmp_path / "none").code == 4


@pytest.mark.parametrize("name", ["graph.ttl", "graph.jsonld"])
def test_verify(kg: Command, store_path: Path, texts: Path, tmp_path: Path, name: str) -> None:
    kg("export", tmp_path / name, "--store", store_path)
    done = kg("verify", tmp_path / name, "--articles", texts)
    assert (done.code, done.out) == (0, "")
    assert "20 quotations of 2 articles checked, 0 faults" in done.err
    text = (tmp_path / name).read_text(encoding="utf-8")
    (tmp_path / name).write_text(text.replace("Wir haben keine Kenntnis", "Wir haben alle Kenntnis"), encoding="utf-8")
    done = kg("verify", tmp_path / name, "--articles", texts)
    assert done.code == 1
    assert done.out.count("/statement/") == 2
    told = json.loads(kg("verify", tmp_path / name, "--articles", texts, "--json").out)
    assert len(told["faults"]) == 2


def test_verify_where_there_is_nothing_to_verify(kg: Command, store_path: Path, texts: Path, tmp_path: Path) -> None:
    kg("export", tmp_path / "g.ttl", "--graph", "registry", "--store", store_path)
    assert kg("verify", tmp_path / "g.ttl", "--articles", texts).code == 3
    kg("export", tmp_path / "g.ttl", "--store", store_path)
    (texts / "a2.txt").unlink()
    done = kg("verify", tmp_path / "g.ttl", "--articles", texts)
    assert done.code == 1
    assert "there is no article 'a2'" in done.out


def test_the_dataset_describes_itself(kg: Command, store_path: Path, tmp_path: Path) -> None:
    kg("export", tmp_path / "g.trig", "--store", store_path)
    assert kg("dataset", tmp_path / "void.ttl", tmp_path / "g.trig", "--store", store_path).code == 0
    text = (tmp_path / "void.ttl").read_text(encoding="utf-8")
    assert "dcat:Distribution" in text
    assert '"g.trig"' in text


def test_serve_says_why_it_cannot(kg: Command, store_path: Path, tmp_path: Path) -> None:
    assert kg("serve", "--store", tmp_path / "none").code == 4
    done = kg("serve", "--store", store_path, "--host", "203.0.113.1", "--port", "8041")
    assert done.code == 4
    assert "cannot be served" in done.err
