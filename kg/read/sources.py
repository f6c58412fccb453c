"""Paths → the files that hold articles, in one order on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.read.problems import Problem
from kg.read.records import displayed
from kg.read.table import TABLE_NAME

__all__ = ["ENDINGS", "found_files"]

ENDINGS = (".txt", ".md", ".html", ".htm", ".jsonl")
_KNOWN = ", ".join(ENDINGS)


def found_files(path: Path, seen: set[Path]) -> Iterator[Path | Problem]:
    """The file named by `path`, or those below the folder; sorted by name inside a folder.

    Files in `seen` are passed over, others are added to it. In folders, hidden files and folders, metadata tables and
    files with other endings are passed over in silence.
    """
    for found in _below(path):
        if isinstance(found, Problem):
            yield found
        elif (place := _place(found)) not in seen:
            seen.add(place)
            yield found


def _place(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def _below(path: Path) -> Iterator[Path | Problem]:
    try:
        if path.is_dir():
            yield from _in_folder(path)
        elif not path.exists():
            yield Problem(displayed(path), "no such file or folder: check the path")
        elif not path.is_file():
            yield Problem(displayed(path), "is neither file nor folder: give - to read standard input")
        elif path.suffix.lower() not in ENDINGS:
            yield Problem(displayed(path), f"has an ending that is not read: rename it to one of {_KNOWN}")
        else:
            yield path
    except (OSError, ValueError) as fault:
        yield Problem(displayed(path), f"cannot be read: {getattr(fault, 'strerror', None) or fault}")


def _in_folder(folder: Path) -> Iterator[Path | Problem]:
    empty = True
    for found in _walk(folder):
        empty = False
        yield found
    if empty:
        yield Problem(displayed(folder), f"holds no article: put files with one of the endings {_KNOWN} into it")


def _walk(folder: Path) -> Iterator[Path | Problem]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as fault:
        yield Problem(displayed(folder), f"cannot be read: {fault.strerror or fault}")
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == TABLE_NAME:
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry)
        elif entry.suffix.lower() in ENDINGS and not entry.is_dir():
            yield from _below(entry)
