"""The commands that look across articles: derive, dossier, diff, and --as-of."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import factory
import pytest

from kg.derive.rebuild import rebuild
from kg.describe import describe, describe_registry, describe_text
from kg.describe.iris import BASE, Iris
from kg.model import Modality, Stance
from kg.store import Store
from tests.cli.conftest import ARTICLE, Command

SENT = "rund 1500 Soldaten aus Nordkorea seien eingetroffen"


def put(store: Store, identifier: str, published: str, stance: Stance, speaker: str) -> None:
    page = factory.article(id=identifier, published=published, headline=f"Bericht {identifier}")
    said = factory.statement(page, SENT, speakers=(speaker,), stance=stance, said_on=published)
    modality = Modality.DENIED if stance is Stance.DENIES else Modality.FACT
    claim = factory.deployment(page, SENT, claimants=(speaker,), statement="s1", modality=modality, number=1500)
    facts = factory.facts(page, statements=(said,), claims=(claim,))
    text = list(describe_text(page))
    store.replace(Iris().article_graph(identifier), list(describe(facts)), beside=text)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("across") / "store"
    store = Store.writing(path, base=BASE)
    known = [actor for actor in factory.ACTORS if actor.registered]
    store.replace(Iris().graph("registry"), list(describe_registry(known, factory.PLACES)))
    put(store, "early", "2024-10-18", Stance.ASSERTS, "south-korea")
    put(store, "late", "2024-10-22", Stance.DENIES, "russia")
    rebuild(store)
    store.flush()
    return path


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "store"))


def test_derive_makes_the_same_graph_again(kg: Command, store: Path) -> None:
    before = set(Store.reading(store).quads())
    outcome = kg("derive", "--store", store)
    assert (outcome.code, outcome.out) == (0, "")
    assert "1 events (1 of several claims), 1 contradictions" in outcome.err
    assert set(Store.reading(store).quads()) == before


def test_derive_as_json_with_judgements(kg: Command, store: Path, tmp_path: Path) -> None:
    rows = list(Store.reading(store).rows(f"SELECT DISTINCT ?c {{ ?c a <{CLAIM}> }} ORDER BY ?c"))
    decided = {"verdict": "different", "of": [row["c"] for row in rows], "by": "A. L.", "on": "2025-05-02", "why": "so"}
    file = tmp_path / "judgements.jsonl"
    file.write_text(json.dumps(decided) + "\n", encoding="utf-8")
    told = json.loads(kg("derive", "--store", store, "--judgements", file, "--json").out)
    assert (told["events"], told["merged"], told["unused"]) == (2, 0, [])
    file.write_text(json.dumps(decided | {"of": ["claim/x", "claim/y"]}), encoding="utf-8")
    assert (
        "a judgement names what is not there: claim/x, claim/y"
        in kg("derive", "--store", store, "--judgements", file).err
    )


CLAIM = "https://w3id.org/conflict-kg/ontology#DeploymentClaim"


def test_derive_tells_line_of_a_wrong_judgement(kg: Command, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "j.jsonl"
    file.write_text("# fine\n{}\n", encoding="utf-8")
    outcome = kg("derive", "--store", store, "--judgements", file)
    assert outcome.code == 3
    assert f"{file}:2: the key 'verdict' is missing" in outcome.err


def test_judgements_in_the_current_folder_are_applied(
    kg: Command, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "judgements.jsonl").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert kg("derive", "--store", store).code == 3


def test_query_as_of(kg: Command, built: Path) -> None:
    asked = ("query", "SELECT DISTINCT ?s { ?s a kg:Statement }", "--store", built, "--quiet", "-o", "csv")
    assert len(kg(*asked).out.split()) == 3
    assert len(kg(*asked, "--as-of", "2024-10-20").out.split()) == 2
    assert len(kg(*asked, "--as-of", "2024-10-20", "--clock", "said").out.split()) == 2
    assert len(kg(*asked, "--as-of", "2024-01-01").out.split()) == 1


def test_query_as_of_explained_is_a_query_that_answers_the_same(kg: Command, built: Path) -> None:
    asked = ("query", "troop-numbers", "--store", built, "--as-of", "2024-10-20", "-o", "csv")
    explained = kg(*asked, "--explain").out
    assert "publicFrom" in explained
    assert kg("query", explained, "--store", built, "-o", "csv").out == kg(*asked).out != ""


def test_as_of_must_be_a_day(kg: Command, built: Path) -> None:
    outcome = kg("query", "articles", "--store", built, "--as-of", "October")
    assert outcome.code == 2
    assert "October" in outcome.err


def test_as_of_needs_the_derived_graph(kg: Command, store: Path) -> None:
    writer = Store.writing(store, base=BASE)
    writer.remove(Iris().graph("derived"))
    writer.flush()
    del writer
    outcome = kg("query", "articles", "--store", store, "--as-of", "2024-10-20")
    assert outcome.code == 2
    assert "kg derive" in outcome.err


def test_export_as_of(kg: Command, built: Path) -> None:
    exported = kg("export", "-", "--format", "nquads", "--store", built, "--as-of", "2024-10-20").out
    assert "article/early" in exported
    assert "article/late" not in exported
    assert "Contradiction>" not in exported
    assert "Contradiction>" in kg("export", "-", "--format", "nquads", "--store", built).out


def test_show_as_of(kg: Command, built: Path) -> None:
    assert kg("show", "late", "--store", built).code == 0
    assert kg("show", "late", "--store", built, "--as-of", "2024-10-20").code == 2
    assert "Südkorea" in kg("show", "early", "--store", built, "--as-of", "2024-10-20").out
    by_saying = ("show", "late", "--store", built, "--as-of", "2024-10-20", "--clock", "said")
    assert kg(*by_saying).code == 2
    assert SENT not in kg(*by_saying, "--no-text").out


def test_dossier_of_an_actor_by_any_name(kg: Command, built: Path) -> None:
    outcome = kg("dossier", "Südkorea", "--store", built)
    assert outcome.code == 0
    assert outcome.out.startswith("# Südkorea\n")
    assert f"> {SENT}" in outcome.out


def test_dossier_of_an_event_as_a_file(kg: Command, built: Path, tmp_path: Path) -> None:
    (row,) = Store.reading(built).rows(
        "SELECT DISTINCT ?e { ?e <https://w3id.org/conflict-kg/ontology#independentSources> ?n }"
    )
    for name, start in (("page.html", "<!doctype html>"), ("page.md", "# Deployment")):
        outcome = kg("dossier", row["e"], "--store", built, "-o", tmp_path / name)
        assert (outcome.code, outcome.out) == (0, "")
        assert "2 voices" in outcome.err
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert kg("dossier", row["e"], "--store", built, "-o", tmp_path / "page.pdf").code == 2
    assert kg("dossier", row["e"], "--store", built, "-o", tmp_path / "none" / "page.md").code == 3


def test_dossier_of_nothing_known(kg: Command, built: Path) -> None:
    outcome = kg("dossier", "Atlantis", "--store", built)
    assert outcome.code == 2
    assert "Atlantis" in outcome.err


def test_diff(kg: Command, built: Path, store: Path, tmp_path: Path) -> None:
    assert kg("diff", built, store).code == 0
    writer = Store.writing(store, base=BASE)
    put(writer, "late", "2024-10-22", Stance.DECLINES, "russia")
    writer.flush()
    del writer
    outcome = kg("diff", built, store)
    assert outcome.code == 1
    assert "~ statement · late · russia" in outcome.out
    assert "stance: denies → declines" in outcome.out
    told = json.loads(kg("diff", built, store, "--json").out)
    assert {change["kind"] for change in told["changed"]} == {"claim", "statement"}


def test_diff_of_an_export_and_its_store(kg: Command, built: Path, tmp_path: Path) -> None:
    kg("export", tmp_path / "g.ttl", "--store", built)
    assert kg("diff", built, tmp_path / "g.ttl").code == 0
    assert kg("diff", tmp_path / "g.ttl", tmp_path / "nothing.ttl").code == 3


def test_build_derives_and_keeps_tombstones(kg: Command, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "s"
    assert " events (" in kg("build", folder, "--store", target).err
    assert Iris().graph("derived") in Store.reading(target).graphs()
    assert " events (" not in kg("build", folder, "--store", target).err
    (folder / "eins.txt").write_text(ARTICLE.replace("1500", "900"), encoding="utf-8")
    kg("build", folder, "--store", target, "--now", "2025-05-01")
    asked = "SELECT DISTINCT ?t ?on { ?t a kg:Tombstone ; kg:goneBecause ?why ; kg:goneOn ?on }"
    answer = kg("query", asked, "--store", target, "-o", "csv").out
    assert answer.count("2025-05-01") >= 2
