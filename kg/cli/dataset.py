"""`kg dataset`: what the graph says of itself, for catalogues."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import say
from kg.cli.options import DEFAULT_STORE, QuietOption, StoreOption

__all__ = ["dataset"]

PathArgument = Annotated[Path, typer.Argument(metavar="PATH", help="The RDF file to write: .ttl, .jsonld, …")]
FilesArgument = Annotated[
    list[Path] | None, typer.Argument(metavar="FILE...", help="Files of kg export that are published with it.")
]


def dataset(
    path: PathArgument,
    files: FilesArgument = None,
    *,
    store: StoreOption = DEFAULT_STORE,
    quiet: QuietOption = False,
) -> None:
    """Write the description of the dataset: DCAT and VoID with real counts, licence and source of every article, runs.

    Files that are named as well are listed with their size and SHA-256.
    """
    from kg.export import export_dataset
    from kg.store import Store

    export_dataset(Store.reading(store), path, files or ())
    say(f"{path} written", quiet=quiet)
