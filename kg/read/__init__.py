"""Paths → articles: text, Markdown, HTML and JSON Lines in any usual encoding, with their metadata."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError
from kg.lang import Language
from kg.lang import language as load_language
from kg.model import Article
from kg.read.articles import articles
from kg.read.html import read_html
from kg.read.jsonl import read_jsonl
from kg.read.problems import Problem
from kg.read.records import LARGEST, Record, displayed, stem, too_large
from kg.read.sources import found_files
from kg.read.standard_input import read_standard_input
from kg.read.table import Table, read_table, rows_without_article, tables_beside
from kg.read.text import read_text

__all__ = ["read"]

_READERS = {".txt": read_text, ".md": read_text, ".html": read_html, ".htm": read_html}


def read(
    paths: Iterable[str | Path],
    *,
    metadata: str | Path | None = None,
    language: Language | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Problem]:
    """The articles of files and folders, one at a time, and a Problem for all that cannot be read.

    `paths` are files, folders (read with all below them, sorted by name) and "-" for standard input: `stdin`, or else
    the process's own. Metadata count in this order: the table `metadata`; `metadata.csv` in the file's folder, or in
    one above it that is read; front matter, JSON or HTML; for dates at last the text. Offsets in all that follows count
    in `Article.text`: the decoded file without its front matter, or the text extracted from HTML.

    InputError where `metadata` is no table; anything else that is wrong is a Problem, and the others go on.
    """
    language = language if language is not None else load_language("de")
    table, problems = ({}, ()) if metadata is None else read_table(Path(metadata))
    yield from problems
    ids: dict[str, str] = {}
    seen: set[Path] = set()
    known: dict[Path, Table] = {}
    for path in paths:
        piped = str(path) == "-"
        records = read_standard_input(stdin or sys.stdin.buffer) if piped else _records(Path(path), seen)
        for record in records:
            if isinstance(record, Problem):
                yield record
                continue
            beside, problems = tables_beside(record.file, Path(path), known) if record.file else ((), ())
            yield from problems
            yield from articles(record, (table, *beside), language, ids)
    if metadata is not None:
        yield from rows_without_article(Path(metadata), table, ids)


def _records(path: Path, seen: set[Path]) -> Iterator[Record | Problem]:
    for found in found_files(path, seen):
        if isinstance(found, Problem):
            yield found
            continue
        try:
            yield from _records_of_file(found)
        except OSError as fault:
            yield Problem(displayed(found), f"cannot be read: {fault.strerror or fault}")
        except InputError as fault:
            yield Problem(displayed(found), str(fault))


def _records_of_file(path: Path) -> Iterator[Record | Problem]:
    if path.suffix.lower() == ".jsonl":
        with path.open("rb") as stream:
            for record in read_jsonl(displayed(path), stem(path), stream):
                yield record if isinstance(record, Problem) else record.of_file(path)
        return
    size = path.stat().st_size
    if size > LARGEST:
        raise InputError(too_large(size))
    yield _READERS[path.suffix.lower()](path, path.read_bytes()).of_file(path)
