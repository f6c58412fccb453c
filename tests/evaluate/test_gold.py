"""Reading gold files: what is there, and what is wrong with it in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.gold import read_gold

STATEMENT = {
    "id": "s1",
    "speaker": "NATO",
    "speaker_text": "die Nato",
    "stance": "denies",
    "mode": "indirect",
    "content": "das",
}


def written(folder: Path, **values: object) -> Path:
    data = {"article": "a.txt", "published": None, "statements": [STATEMENT], "claims": [], "agreements": []}
    (folder / "a.json").write_text(json.dumps(data | values), encoding="utf-8")
    return folder


def test_facts_are_read_with_what_they_leave_open(tmp_path: Path) -> None:
    (gold,) = read_gold(written(tmp_path))
    assert (gold.identifier, gold.published) == ("a", None)
    assert (gold.statements[0].speaker, gold.statements[0].cue, list(gold.statements[0].topics)) == ("NATO", None, [])


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"statements": [STATEMENT | {"mood": "glad"}]}, r"a\.json: s1: unknown key 'mood'; known: content, cue"),
        ({"statements": [{"id": "s1", "speaker": "NATO"}]}, r"a\.json: s1: .*missing .*'speaker_text'"),
    ],
)
def test_a_mistake_names_file_and_fact(tmp_path: Path, values: dict[str, object], message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_gold(written(tmp_path, **values))


def test_a_missing_part_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"article": "a.txt", "statements": []}', encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.json: the key 'claims' is missing"):
        read_gold(tmp_path)
