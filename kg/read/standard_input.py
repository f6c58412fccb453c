"""Standard input: JSON Lines, a web page or one text, told apart by how it begins."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from kg.errors import InputError
from kg.read.decoding import decode
from kg.read.html import declared_encoding, html_record
from kg.read.jsonl import read_jsonl
from kg.read.problems import Problem
from kg.read.records import LARGEST, Record, too_large
from kg.read.text import text_record

__all__ = ["read_standard_input"]

_SOURCE = "standard input"
_NAME = "stdin"
_OBJECT = re.compile(rb"\s*\{\s*(?:\"|\})")
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html\b)", re.IGNORECASE | re.DOTALL)


def read_standard_input(stream: BinaryIO) -> Iterator[Record | Problem]:
    """The records of what is piped in; an article without an id is called "stdin"."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    head = buffered.peek(1).removeprefix(codecs.BOM_UTF8)
    if _OBJECT.match(head):
        yield from read_jsonl(_SOURCE, _NAME, buffered)
        return
    data = buffered.read(LARGEST + 1)
    try:
        yield _one(data, is_page=_PAGE.match(head) is not None)
    except InputError as fault:
        yield Problem(_SOURCE, str(fault))


def _one(data: bytes, *, is_page: bool) -> Record:
    if len(data) > LARGEST:
        raise InputError(too_large(len(data), at_least=True))
    words = decode(data, declared_encoding(data) if is_page else None)
    return html_record(_SOURCE, _NAME, words) if is_page else text_record(_SOURCE, _NAME, words)
