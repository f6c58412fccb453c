"""Options that several commands share, each with its one help text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["DEFAULT_STORE", "BaseOption", "JsonOption", "QuietOption", "RegistryOption", "StoreOption"]

StoreOption = Annotated[Path, typer.Option("--store", help="The folder of the store.", envvar="KG_STORE")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary, only errors.")]
JsonOption = Annotated[bool, typer.Option("--json", help="The summary as JSON on standard output.")]
BaseOption = Annotated[str, typer.Option("--base", help="The namespace of the IRIs that are made.")]
RegistryOption = Annotated[
    list[Path] | None,
    typer.Option("--registry", help="Your own actors and places (CSV or TOML); they take precedence. Repeatable."),
]

DEFAULT_STORE = Path("kg-store")
