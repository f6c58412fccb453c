"""The wheel alone, without the checkout beside it, does the whole way from articles to an export."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with what the wheel installs."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(installed)}
    command = [sys.executable, "-m", "kg", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True)


def test_ontology_shapes_tables_and_queries_are_in_it(installed: Path) -> None:
    for name in ("ontology", "shapes"):
        shipped = {path.name for path in (installed / "kg" / "_shipped" / name).iterdir()}
        assert shipped == {path.name for path in (ROOT / name).iterdir()}
    for pattern in ("**/*.toml", "**/*.rq", "**/*.ebnf", "**/*.css", "**/*.py"):
        kept = {str(path.relative_to(ROOT)) for path in (ROOT / "kg").glob(pattern)}
        assert kept <= {str(path.relative_to(installed)) for path in installed.glob(f"kg/{pattern}")}


def test_it_comes_from_articles_to_an_export(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    where = subprocess.run(
        [sys.executable, "-c", "import kg; print(kg.__file__)"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(installed))
    assert "0 failed" in run(installed, tmp_path, "build", "seeds").stderr
    assert "0 Violation" in run(installed, tmp_path, "validate").stderr
    assert run(installed, tmp_path, "query", "articles").stderr.startswith("5 rows")
    run(installed, tmp_path, "export", "graph.ttl")
    run(installed, tmp_path, "export", "graph.jsonld")
    assert (tmp_path / "graph.ttl").stat().st_size > 10_000
