"""JSON Lines: one article a line, read one at a time."""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from kg.read.problems import Problem
from kg.read.records import LARGEST, Record, fields

__all__ = ["read_jsonl"]

_UNDECODED = re.compile("[\udc80-\udcff]")
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_jsonl(source: str, name: str, stream: BinaryIO) -> Iterator[Record | Problem]:
    """The records of the lines of `stream`, or what is wrong with a line; blank lines are passed over.

    A record without an id is called by `name` and the number of its line.
    """
    for number, line in _lines(stream):
        where = f"{source}, line {number}"
        if len(line) > LARGEST:
            message = f"has more than {LARGEST // 1_000_000} million characters: give one article a line"
            yield Problem(where, message)
        elif line.strip():
            yield _record(where, f"{name}-{number}", line.rstrip("\r\n"))


def _lines(stream: BinaryIO) -> Iterator[tuple[int, str]]:
    """Numbered lines; of one that is too long only its beginning."""
    buffered = io.BufferedReader(stream) if not isinstance(stream, io.BufferedReader) else stream  # type: ignore[type-var]
    head = buffered.peek(4)[:4]
    encoding = "utf-16" if head.startswith(_WIDE_MARKS) else "utf-8-sig"
    text = io.TextIOWrapper(buffered, encoding=encoding, errors="surrogateescape", newline="\n")
    number = 0
    try:
        while line := text.readline(LARGEST + 1):
            number += 1
            yield number, line
            while len(line) > LARGEST and not line.endswith("\n"):
                line = text.readline(LARGEST + 1)
    finally:
        text.detach()


def _record(where: str, name: str, line: str) -> Record | Problem:
    if not line.isascii() and _UNDECODED.search(line) is not None:
        return Problem(where, "is not valid UTF-8: save the file as UTF-8")
    try:
        value = json.loads(line)
    except json.JSONDecodeError as fault:
        return Problem(where, f"is not valid JSON in column {fault.colno} ({fault.msg}): correct the line")
    except (ValueError, RecursionError):
        return Problem(where, "is JSON that is nested too deep or has too long a number: correct the line")
    if not isinstance(value, dict):
        return Problem(where, 'is no JSON object: write {"id": …, "text": …}')
    if not isinstance(value.get("text"), str):
        return Problem(where, 'has no "text": give the article as a string under "text"')
    return Record(source=where, id=name, text=value["text"], given=fields(value.items(), where))
