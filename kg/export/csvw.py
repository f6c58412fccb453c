"""Tables as CSV, with a description of their columns beside them.

CSV: https://www.rfc-editor.org/rfc/rfc4180 · CSV on the Web: https://www.w3.org/TR/tabular-metadata/
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from kg.export.columns import SEPARATOR, TABLES, Column
from kg.export.tables import Row

__all__ = ["describe_tables", "write_csv", "write_csv_tables"]

_FORMS = {"label": "string", "concept": "string", "iri": "anyURI"}


def write_csv_tables(rows: Iterable[Row], folder: Path, names: Iterable[str]) -> None:
    """One file for each named table, NAME.csv, and `csv-metadata.json` that describes them."""
    chosen = tuple(names)
    with ExitStack() as opened:
        streams = {
            name: opened.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            for name in chosen
        }
        _write(rows, streams)
    (folder / "csv-metadata.json").write_bytes(describe_tables({f"{name}.csv": name for name in chosen}))


def write_csv(rows: Iterable[Row], name: str) -> bytes:
    """One table as CSV."""
    stream = io.StringIO(newline="")
    _write(rows, {name: stream})
    return stream.getvalue().encode("utf-8", "surrogatepass")


def _write(rows: Iterable[Row], streams: Mapping[str, TextIO]) -> None:
    writers = {name: csv.writer(stream) for name, stream in streams.items()}
    for name, writer in writers.items():
        writer.writerow(column.name for column in TABLES[name].columns)
    for row in rows:
        if row.table in writers:
            writers[row.table].writerow(SEPARATOR.join(cell) for cell in row.cells)


def describe_tables(files: dict[str, str]) -> bytes:
    """CSVW metadata of files, by the table that each holds."""
    tables = [
        {
            "url": file,
            "tableSchema": {
                "columns": [_column(column) for column in TABLES[name].columns],
                "primaryKey": "iri",
                "aboutUrl": "{+iri}",
            },
        }
        for file, name in files.items()
    ]
    document = {"@context": "http://www.w3.org/ns/csvw", "tables": tables}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _column(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {"name": column.name, "titles": column.name}
    described["datatype"] = _FORMS.get(column.form, column.form)
    if column.many:
        described["separator"] = SEPARATOR
    if column.property is not None and column.of == "node" and column.form not in {"label", "concept"}:
        described["propertyUrl"] = column.property.value
    if column.language is not None:
        described["lang"] = column.language
    if column.property is None and column.of == "node":
        described["required"] = True
        described["suppressOutput"] = True
    return described
