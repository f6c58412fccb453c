"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError

__all__ = ["replaced", "replaced_all"]


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes become the file at `path` when the block ends well; else what was there stays.

    InputError where the folder cannot be written.
    """
    with replaced_all(path.parent, (path.name,)) as folder, (folder / path.name).open("wb") as stream:
        yield stream


@contextmanager
def replaced_all(folder: Path, names: tuple[str, ...] | None = None) -> Iterator[Path]:
    """A temporary folder whose files (all, or those of `names`) move into `folder` when the block ends well."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # In the same folder: only within one file system is a move one step.
        workshop = Path(tempfile.mkdtemp(prefix=".kg-", dir=folder))
    except OSError as fault:
        raise InputError(f"{folder}: cannot be written: {fault.strerror}") from fault
    try:
        yield workshop
        for made in sorted(workshop.iterdir()):
            if names is None or made.name in names:
                _settle(made)
                made.replace(folder / made.name)
    except OSError as fault:
        raise InputError(f"{folder}: cannot be written: {fault.strerror}") from fault
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _settle(file: Path) -> None:
    """Makes sure that the bytes are on the disk before the name points to them."""
    with file.open("rb") as stream:
        os.fsync(stream.fileno())
