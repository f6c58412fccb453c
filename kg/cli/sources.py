"""What a command reads: a store on disk, RDF files, or whatever else answers questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from kg.cli.remote import Source
from kg.store import Store

__all__ = ["opened", "prefixes_of"]


def opened(store: Path, data: Sequence[Path] | None) -> Store:
    """What a question is put to: the RDF files where some are given, else the store."""
    if not data:
        return Store.reading(store)
    from kg.describe.iris import BASE
    from kg.rdffile import read_rdf

    return Store.in_memory((quad for file in data for quad in read_rdf(file)), base=BASE)


def prefixes_of(source: Source) -> Mapping[str, str]:
    """The prefixes that a question to this store need not declare."""
    from kg.describe.iris import prefixes

    return prefixes(source.base)
