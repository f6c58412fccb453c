from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import Command

ALL = "SELECT DISTINCT ?id { ?a a kg:Article ; dcterms:identifier ?id } ORDER BY ?id"
SLOW = 'SELECT * { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f FILTER(CONCAT(STR(?b), STR(?d), STR(?f)) = "none") }'


def test_a_query_needs_no_prefixes(kg: Command, store_path: Path) -> None:
    outcome = kg("query", ALL, "--store", store_path)
    assert outcome == (0, "id\n--\na1\na2\n", "2 rows\n")


@pytest.mark.parametrize("arguments", [("-",), (), ("-f", "-")])
def test_a_query_comes_by_standard_input(kg: Command, store_path: Path, arguments: tuple[str, ...]) -> None:
    assert kg("query", *arguments, "--store", store_path, stdin=ALL).out.split() == ["id", "--", "a1", "a2"]


def test_a_query_comes_from_a_file(kg: Command, store_path: Path, tmp_path: Path) -> None:
    (tmp_path / "all.rq").write_text("# über alle\n" + ALL, encoding="utf-8")
    assert kg("query", "-f", tmp_path / "all.rq", "--store", store_path, "-q") == (0, "id\n--\na1\na2\n", "")


def test_a_file_may_have_parameters_as_a_shipped_query_has(kg: Command, store_path: Path, tmp_path: Path) -> None:
    header = '# Articles.\n# param id: text = ""  only this one\n'
    body = 'SELECT DISTINCT ?id { ?a a kg:Article ; dcterms:identifier ?id FILTER($id = "" || ?id = $id) }'
    (tmp_path / "mine.rq").write_text(header + body, encoding="utf-8")
    assert kg("query", "-f", tmp_path / "mine.rq", "a2", "--store", store_path).out.split() == ["id", "--", "a2"]
    assert kg("query", "-f", tmp_path / "mine.rq", "--store", store_path).err == "2 rows\n"
    outcome = kg("query", "-f", tmp_path / "mine.rq", "-p", "no=1", "--store", store_path)
    assert (outcome.code, outcome.out) == (2, "")
    (tmp_path / "plain.rq").write_text(ALL, encoding="utf-8")
    assert "plain.rq takes no parameters" in kg("query", "-f", tmp_path / "plain.rq", "a2", "--store", store_path).err


def test_formats_are_those_of_the_w3c(kg: Command, store_path: Path) -> None:
    def answer(format_: str) -> str:
        return kg("query", ALL, "--store", store_path, "--format", format_).out

    assert answer("csv") == "id\r\na1\r\na2\r\n"
    assert answer("tsv") == '?id\n"a1"\n"a2"\n'
    assert json.loads(answer("json"))["results"]["bindings"][0]["id"] == {"type": "literal", "value": "a1"}
    assert len(ET.fromstring(answer("xml"))[1]) == 2
    assert answer("markdown") == "| id |\n| --- |\n| a1 |\n| a2 |\n"


def test_markdown_escapes_what_would_break_the_table(kg: Command, store_path: Path) -> None:
    query = 'SELECT ("a|b\\nc" AS ?x) {}'
    assert kg("query", query, "--store", store_path, "--format", "markdown").out.splitlines()[2] == "| a\\|b c |"


@pytest.mark.parametrize(("query", "words"), [("ASK { ?s a kg:Article }", "yes"), ("ASK { ?s a kg:Nothing }", "no")])
def test_yes_or_no(kg: Command, store_path: Path, query: str, words: str) -> None:
    assert kg("query", query, "--store", store_path).out == f"{words}\n"
    assert json.loads(kg("query", query, "--store", store_path, "--json").out)["boolean"] is (words == "yes")


def test_triples_come_as_turtle_with_the_prefixes_they_need(kg: Command, store_path: Path) -> None:
    out = kg("query", "CONSTRUCT { ?a a kg:Article } WHERE { ?a a kg:Article }", "--store", store_path).out
    assert "article:a1 a kg:Article ." in out
    assert "@prefix wd:" not in out


@pytest.mark.parametrize(("query", "format_"), [(ALL, "turtle"), ("DESCRIBE article:a1", "csv")])
def test_a_format_that_cannot_hold_the_answer_is_refused(
    kg: Command, store_path: Path, query: str, format_: str
) -> None:
    outcome = kg("query", query, "--store", store_path, "--format", format_)
    assert (outcome.code, outcome.out) == (2, "")
    assert "this query gives" in outcome.err


def test_the_list_names_every_query_with_its_line(kg: Command) -> None:
    outcome = kg("query", "--list")
    assert outcome.code == 0
    assert "troop-numbers" in outcome.out
    assert len(outcome.out.splitlines()) >= 14


def test_a_query_tells_its_parameters(kg: Command) -> None:
    out = kg("query", "--list", "statements-by-speaker").out
    assert "speaker  (actor)" in out
    assert json.loads(kg("query", "--list", "evidence", "--json").out)["parameters"][0]["name"] == "node"


