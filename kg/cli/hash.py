"""`kg hash`: the fingerprint of a graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from pyoxigraph import Triple

from kg.cli.console import put, put_json
from kg.cli.options import DEFAULT_STORE, JsonOption, StoreOption

__all__ = ["hash_graph"]

FilesArgument = Annotated[list[Path] | None, typer.Argument(metavar="FILE...", help="RDF files; else the store.")]
GraphsOption = Annotated[bool, typer.Option("--graphs", help="One line for each named graph as well.")]
TextOption = Annotated[bool, typer.Option("--with-text", help="Of the store: with the texts of the articles.")]


def hash_graph(
    files: FilesArgument = None,
    *,
    store: StoreOption = DEFAULT_STORE,
    graphs: GraphsOption = False,
    with_text: TextOption = False,
    as_json: JsonOption = False,
) -> None:
    """Print the SHA-256 of the canonical form (RDFC-1.0) of RDF files, or of what kg export writes of the store.

    Two datasets have the same hash where they say the same, in whatever format, order and names of blank nodes.
    """
    from kg.canonical import fingerprint
    from kg.export import Selection, select
    from kg.rdffile import read_rdf
    from kg.store import Store

    if files:
        quads = [quad for file in files for quad in read_rdf(file)]
    else:
        parts = select(Store.reading(store), Selection(with_text=with_text))
        quads = [quad for part in parts for quad in part.quads]
    by_graph: dict[str, list[Triple]] = {}
    for quad in quads if graphs else ():
        by_graph.setdefault(str(quad.graph_name).strip("<>"), []).append(quad.triple)
    hashes = {name: fingerprint(by_graph[name]) for name in sorted(by_graph)}
    whole = fingerprint(quads)
    if as_json:
        return put_json({"sha256": whole, "quads": len(set(quads)), "graphs": hashes})
    return put("\n".join([*(f"{each}  {name}" for name, each in hashes.items()), whole]))
