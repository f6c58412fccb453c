"""Options that several commands share, each with its one help text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "DEFAULT_STORE",
    "BaseOption",
    "DataOption",
    "JsonOption",
    "JudgementsOption",
    "MetadataOption",
    "QuietOption",
    "RegistryOption",
    "StoreOption",
    "judgements_file",
]

StoreOption = Annotated[Path, typer.Option("--store", help="The folder of the store.", envvar="KG_STORE")]
MetadataOption = Annotated[
    Path | None, typer.Option("--metadata", help="A table of id, published, url … [default: metadata.csv beside]")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary, only errors.")]
JsonOption = Annotated[bool, typer.Option("--json", help="As JSON on standard output.")]
BaseOption = Annotated[
    str,
    typer.Option("--base", help="The namespace of the IRIs that are made. [default: https://w3id.org/conflict-kg/id/]"),
]
RegistryOption = Annotated[
    list[Path] | None,
    typer.Option("--registry", help="Your own actors and places (CSV or TOML); they take precedence. Repeatable."),
]

JudgementsOption = Annotated[
    Path | None,
    typer.Option(
        "--judgements",
        help="Your decisions on which actors and events are the same. [default: judgements.jsonl, if it is here]",
    ),
]

DEFAULT_STORE = Path("kg-store")


def judgements_file(given: Path | None) -> Path | None:
    """The file of judgements that counts: the one given, else `judgements.jsonl` in the current folder; None: none."""
    default = Path("judgements.jsonl")
    return given if given is not None or not default.is_file() else default


DataOption = Annotated[
    list[Path] | None, typer.Option("--data", help="Ask these RDF files instead of the store. Repeatable.")
]
