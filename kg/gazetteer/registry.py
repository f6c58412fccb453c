"""Users' own registries: CSV or TOML, the same fields in both.

CSV columns: id, wikidata, type, label_en, label_de, aliases_de, aliases_en, country, role_de, role_en, verified_by (the
last is for people only; of the others id, type and label_en must be there). Lists are parted by "|"; among aliases_de
"adj:", "demonym:" and "metonym:" mark adjectives, people and seats of government. TOML: one table an entry, named by
its id, with the same keys; lists are lists; `offices` may name dated offices ("president-russia 2024-05-07/..").
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import TableError
from kg.gazetteer.entries import Entry
from kg.gazetteer.fields import FIELDS, FieldError, entry_of, terms_of
from kg.model import Office

__all__ = ["Registry", "read_registry"]


@dataclass(frozen=True, slots=True)
class Registry:
    """What one file adds."""

    entries: tuple[Entry, ...]
    offices: tuple[Office, ...]


def read_registry(path: Path, known: frozenset[str]) -> Registry:
    """The entries of a user's file; `known` are the ids of states and offices that it may refer to.

    Raises TableError that lists every mistake with file, line and field, one a line.
    """
    records = list(_records(path))
    states = known | {str(values.get("id")) for _, values in records}
    faults: list[str] = []
    entries: list[Entry] = []
    offices: list[Office] = []
    seen: dict[str, int] = {}
    for line, values in records:
        try:
            entry = entry_of(values, states)
            if entry.id in seen:
                raise FieldError("id", f"{entry.id!r} stands already in line {seen[entry.id]}")
            offices += terms_of(values, known)
        except FieldError as fault:
            faults.append(f"{path}: line {line}: field {fault.field!r}: {fault}")
            continue
        seen[entry.id] = line
        entries.append(entry)
    if faults:
        raise TableError("\n".join(faults))
    return Registry(tuple(entries), tuple(offices))


def _records(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        words = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise TableError(f"{path}: cannot be read as a UTF-8 text: {fault}") from None
    if path.suffix.lower() == ".toml":
        return _toml(path, words)
    if path.suffix.lower() == ".csv":
        return _csv(path, words)
    raise TableError(f"{path}: a registry is a .csv or a .toml file")


def _csv(path: Path, words: str) -> Iterator[tuple[int, dict[str, Any]]]:
    reader = csv.DictReader(io.StringIO(words), strict=True)
    header = reader.fieldnames or []
    unknown = [name for name in header if name not in FIELDS]
    missing = [name for name in ("id", "type", "label_en") if name not in header]
    if unknown or missing:
        what = f"unknown column {unknown[0]!r}" if unknown else f"column {missing[0]!r} is missing"
        raise TableError(f"{path}: line 1: {what}; columns: {', '.join(FIELDS)}")
    try:
        for record in reader:
            line = reader.line_num
            if None in record or None in record.values():
                raise TableError(f"{path}: line {line}: {len(header)} columns expected, found more or fewer")
            yield line, {key: _split(key, value) for key, value in record.items()}
    except csv.Error as fault:
        raise TableError(f"{path}: line {reader.line_num}: not valid CSV: {fault}") from None


def _split(key: str, value: str) -> Any:
    if key in {"aliases_de", "aliases_en", "offices"}:
        return [part.strip() for part in value.split("|") if part.strip()]
    return value.strip() or None


def _toml(path: Path, words: str) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        raw = tomllib.loads(words)
    except tomllib.TOMLDecodeError as fault:
        raise TableError(f"{path}: not valid TOML: {fault}") from None
    for key, values in raw.items():
        line = _line_of(key, words)
        if not isinstance(values, dict):
            raise TableError(f"{path}: line {line}: field {key!r}: must be a table of fields")
        yield line, {"id": key, **values}


def _line_of(key: str, words: str) -> int:
    found = re.search(rf"""^\s*\[?\s*["']?{re.escape(key)}["']?\s*[\]=.]""", words, re.MULTILINE)
    return 1 if found is None else words.count("\n", 0, found.end()) + 1