@pytest.mark.parametrize("arguments", [("Russland",), ("speaker=DVRK",), ("-p", "speaker=actor:russia")])
def test_parameters_are_given_in_three_ways(kg: Command, store_path: Path, arguments: tuple[str, ...]) -> None:
    outcome = kg("query", "statements-by-speaker", *arguments, "--store", store_path, "--format", "csv")
    assert outcome.code == 0
    assert outcome.out.count("denies") == (0 if "DVRK" in arguments[0] else 2)


def test_explaining_prints_a_query_that_stands_alone(kg: Command, store_path: Path) -> None:
    text = kg("query", "statements-by-speaker", "Russland", "--store", store_path, "--explain").out
    assert "PREFIX kg: <https://w3id.org/conflict-kg/ontology#>" in text
    assert "<https://w3id.org/conflict-kg/id/actor/russia>" in text
    assert kg("query", text, "--store", store_path).out.count("denies") == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("no-such",), "no query is called 'no-such'"),
        (("troop-number",), "did you mean troop-numbers"),
        (("articles", "colour=red"), "articles has no parameter 'colour'; it has words, since, until"),
        (("articles", "a", "2024-10-01", "2024-10-02", "b"), "too many values, 'b' is left over"),
        (("articles", "since=gestern"), "since=gestern: not a day such as 2024-10-21"),
        (("evidence",), "evidence needs node"),
        (("articles", "--param", "since"), "--param since: write NAME=VALUE"),
        (("evidence", "xyz"), "node=xyz: not an IRI"),
        (("statements-by-speaker", "Nemo"), "no actor of this graph is called 'Nemo'"),
        ((ALL, "speaker=x"), "this query takes no parameters"),
        (("queries.rq",), "is the name of a file: kg query -f queries.rq"),
        (("",), "no query"),
        (("INSERT DATA { <a:a> <b:b> <c:c> }",), "INSERT is an update"),
        (("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",), "SERVICE asks another server"),
        (("SELECT * {\n ?s ?p ?o",), "malformed query, line 2, column"),
        (("SELECT * { ?s foo:p ?o }",), "the prefix of foo:p is not declared"),
        ((ALL, "--format", "yaml"), "'yaml' is not one of"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(
    kg: Command, store_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    outcome = kg("query", *arguments, "--store", store_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
    assert outcome.err.startswith("kg: ")
    assert outcome.err.count("\n") == 1


def test_input_that_is_no_text_is_told(kg: Command, store_path: Path, tmp_path: Path) -> None:
    (tmp_path / "latin.rq").write_bytes("# für alle".encode("latin-1"))
    assert "not UTF-8 at byte 3" in kg("query", "-f", tmp_path / "latin.rq", "--store", store_path).err
    outcome = kg("query", "-f", tmp_path / "none.rq", "--store", store_path)
    assert outcome == (3, "", f"kg: {tmp_path / 'none.rq'}: no such file\n")


def test_a_missing_store_is_told_with_what_to_do(kg: Command, tmp_path: Path) -> None:
    outcome = kg("query", ALL, "--store", tmp_path / "none")
    assert outcome.code == 4
    assert "no store here; make one with: kg build PATH" in outcome.err


def test_files_are_asked_without_a_store(kg: Command, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<http://e/s> <http://e/p> 1 .", encoding="utf-8")
    (tmp_path / "b.nt").write_text("<http://e/s> <http://e/q> <http://e/o> .\n", encoding="utf-8")
    outcome = kg("query", "SELECT ?o { ?s ?p ?o }", "--data", tmp_path / "a.ttl", "--data", tmp_path / "b.nt")
    assert sorted(outcome.out.split()[2:]) == ["1", "http://e/o"]


@pytest.mark.parametrize(("name", "words"), [("a.ttl", "<http://e/s> oops"), ("a.doc", "")])
def test_a_faulty_data_file_is_named(kg: Command, tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).write_text(words, encoding="utf-8")
    outcome = kg("query", ALL, "--data", tmp_path / name)
    assert outcome.code == 3
    assert str(tmp_path / name) in outcome.err


def test_a_query_is_stopped_when_its_time_is_over(store_path: Path) -> None:
    begin = time.monotonic()
    command = [sys.executable, "-m", "kg", "query", SLOW, "--store", str(store_path), "--timeout", "0.3"]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    assert time.monotonic() - begin < 10
    assert (outcome.returncode, outcome.stdout) == (4, "")
    assert outcome.stderr == "kg: no answer within 0.3 seconds: ask for less (LIMIT), or give more --timeout\n"


def test_a_quick_query_has_time_enough(kg: Command, store_path: Path) -> None:
    assert kg("query", ALL, "--store", store_path, "--timeout", "60").code == 0


def test_a_reader_that_leaves_is_no_error(store_path: Path) -> None:
    query = "SELECT * { ?s ?p ?o . ?a ?b ?c }"
    command = [sys.executable, "-m", "kg", "query", query, "--store", str(store_path), "--format", "csv", "-q"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


def test_a_full_disk_behind_the_output_is_told(store_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    command = [sys.executable, "-m", "kg", "query", ALL, "--store", str(store_path), "-q"]
    with full.open("w") as sink:
        outcome = subprocess.run(command, stdout=sink, stderr=subprocess.PIPE, text=True, check=False)
    assert outcome.returncode == 4
    assert outcome.stderr == "kg: No space left on device\n"
