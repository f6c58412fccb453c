"""Tables as Parquet, with typed columns; needs pyarrow, the package's extra `parquet`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.export.columns import TABLES, Column
from kg.export.tables import Row

__all__ = ["write_parquet_tables"]

_READ: dict[str, Callable[[str], Any]] = {
    "integer": int,
    "decimal": Decimal,
    "date": date.fromisoformat,
    "boolean": lambda word: word == "true",
}


def write_parquet_tables(rows: Iterable[Row], folder: Path, names: Iterable[str]) -> None:
    """One file for each named table, NAME.parquet; a column that can hold several values is a list.

    UsageError where pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as fault:
        raise UsageError("Parquet needs pyarrow: pip install 'conflict-kg[parquet]'") from fault
    columns: dict[str, list[list[Any]]] = {name: [[] for _ in TABLES[name].columns] for name in names}
    for row in rows:
        if row.table in columns:
            for values, column, cell in zip(columns[row.table], TABLES[row.table].columns, row.cells, strict=True):
                values.append(_value(column, cell))
    for name, values in columns.items():
        described = TABLES[name].columns
        schema = pa.schema([(column.name, _type(column, pa)) for column in described])
        table = pa.table(dict(zip((column.name for column in described), values, strict=True)), schema=schema)
        parquet.write_table(table, folder / f"{name}.parquet")


def _value(column: Column, cell: tuple[str, ...]) -> Any:
    read = _READ.get(column.form, str)
    if column.many:
        return [read(word) for word in cell]
    return read(cell[0]) if cell else None


def _type(column: Column, pa: Any) -> Any:
    types = {
        "integer": pa.int64(),
        "decimal": pa.decimal128(9, 6),
        "date": pa.date32(),
        "boolean": pa.bool_(),
    }
    type_ = types.get(column.form, pa.string())
    return pa.list_(type_) if column.many else type_
