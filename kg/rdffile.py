"""Reads RDF files of every format that `kg` writes; never fetches anything, not even a JSON-LD context."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import Quad, RdfFormat, parse

from kg.errors import InputError
from kg.resources import resource

__all__ = ["CONTEXT", "SUFFIXES", "read_rdf", "shipped_context"]

CONTEXT = "https://w3id.org/conflict-kg/context.jsonld"
"""The name under which documents refer to the shipped JSON-LD context."""

SUFFIXES = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".rdf": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
    ".json": RdfFormat.JSON_LD,
}
"""RDF formats by file ending."""


def read_rdf(path: Path) -> Iterator[Quad]:
    """The quads of an RDF file, by its ending; InputError with line and column where it is not well formed."""
    kind = SUFFIXES.get(path.suffix.lower())
    if kind is None:
        raise InputError(f"{path}: {path.suffix or 'no'} ending is no RDF format; known are {' '.join(SUFFIXES)}")
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise InputError(f"{path}: {fault.strerror}") from fault
    if kind == RdfFormat.JSON_LD:
        data = _with_contexts(data, path)
    try:
        yield from parse(data, format=kind)
    except SyntaxError as fault:
        where = f" line {fault.lineno}, column {fault.offset}:" if fault.lineno is not None else ""
        raise InputError(f"{path}:{where} {fault.msg}") from fault


def shipped_context() -> dict[str, Any]:
    """The terms of the JSON-LD context that ships with the package."""
    document = json.loads(resource("ontology", "context.jsonld").read_text(encoding="utf-8"))
    context: dict[str, Any] = document["@context"]
    return context


def _with_contexts(data: bytes, path: Path) -> bytes:
    try:
        document = json.loads(data)
    except ValueError as fault:
        raise InputError(f"{path}: not JSON: {fault}") from fault
    return json.dumps(_filled(document, path), ensure_ascii=False).encode()


def _filled(value: Any, path: Path) -> Any:
    """The document with the shipped context in the place of its name."""
    if isinstance(value, list):
        return [_filled(item, path) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _context(item, path) if key == "@context" else _filled(item, path) for key, item in value.items()}


def _context(value: Any, path: Path) -> Any:
    if isinstance(value, list):
        return [_context(item, path) for item in value]
    if isinstance(value, dict):
        return _filled({key: _context(item, path) if key == "@import" else item for key, item in value.items()}, path)
    if not isinstance(value, str):
        return value
    if value != CONTEXT:
        raise InputError(f"{path}: the context {value} is not shipped and nothing is fetched: write it into the file")
    return shipped_context()
