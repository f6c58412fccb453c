"""A metadata table beside the articles: one row an article, by its id."""

from __future__ import annotations

import csv
import io
from collections.abc import Container, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from kg.errors import InputError
from kg.read.decoding import decode
from kg.read.problems import Problem
from kg.read.records import FIELDS, LARGEST, Given, displayed, fields

__all__ = ["TABLE_NAME", "Table", "read_table", "rows_without_article", "tables_beside"]

TABLE_NAME = "metadata.csv"

Table = Mapping[str, Mapping[str, Given]]


def read_table(path: Path) -> tuple[Table, tuple[Problem, ...]]:
    """The rows of a table by id, and what is wrong with single rows; InputError where it is no such table.

    Columns are separated by commas, semicolons or tabs; the first line names them (`id` and any of the other fields).
    """
    try:
        if path.stat().st_size > LARGEST * 10:
            raise InputError("is too large for a table of metadata")
        words = decode(path.read_bytes())
        return _table(words, displayed(path))
    except OSError as fault:
        raise InputError(f"{displayed(path)}: cannot be read: {fault.strerror or fault}") from None
    except csv.Error as fault:
        raise InputError(f"{displayed(path)}: is no table: {fault}") from None
    except InputError as fault:
        raise InputError(f"{displayed(path)}: {fault}") from None


def tables_beside(file: Path, root: Path, known: dict[Path, Table]) -> tuple[tuple[Table, ...], tuple[Problem, ...]]:
    """The tables named `metadata.csv` in a file's folder and those above it as far as `root`, nearest first.

    `known` holds the tables of the folders that were looked at; new ones are added, with the problems in them.
    """
    folders = _folders(file, root)
    problems: list[Problem] = []
    for folder in folders:
        if folder not in known:
            known[folder] = {}
            path = folder / TABLE_NAME
            try:
                if path.is_file():
                    known[folder], faults = read_table(path)
                    problems += faults
            except (OSError, InputError) as fault:
                problems.append(Problem(displayed(path), _without_path(str(fault), path)))
    return tuple(known[folder] for folder in folders), tuple(problems)


@lru_cache(maxsize=16)
def _folders(file: Path, root: Path) -> tuple[Path, ...]:
    """The folders of a file as far as `root`: the same for all records of one file."""
    return tuple(folder for folder in file.parents if folder == root or root in folder.parents) or (file.parent,)


def rows_without_article(path: Path, table: Table, ids: Container[str]) -> Iterator[Problem]:
    """A word on the rows whose id no article has: most often a misspelt one."""
    lost = [name for name in table if name not in ids]
    if lost:
        names = ", ".join(repr(name) for name in lost[:3]) + (", …" if len(lost) > 3 else "")
        message = f"{len(lost)} of {len(table)} rows name no article that was read ({names}): check their ids"
        yield Problem(displayed(path), message, article="")


def _without_path(message: str, path: Path) -> str:
    return message.removeprefix(f"{displayed(path)}: ")


def _table(words: str, source: str) -> tuple[Table, tuple[Problem, ...]]:
    header = words.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=delimiter, strict=True)
    columns = [name.strip().lower() for name in next(reader, [])]
    if "id" not in columns:
        raise InputError(f"has no column id in its first line: the columns are id and any of {', '.join(FIELDS[1:])}")
    rows: dict[str, Mapping[str, Given]] = {}
    problems = []
    for where, cells in _rows(reader, source):
        found = fields(zip(columns, cells, strict=False), where)
        fault = _fault(found, cells, columns, rows)
        if fault is not None:
            problems.append(Problem(where, fault))
        else:
            rows[found["id"].value] = found
    return rows, tuple(problems)


def _rows(reader: Iterator[list[str]], source: str) -> Iterator[tuple[str, list[str]]]:
    for number, cells in enumerate(reader, start=2):
        if any(cell.strip() for cell in cells):
            yield f"{source}, row {number}", cells


def _fault(
    found: Mapping[str, Given], cells: list[str], columns: list[str], rows: Mapping[str, Mapping[str, Given]]
) -> str | None:
    if "id" not in found:
        return "has no id: give the article's file name without its ending"
    if len(cells) > len(columns):
        return f"has {len(cells)} cells for {len(columns)} columns: put a cell that holds the separator into quotes"
    if found["id"].value in rows:
        return f"gives {found['id'].value!r} a second time: keep one row"
    return None
