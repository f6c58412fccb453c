"""Query results as text: W3C formats, RDF, Markdown, and tables that people read."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from textwrap import wrap
from typing import IO

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    serialize,
)

from kg.errors import UsageError
from kg.store import Results

__all__ = ["Format", "markdown", "render", "shortener", "table"]

READABLE = 20
"""A column of this width can be read, whatever is in it."""

Term = NamedNode | BlankNode | Literal | Triple


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    MARKDOWN = "markdown"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"


_W3C = {
    Format.CSV: QueryResultsFormat.CSV,
    Format.TSV: QueryResultsFormat.TSV,
    Format.JSON: QueryResultsFormat.JSON,
    Format.XML: QueryResultsFormat.XML,
}
_RDF = {
    Format.TABLE: RdfFormat.TURTLE,
    Format.TURTLE: RdfFormat.TURTLE,
    Format.NTRIPLES: RdfFormat.N_TRIPLES,
    Format.JSONLD: RdfFormat.JSON_LD,
    Format.RDFXML: RdfFormat.RDF_XML,
}


def render(results: Results, format_: Format, out: IO[bytes], *, prefixes: Mapping[str, str]) -> int | None:
    """Writes an answer to `out` and gives the number of its rows, where it was counted.

    UsageError where the answer cannot be written so: rows as RDF, or triples as a table.
    """
    if isinstance(results, QuerySolutions | QueryBoolean):
        if format_ in _W3C:
            return _w3c(results, _W3C[format_], out)
        if format_ in _RDF and format_ is not Format.TABLE:
            raise UsageError(f"this query gives rows: {format_} is for CONSTRUCT and DESCRIBE; use table, csv, json …")
        return _for_people(results, format_, out, prefixes)
    if format_ not in _RDF:
        raise UsageError(
            f"this query gives triples, not rows: {format_} cannot hold them; use turtle, ntriples, jsonld"
        )
    triples = sorted(set(results), key=_triple_key)
    out.write(_serialized(triples, _RDF[format_], prefixes))
    return None


def shortener(prefixes: Mapping[str, str]) -> Callable[[Term | None], str]:
    """A function that writes a term as people read it: words without tag, IRIs with a prefix where there is one."""
    spaces = sorted(prefixes.items(), key=lambda item: -len(item[1]))
    return partial(_short, spaces=spaces)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows under a header: as wide as needed in a pipe; on a terminal wrapped to the window, or one value a line."""
    if sys.stdout.isatty():
        width = shutil.get_terminal_size().columns
        return _wrapped(header, rows, width) if _fits(header, rows, width) else _one_value_a_line(header, rows, width)
    flat = [[" ".join(cell.split()) for cell in row] for row in [header, *rows]]
    widths = [max(len(row[column]) for row in flat) for column in range(len(header))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in flat]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def markdown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows as a Markdown table; bars and line ends in cells are escaped."""
    lines = ["| " + " | ".join(map(_cell, row)) + " |" for row in [header, *rows]]
    return "\n".join([lines[0], "|" + " --- |" * len(header), *lines[1:]])


def _w3c(results: QuerySolutions | QueryBoolean, format_: QueryResultsFormat, out: IO[bytes]) -> int | None:
    if isinstance(results, QueryBoolean) and format_ in {QueryResultsFormat.CSV, QueryResultsFormat.TSV}:
        out.write(b"true\n" if results else b"false\n")
        return None
    results.serialize(out, format=format_)
    if format_ in {QueryResultsFormat.JSON, QueryResultsFormat.XML}:
        out.write(b"\n")
    return None


def _for_people(
    results: QuerySolutions | QueryBoolean, format_: Format, out: IO[bytes], prefixes: Mapping[str, str]
) -> int | None:
    if isinstance(results, QueryBoolean):
        out.write(b"yes\n" if results else b"no\n")
        return None
    header = [variable.value for variable in results.variables]
    short = shortener(prefixes)
    rows = [[short(term) for term in solution] for solution in results]
    draw = markdown if format_ is Format.MARKDOWN else table
    out.write((draw(header, rows) + "\n").encode())
    return len(rows)


def _short(term: Term | None, *, spaces: Sequence[tuple[str, str]]) -> str:
    if term is None:
        return ""
    if not isinstance(term, NamedNode):
        return str(term.value) if isinstance(term, Literal) else str(term)
    for prefix, space in spaces:
        local = term.value[len(space) :]
        if term.value.startswith(space) and local and all(letter.isalnum() or letter in "-_." for letter in local):
            return f"{prefix}:{local}"
    return term.value


def _fits(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> bool:
    """Whether every column is wide enough to be read in a window of this width."""
    columns = zip(*([header, *rows]), strict=True)
    needed = (min(READABLE, max(len(cell) for cell in column)) for column in columns)
    return sum(needed) + 3 * len(header) <= width


def _one_value_a_line(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Each row as a block of its values, empty ones left out, long ones wrapped."""
    names = max(map(len, header))
    lines: list[str] = []
    for number, row in enumerate(rows, start=1):
        lines.append(f"── {number} ".ljust(width, "─"))
        for name, cell in zip(header, row, strict=True):
            indent = " " * (names + 2)
            wrapped = wrap(
                " ".join(cell.split()), max(READABLE, width), initial_indent=indent, subsequent_indent=indent
            )
            lines += [f"{name:<{names}}  {line.lstrip()}" if line is wrapped[0] else line for line in wrapped]
    return "\n".join(lines) or "  ".join(header)


def _wrapped(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=SIMPLE_HEAD, pad_edge=False, show_lines=False)
    for name in header:
        drawn.add_column(name, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    console = Console(width=width, file=sys.stdout)
    with console.capture() as capture:
        console.print(drawn)
    return capture.get().strip("\n")


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("\\", "\\\\").replace("|", "\\|")


def _triple_key(triple: Triple) -> tuple[str, str, str]:
    return str(triple.subject), str(triple.predicate), str(triple.object)


def _serialized(triples: Sequence[Triple], format_: RdfFormat, prefixes: Mapping[str, str]) -> bytes:
    spaces = {_space(term) for triple in triples for term in (triple.subject, triple.predicate, triple.object)}
    known = {name: space for name, space in prefixes.items() if space in spaces}
    return serialize(triples, format=format_, prefixes=known) or b""


def _space(term: Term) -> str:
    iri = term.datatype.value if isinstance(term, Literal) else str(getattr(term, "value", ""))
    return iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]
