import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.jsonl import read_jsonl
from kg.read.problems import Problem
from kg.read.records import LARGEST, Record
from read.texts import BODY


def records(data: bytes) -> list[Record | Problem]:
    return list(read_jsonl("a.jsonl", "a", io.BytesIO(data)))


def test_records_of_lines() -> None:
    lines = [
        json.dumps({"id": 7, "text": BODY, "published": "2024-06-03", "title": "Riga"}),
        "",
        json.dumps({"text": "x"}),
    ]
    first, second = records("\r\n".join(lines).encode())
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert (first.text, first.given["id"].value, first.given["headline"].value) == (BODY, "7", "Riga")
    assert first.given["published"].where == "a.jsonl, line 1"
    assert (second.id, second.source) == ("a-3", "a.jsonl, line 3")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    (only,) = records(json.dumps({"text": BODY}, ensure_ascii=False).encode(encoding))
    assert isinstance(only, Record)
    assert only.text == BODY


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"id": "x", "text": "y"', "not valid JSON in column 24"),
        (b'["x"]', "no JSON object"),
        (b'{"id": "x"}', 'has no "text"'),
        (b'{"id": "x", "text": 5}', 'has no "text"'),
        (b'{"text": "Gr\xf6\xdfe"}', "not valid UTF-8"),
        (b"[" * 100_000, "nested too deep"),
        (b"9" * 5000, "too long a number"),
    ],
)
def test_a_broken_line_is_named_and_the_others_go_on(line: bytes, message: str) -> None:
    good, bad, last = records(b'{"text": "a"}\n' + line + b'\n{"text": "b"}\n')
    assert isinstance(good, Record)
    assert isinstance(last, Record)
    assert isinstance(bad, Problem)
    assert bad.source == "a.jsonl, line 2"
    assert message in bad.message


def test_a_line_that_is_too_long_is_passed_over() -> None:
    long = b'{"text": "' + b"x" * (2 * LARGEST) + b'"}'
    bad, good = records(long + b'\n{"text": "b"}')
    assert isinstance(bad, Problem)
    assert "more than 10 million characters" in bad.message
    assert isinstance(good, Record)
    assert good.source == "a.jsonl, line 2"


def test_lines_are_read_one_at_a_time() -> None:
    class Once(io.RawIOBase):
        """A pipe that fails if it is read after its first line was asked for."""

        calls = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            self.calls += 1
            assert self.calls <= 2, "read ahead"
            line = b'{"text": "a"}\n' * 2
            buffer[: len(line)] = line
            return len(line)

    first = next(read_jsonl("a", "a", io.BufferedReader(Once(), 64)))
    assert isinstance(first, Record)


@given(
    st.binary()
    | st.lists(st.sampled_from(['{"text": "a"}', "{", "\n", '"', "\xff", "[]", "\u2028"])).map(
        lambda x: "".join(x).encode("latin-1", "replace")
    )
)
def test_any_bytes_give_records_or_problems(data: bytes) -> None:
    for found in records(data):
        assert isinstance(found, Record) or "\n" not in str(found)
