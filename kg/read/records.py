"""What the readers of single formats hand on: a text and the metadata found with it, as plain words."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

__all__ = ["FIELDS", "LARGEST", "Given", "Record", "displayed", "fields", "stem", "too_large"]

FIELDS = ("id", "headline", "url", "publisher", "published", "updated", "license")
LARGEST = 10_000_000
"""Bytes; an article of a thousand pages has three million."""

_OTHER_NAMES = {"title": "headline", "date": "published", "modified": "updated", "lastmod": "updated"}


class Given(NamedTuple):
    """A value of the metadata and where it stands, for messages."""

    value: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A text as it was read, before any check."""

    source: str
    id: str
    """The id if the metadata give none: the file's stem."""
    text: str
    given: Mapping[str, Given] = field(default_factory=dict)
    file: Path | None = None
    """Where it was read from; None for standard input."""

    def of_file(self, path: Path) -> Record:
        """The same record, read from `path`."""
        return replace(self, file=path)


def fields(pairs: Iterable[tuple[str, object]], where: str) -> dict[str, Given]:
    """The known fields among `pairs`, empty ones left out; the usual other names of a field count as that field."""
    found: dict[str, Given] = {}
    for name, value in pairs:
        key = name.strip().lower()
        key = key if key in FIELDS else _OTHER_NAMES.get(key, "")
        words = " ".join(str(value).split()) if isinstance(value, str | int) else ""
        if key and words:
            found.setdefault(key, Given(words, where))
    return found


def stem(path: Path) -> str:
    """A file's name without its ending, as every system writes it."""
    return unicodedata.normalize("NFC", _printable(path.stem))


def displayed(path: Path) -> str:
    """A path for messages: printable whatever its bytes."""
    return _printable(str(path))


def too_large(size: int, *, at_least: bool = False) -> str:
    """The message on a file that is too large for one article."""
    more = "more than " if at_least else ""
    return (
        f"has {more}{size / 1e6:.1f} MB, too much for one article (at most {LARGEST // 1_000_000} MB): "
        "split it, or give one article a line in a .jsonl file"
    )


def _printable(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")
