"""What every command uses to speak: data to standard output, messages and progress to standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, NoReturn, TypeVar

__all__ = ["leave_quietly", "put", "put_bytes", "put_json", "say", "tracked"]

T = TypeVar("T")


def put(text: str) -> None:
    """Writes text and a line end to standard output."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def put_bytes(data: bytes) -> None:
    """Writes bytes to standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def put_json(value: Any) -> None:
    """Writes a value as JSON to standard output, keys in their order."""
    put(json.dumps(value, ensure_ascii=False, indent=2))


def say(message: str, *, quiet: bool = False) -> None:
    """Writes one message to standard error, unless `quiet`."""
    if not quiet:
        sys.stderr.write(message + "\n")
        sys.stderr.flush()


def tracked(items: Iterable[T], *, what: str, total: int | None, quiet: bool = False) -> Iterator[T]:
    """Hands the items on and shows a progress bar on standard error where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    count = TextColumn("{task.completed}" if total is None else "{task.completed} of {task.total}")
    bar = () if total is None else (BarColumn(),)
    shown = (SpinnerColumn(), TextColumn("{task.description}"), *bar, count, TimeElapsedColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, description=what, total=total)


def leave_quietly(code: int) -> NoReturn:
    """Ends the process at once: it does not wait where a query that ran out of time still works in a thread of its own,
    and does not take apart what was loaded, which takes as long as many articles."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, AttributeError):  # closed by whoever started the program
            stream.flush()
    os._exit(code)
