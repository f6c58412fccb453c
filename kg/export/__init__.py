"""The store → files that others read: RDF in six formats, and tables.

A file is made whole beside its place and moved there at the end, so that a failure leaves the old one as it was; the
same store and the same options give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kg.errors import UsageError
from kg.export.atomic import replaced, replaced_all
from kg.export.columns import TABLES
from kg.export.csvw import describe_tables, write_csv, write_csv_tables
from kg.export.dataset import dataset_description
from kg.export.jsonld import write_jsonld
from kg.export.parquet import write_parquet_tables
from kg.export.rdf import Options, write_nquads, write_ntriples, write_rdfxml, write_trig, write_turtle
from kg.export.selection import KINDS, Part, Selection, select
from kg.export.tables import Row, rows
from kg.store import Store

__all__ = [
    "FORMATS",
    "KINDS",
    "TABLES",
    "Options",
    "Selection",
    "export",
    "export_bytes",
    "export_dataset",
    "format_of",
    "select",
]


class Format(NamedTuple):
    """One RDF format: its file endings, the first of them its own, and what writes it."""

    suffixes: tuple[str, ...]
    write: Callable[[Iterable[Part], BinaryIO, Options], None]


RDF = {
    "turtle": Format((".ttl",), write_turtle),
    "trig": Format((".trig",), write_trig),
    "ntriples": Format((".nt",), write_ntriples),
    "nquads": Format((".nq",), write_nquads),
    "rdfxml": Format((".rdf", ".xml", ".owl"), write_rdfxml),
    "jsonld": Format((".jsonld", ".json"), write_jsonld),
}
FOLDERS: dict[str, Callable[[Iterable[Row], Path, Iterable[str]], None]] = {
    "csv": write_csv_tables,
    "parquet": write_parquet_tables,
}
FORMATS = (*RDF, *FOLDERS)
"""Every format by name; `csv` and `parquet` are folders of tables, or one table where the file is named after it."""

DEFAULT = Options()


def export(
    store: Store, path: Path, *, selection: Selection, format_: str | None = None, options: Options = DEFAULT
) -> None:
    """Writes what is selected to `path`: a file of RDF, one table, or a folder of tables.

    UsageError where the format is unknown or something selected is not there, InputError where `path` cannot be
    written.
    """
    kind = format_of(path) if format_ is None else _format(format_)
    parts = select(store, selection)
    if kind in FOLDERS:
        _export_tables(store, path, kind, parts)
    else:
        with replaced(path) as stream:
            RDF[kind].write(parts, stream, options._replace(base=store.base))


def export_dataset(store: Store, path: Path, files: Sequence[Path] = (), *, format_: str | None = None) -> None:
    """Writes the description of the dataset (VoID, DCAT, PROV), and of files that were exported, as RDF."""
    kind = format_of(path) if format_ is None else _format(format_)
    if kind not in RDF:
        raise UsageError(f"the description is RDF, not {kind}; there are: {', '.join(RDF)}")
    part = dataset_description(store, files)
    with replaced(path) as stream:
        RDF[kind].write([part], stream, Options(base=store.base))


def export_bytes(store: Store, *, selection: Selection, format_: str, options: Options = DEFAULT) -> bytes:
    """What `export` would write into one file; of the formats of tables only CSV, one table."""
    kind, parts = _format(format_), select(store, selection)
    if kind == "csv":
        return write_csv(rows(store, parts), _table(options.table))
    if kind not in RDF:
        raise UsageError(f"{kind} is not for standard output: name a file or folder")
    stream = io.BytesIO()
    RDF[kind].write(parts, stream, options._replace(base=store.base))
    return stream.getvalue()


def format_of(path: Path) -> str:
    """The format that a file's ending stands for; UsageError where it stands for none."""
    try:
        return _format(path.suffix.lower().removeprefix("."))
    except UsageError:
        raise UsageError(f"{path}: the ending tells no format; name one with --format: {', '.join(FORMATS)}") from None


def _format(name: str) -> str:
    """A format by its name or by its ending without the dot."""
    for known, format_ in RDF.items():
        if name == known or f".{name}" in format_.suffixes:
            return known
    if name in FOLDERS:
        return name
    raise UsageError(f"no format is called {name!r}; there are: {', '.join(FORMATS)}")


def _table(name: str) -> str:
    if name not in TABLES:
        raise UsageError(f"no table is called {name!r}; there are: {', '.join(TABLES)}; a folder takes them all")
    return name


def _export_tables(store: Store, path: Path, kind: str, parts: Iterable[Part]) -> None:
    """All tables into a folder, or the one that a file is named after, with its description beside it."""
    suffix = f".{kind}"
    if path.suffix.lower() != suffix:
        with replaced_all(path) as folder:
            FOLDERS[kind](rows(store, parts), folder, TABLES)
        return
    name = _table(path.stem)
    with replaced_all(path.parent) as folder:
        FOLDERS[kind](rows(store, parts), folder, (name,))
        if kind == "csv":
            (folder / "csv-metadata.json").unlink()
            (folder / f"{name}.csv-metadata.json").write_bytes(describe_tables({path.name: name}))
