"""Rule tables: TOML files of rows, one row a line, read into frozen dataclasses.

A row class names its file in `TABLE` and its keys by its fields. A file is read once; an unknown key, a missing key, a
wrong type or a value outside a closed set is a TableError with file, row and key. Every row carries sentences that it
must (`yes`) and must not (`no`) match, which run as tests.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import rtoml

from kg.errors import TableError

__all__ = ["Row", "load_table"]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Row:
    """What every row of every table has."""

    TABLE: ClassVar[str]
    """The file's stem: "saying" for `saying.toml`."""

    key: str
    """The row's own name; "TABLE/key" is the id of the rule in `kg:rule`."""
    yes: tuple[str, ...] = ()
    """Sentences that the row must match."""
    no: tuple[str, ...] = ()
    """Sentences that it must not match."""

    @property
    def rule(self) -> str:
        """The id that facts made by this row carry."""
        return f"{self.TABLE}/{self.key}"


R = TypeVar("R", bound=Row)


def load_table(folder: Path, row_class: type[R]) -> dict[str, R]:
    """The rows of a table by key, in the order of the file; TableError names file, row and key of a mistake."""
    path = folder / f"{row_class.TABLE}.toml"
    try:
        raw = rtoml.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise TableError(f"{path.name}: no such table in {folder.name}/") from None
    except rtoml.TomlParsingError as fault:
        raise TableError(f"{path.name}: not valid TOML: {fault}") from None
    return {key: _row(row_class, key, values, path.name) for key, values in raw.items()}


@cache
def _columns(row_class: Any) -> tuple[dict[str, Any], dict[str, dataclasses.Field[Any]]]:
    """Types and fields of a row class by name, without the key."""
    fields = {field.name: field for field in dataclasses.fields(row_class) if field.name != "key"}
    hints = {name: _without_none(hint) for name, hint in typing.get_type_hints(row_class).items()}
    return hints, fields


def _without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        return next(part for part in typing.get_args(hint) if part is not type(None))
    return hint


def _row(row_class: type[R], key: str, values: Any, file: str) -> R:
    if not isinstance(values, dict):
        raise TableError(f"{file}: row {key!r} must be a table in braces")
    hints, fields = _columns(typing.cast("Any", row_class))
    for name in values:
        if name not in fields:
            raise TableError(f"{file}: row {key!r}: unknown key {name!r}; known: {', '.join(sorted(fields))}")
    arguments: dict[str, Any] = {"key": key}
    for name, field in fields.items():
        if name in values and hints[name] == tuple[str, ...] and _is_words(values[name]):
            arguments[name] = tuple(values[name])
        elif name in values:
            arguments[name] = _value(hints[name], values[name], f"{file}: row {key!r}: key {name!r}")
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise TableError(f"{file}: row {key!r}: key {name!r} is missing")
    return row_class(**arguments)


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and set(map(type, value)) <= {str}


def _value(hint: Any, value: Any, where: str) -> Any:
    if value.__class__ is hint:
        return value
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {tuple, frozenset}:
        if not isinstance(value, list):
            raise TableError(f"{where} must be a list")
        return origin(_value(arguments[0], item, where) for item in value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _member(hint, value, where)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise TableError(f"{where} must be of type {hint.__name__}")
    return value


def _member(hint: type[Enum], value: Any, where: str) -> Enum:
    try:
        return hint(value)
    except ValueError:
        known = ", ".join(str(member.value) for member in hint)
        raise TableError(f"{where}: {value!r} is none of {known}") from None
