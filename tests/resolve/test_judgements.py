import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.resolve.judgements import Verdict, read_judgements

GOOD = {"verdict": "same", "of": ["actor/a", "actor/b"], "by": "M. Muster", "on": "2025-05-02", "why": "ein Amt"}


def written(folder: Path, *lines: object) -> Path:
    path = folder / "judgements.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_reads_sorted_once_and_skips_comments(tmp_path: Path) -> None:
    other = GOOD | {"verdict": "different", "of": ["https://w3id.org/conflict-kg/id/claim/1", "event/2"]}
    found = read_judgements(written(tmp_path, "# decisions", GOOD, "", other, GOOD))
    assert [(each.verdict, each.of, each.kind) for each in found] == [
        (Verdict.DIFFERENT, ("claim/1", "event/2"), "event"),
        (Verdict.SAME, ("actor/a", "actor/b"), "actor"),
    ]
    assert found[1].words == "judged same by M. Muster on 2025-05-02: ein Amt"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not valid JSON"),
        ("[]", "a judgement is a JSON object"),
        ({key: value for key, value in GOOD.items() if key != "why"}, "the key 'why' is missing"),
        (GOOD | {"note": "x"}, "unknown key 'note'"),
        (GOOD | {"verdict": "maybe"}, "must be same or different"),
        (GOOD | {"of": ["actor/a"]}, "two or more"),
        (GOOD | {"of": ["actor/a", "actor/a"]}, "two or more"),
        (GOOD | {"of": ["actor/a", "claim/b"]}, "two or more"),
        (GOOD | {"by": " "}, "by must be text"),
        (GOOD | {"on": "yesterday"}, "must be a day"),
        (GOOD | {"on": 5}, "must be a day"),
    ],
)
def test_mistake_is_told_with_file_and_line(tmp_path: Path, line: object, message: str) -> None:
    path = written(tmp_path, GOOD, line)
    with pytest.raises(InputError) as fault:
        read_judgements(path)
    assert str(fault.value).startswith(f"{path}:2: ")
    assert message in str(fault.value)


def test_opposite_judgements_are_told_with_both_lines(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD, GOOD | {"verdict": "different"})
    with pytest.raises(InputError, match="judged same in line 1"):
        read_judgements(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_judgements(tmp_path / "none.jsonl")
