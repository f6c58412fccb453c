from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.store import Store
from tests.cli.conftest import ARTICLE, Command


def dumped(path: Path) -> str:
    return "\n".join(sorted(str(quad) for quad in Store.reading(path).quads()))


def test_articles_become_a_graph(kg: Command, folder: Path, tmp_path: Path) -> None:
    outcome = kg("build", folder, "--store", tmp_path / "s")
    assert (outcome.code, outcome.out) == (0, "")
    assert "2 built, 0 unchanged, 0 failed" in outcome.err
    names = {graph.value.rpartition("/")[2] for graph in Store.reading(tmp_path / "s").graphs()}
    assert {"article-eins", "article-zwei", "ontology", "registry", "run", "texts"} <= names


def test_building_again_leaves_what_has_not_changed(kg: Command, folder: Path, tmp_path: Path) -> None:
    kg("build", folder, "--store", tmp_path / "s")
    before = dumped(tmp_path / "s")
    assert "0 built, 2 unchanged" in kg("build", folder, "--store", tmp_path / "s").err
    assert "2 built, 0 unchanged" in kg("build", folder, "--store", tmp_path / "s", "--force").err
    assert dumped(tmp_path / "s") == before


def test_a_changed_article_is_replaced_whole_and_nothing_else(kg: Command, folder: Path, tmp_path: Path) -> None:
    kg("build", folder, "--store", tmp_path / "s")
    (folder / "eins.txt").write_text(ARTICLE.replace("1500", "900"), encoding="utf-8")
    assert "1 built, 1 unchanged" in kg("build", folder, "--store", tmp_path / "s").err
    after = dumped(tmp_path / "s")
    assert "rund 900 Soldaten" in after
    assert "rund 2000 Soldaten" in after
    assert "rund 1500 Soldaten" not in after


def test_a_change_of_the_metadata_is_a_change(kg: Command, folder: Path, tmp_path: Path) -> None:
    kg("build", folder, "--store", tmp_path / "s")
    (folder / "metadata.csv").write_text("id,published\neins,2024-10-28\nzwei,2024-11-05\n", encoding="utf-8")
    assert "1 built, 1 unchanged" in kg("build", folder, "--store", tmp_path / "s").err


def test_two_builds_are_the_same_for_any_number_of_processes(kg: Command, folder: Path, tmp_path: Path) -> None:
    for number in range(34):
        words = ARTICLE.replace("1500", str(3000 + number))
        (folder / f"nr-{number}.txt").write_text(words, encoding="utf-8")
    assert kg("build", folder, "--store", tmp_path / "one", "--jobs", 1).code == 0
    assert kg("build", folder, "--store", tmp_path / "two", "--jobs", 2).code == 0
    assert dumped(tmp_path / "one") == dumped(tmp_path / "two")


