from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError, UsageError
from kg.export import Selection, export
from kg.export.atomic import replaced, replaced_all
from kg.store import Store


def test_a_file_is_replaced_when_all_went_well(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "graph.ttl"
    for words in (b"one", b"two"):
        with replaced(path) as stream:
            stream.write(words)
    assert path.read_bytes() == b"two"
    assert [each.name for each in path.parent.iterdir()] == ["graph.ttl"]


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), replaced(path) as stream:
        stream.writelines([b"half of it", "not bytes"])  # type: ignore[list-item]
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_failure_leaves_all_files_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old")
    with pytest.raises(TypeError), replaced_all(tmp_path) as folder, (folder / "a.csv").open("w") as stream:
        stream.writelines(["half of it", b"not words"])  # type: ignore[list-item]
    assert (tmp_path / "a.csv").read_text() == "old"


def test_an_export_that_fails_leaves_the_old_file(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "graph.trig"
    path.write_text("old")
    with pytest.raises(UsageError):
        export(store, path, selection=Selection(articles=("nowhere",)))
    assert path.read_text() == "old"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be written"), replaced(tmp_path / "file" / "graph.ttl"):
        pass


def test_a_place_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").mkdir()
    with pytest.raises(InputError, match="cannot be written"), replaced(tmp_path / "graph.ttl") as stream:
        stream.write(b"new")
