"""Partial dates, numbers and words → typed literals that every store returns unchanged.

No other literal forms are written: plain strings, lower-case language tags, xsd:integer, xsd:decimal without trailing
zeros, xsd:boolean, xsd:date, xsd:dateTime in whole seconds with Z, xsd:anyURI and edtf:EDTF.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from kg.describe.iris import kg, term
from kg.model import PartialDate, Span

__all__ = [
    "boolean",
    "day",
    "decimal",
    "edtf",
    "instant",
    "integer",
    "partial_date",
    "plain",
    "spanned",
    "uri",
    "words",
]


def plain(value: str) -> Literal:
    """A string without a language."""
    return Literal(value)


def words(value: str, language: str) -> Literal:
    """Words of a language; the tag in lower case, as stores return it."""
    return Literal(value, language=language.lower())


def integer(value: int) -> Literal:
    """An xsd:integer without sign or leading zeros."""
    return Literal(str(value), datatype=term("xsd", "integer"))


def decimal(value: Decimal) -> Literal:
    """An xsd:decimal without exponent and trailing zeros: 0.90 → "0.9", 1.0 → "1"."""
    shown = format(value, "f")
    if "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return Literal(shown or "0", datatype=term("xsd", "decimal"))


def boolean(value: bool) -> Literal:
    """An xsd:boolean as true or false."""
    return Literal("true" if value else "false", datatype=term("xsd", "boolean"))


def day(value: date) -> Literal:
    """An xsd:date."""
    return Literal(value.isoformat(), datatype=term("xsd", "date"))


def instant(value: datetime) -> Literal:
    """An xsd:dateTime in whole seconds of UTC with Z; a time without a zone counts as UTC."""
    zoned = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    return Literal(zoned.strftime("%Y-%m-%dT%H:%M:%SZ"), datatype=term("xsd", "dateTime"))


def uri(value: str) -> Literal:
    """An xsd:anyURI."""
    return Literal(value, datatype=term("xsd", "anyURI"))


def edtf(value: PartialDate) -> Literal:
    """The date as EDTF writes it."""
    return Literal(value.edtf, datatype=term("edtf", "EDTF"))


def partial_date(name: str, when: PartialDate | None) -> Iterator[tuple[NamedNode, Literal]]:
    """Property and value of a date: `kg:NAME`, `kg:NAMEEarliest`, `kg:NAMELatest`; an open end has no value."""
    if when is None:
        return
    yield kg(name), edtf(when)
    if when.earliest is not None:
        yield kg(f"{name}Earliest"), day(when.earliest)
    if when.latest is not None:
        yield kg(f"{name}Latest"), day(when.latest)


def spanned(
    name: str, span: Span | None, text: str, language: str, *, words_name: str | None = None
) -> Iterator[tuple[NamedNode, Literal]]:
    """Property and value of words of the text: `kg:NAME` (or `words_name`), `kg:NAMEStart`, `kg:NAMEEnd`."""
    if span is None:
        return
    yield kg(words_name or name), words(text[span.start : span.end], language)
    yield kg(f"{name}Start"), integer(span.start)
    yield kg(f"{name}End"), integer(span.end)