def test_an_article_that_fails_is_told_and_the_others_kept(kg: Command, folder: Path, tmp_path: Path) -> None:
    english = "The minister said on Monday that the soldiers had arrived in the region and would stay there. " * 3
    (folder / "english.txt").write_text(english, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    outcome = kg("build", folder, tmp_path / "none.txt", "--store", tmp_path / "s")
    assert outcome.code == 5
    assert "2 built, 0 unchanged, 3 failed" in outcome.err
    for name in ("english.txt", "empty.txt", "none.txt"):
        assert sum(name in line for line in outcome.err.splitlines()) == 1


def test_nothing_to_build_is_an_error_of_the_input(kg: Command, tmp_path: Path) -> None:
    outcome = kg("build", tmp_path / "none", "--store", tmp_path / "s")
    assert outcome.code == 3
    assert str(tmp_path / "none") in outcome.err


def test_latin_1_is_read_as_what_it_means(kg: Command, tmp_path: Path) -> None:
    (tmp_path / "alt.txt").write_bytes(ARTICLE.replace("„", "").replace("“", "").encode("latin-1"))
    assert kg("build", tmp_path / "alt.txt", "--store", tmp_path / "s").code == 0
    assert "zurück" in kg("show", "alt", "--store", tmp_path / "s").out


def test_an_article_comes_by_standard_input(kg: Command, tmp_path: Path) -> None:
    assert kg("build", "-", "--store", tmp_path / "s", stdin=ARTICLE).code == 0
    assert "1 row" in kg("query", "articles", "--store", tmp_path / "s").err


def test_the_summary_is_json_on_demand(kg: Command, folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    outcome = kg("build", folder, "--store", tmp_path / "s", "--json")
    summary = json.loads(outcome.out)
    assert (summary["built"], summary["failed"], outcome.code) == (2, 1, 5)
    assert "empty.txt" in summary["issues"][0]["source"]


def test_quiet_says_nothing_but_errors(kg: Command, folder: Path, tmp_path: Path) -> None:
    assert kg("build", folder, "--store", tmp_path / "s", "--quiet") == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--base", "nonsense"), 2, "--base nonsense: not a namespace"),
        (("--base", "https://example.org/id"), 2, "ends with / or #"),
        (("--jobs", "-1"), 2, "--jobs"),
        (("--metadata", "none.csv"), 3, "none.csv"),
        (("--registry", "none.csv"), 3, "none.csv"),
        (("--judgements", "none.jsonl"), 3, "none.jsonl"),
        (("--now", "soon"), 2, "--now"),
    ],
)
def test_a_wrong_option_is_told_in_one_line(
    kg: Command, folder: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    outcome = kg("build", folder, "--store", tmp_path / "s", *arguments)
    assert (outcome.code, outcome.out) == (code, "")
    assert message in outcome.err
    assert outcome.err.count("\n") == 1


def test_the_time_of_the_run_is_only_what_is_given(
    kg: Command, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kg("build", folder, "--store", tmp_path / "none")
    kg("build", folder, "--store", tmp_path / "now", "--now", "2025-03-01T12:00:00")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1740830400")
    kg("build", folder, "--store", tmp_path / "epoch")
    assert "startedAtTime" not in dumped(tmp_path / "none")
    assert '"2025-03-01T12:00:00Z"' in dumped(tmp_path / "now")
    assert dumped(tmp_path / "epoch") == dumped(tmp_path / "now")


def test_an_unusable_source_date_is_told(
    kg: Command, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "gestern")
    outcome = kg("build", folder, "--store", tmp_path / "s")
    assert (outcome.code, outcome.err) == (2, "kg: SOURCE_DATE_EPOCH=gestern: not a number of seconds since 1970\n")


def test_another_base_is_used_throughout(kg: Command, folder: Path, tmp_path: Path) -> None:
    kg("build", folder, "--store", tmp_path / "s", "--base", "https://example.org/data/")
    assert "https://w3id.org/conflict-kg/id/" not in dumped(tmp_path / "s")
    assert kg("query", "articles", "--store", tmp_path / "s", "-q").out.count("\n") == 4


def test_a_store_that_another_process_writes_is_told(kg: Command, folder: Path, tmp_path: Path) -> None:
    from kg.describe.iris import BASE

    writer = Store.writing(tmp_path / "s", base=BASE)
    outcome = kg("build", folder, "--store", tmp_path / "s")
    assert outcome.code == 4
    assert "another process is writing this store" in outcome.err
    del writer


def test_a_folder_of_other_things_is_left_alone(kg: Command, folder: Path) -> None:
    before = sorted(folder.iterdir())
    outcome = kg("build", folder, "--store", folder)
    assert outcome.code == 4
    assert "not a store of kg" in outcome.err
    assert sorted(folder.iterdir()) == before


def started(*arguments: object, **options: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)  # type: ignore[call-overload, no-any-return]


def test_a_store_that_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    sealed = tmp_path / "sealed"
    sealed.mkdir(mode=0o555)
    if os.access(sealed, os.W_OK):
        pytest.skip("this user may write everywhere")
    with started("build", folder, "--store", sealed / "s") as process:
        _, err = process.communicate()
    assert (process.returncode, err.count("\n")) == (4, 1)
    assert "the store cannot be made: Permission denied" in err


def test_a_full_disk_keeps_what_was_stored(kg: Command, folder: Path, tmp_path: Path) -> None:
    kg("build", folder, "--store", tmp_path / "s")
    before = dumped(tmp_path / "s")
    for number in range(8):
        (folder / f"neu-{number}.txt").write_text(ARTICLE * 4, encoding="utf-8")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    with started("build", folder, "--store", tmp_path / "s", "--jobs", 1, preexec_fn=limit) as process:
        _, err = process.communicate()
    assert process.returncode == 4
    assert err.count("\n") == 1
    assert "what was stored before is kept" in err
    after = dumped(tmp_path / "s")
    assert set(before.splitlines()) <= set(after.splitlines())


def test_stopped_by_ctrl_c_what_was_built_is_kept(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"nr-{number}", "text": ARTICLE}) + " " * 4000 + "\n" for number in range(36)]

    def heed() -> None:
        # A shell has what runs in its background ignore Ctrl-C, and the tests hand that on to what they start.
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    command = ("build", "-", "--store", tmp_path / "s", "--jobs", 1)
    with started(*command, stdin=subprocess.PIPE, preexec_fn=heed) as process:
        assert process.stdin is not None
        # A pipe holds 64 kB: when all is written, the first articles have been read and built.
        process.stdin.write("".join(lines))
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "kg: interrupted; what was finished before is kept\n")
    graphs = [graph.value for graph in Store.reading(tmp_path / "s").graphs()]
    assert any("graph/article-" in graph for graph in graphs)
