"""Plain text and Markdown, with front matter where there is some."""

from __future__ import annotations

import re
from pathlib import Path

from kg.read.decoding import decode
from kg.read.records import Given, Record, displayed, fields, stem

__all__ = ["read_text", "text_record"]

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<block>(?:.*\r?\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*?))?[ \t]*")
_PASSED_OVER = re.compile(r"[ \t]*(?:#.*)?|[ \t]+\S.*|-[ \t].*")
_QUOTED = re.compile(r"(?P<quote>[\"'])(?P<inner>.*)(?P=quote)")
_COMMENT = re.compile(r"[ \t]+#.*$")


def read_text(path: Path, data: bytes) -> Record:
    """The record of a text file; InputError where it is no text."""
    return text_record(displayed(path), stem(path), decode(data))


def text_record(source: str, name: str, words: str) -> Record:
    """A text and the front matter that stands before it; the article's text begins after the closing rule.

    Front matter is a block between two lines `---` with nothing but `key: value` lines, comments and lists; any other
    block belongs to the text.
    """
    found = _FRONT.match(words)
    given = None if found is None else _front_matter(found["block"], source)
    if found is None or given is None:
        return Record(source=source, id=name, text=words)
    return Record(source=source, id=name, text=words[found.end() :], given=given)


def _front_matter(block: str, source: str) -> dict[str, Given] | None:
    pairs: list[tuple[str, object]] = []
    for line in block.splitlines():
        if _PASSED_OVER.fullmatch(line):
            continue
        found = _PAIR.fullmatch(line)
        if found is None:
            return None
        pairs.append((found["key"], _scalar(found["value"] or "")))
    return fields(pairs, f"{source}, front matter") if pairs else None


def _scalar(value: str) -> str:
    bare = _COMMENT.sub("", value)
    quoted = _QUOTED.fullmatch(bare) or _QUOTED.fullmatch(value)
    return bare if quoted is None else quoted["inner"]
