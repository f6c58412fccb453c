"""Work that may take too long: it can be stopped by Ctrl-C and by a limit of time, also inside the database."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable
from typing import TypeVar

from kg.errors import StoreError

__all__ = ["within"]

T = TypeVar("T")


def within(seconds: float | None, work: Callable[[], T]) -> T:
    """What `work` gives, or its error; StoreError where it takes longer than `seconds`.

    The database knows no cancelling, but it lets other threads run: the work is done in a thread that dies with the
    process, while this one waits and can be interrupted.
    """
    outcome: list[T] = []
    faults: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as fault:
            # An answer may be freed only by the thread that asked: its frames must not leave with the error.
            traceback.clear_frames(fault.__traceback__)
            faults.append(fault.with_traceback(None))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise StoreError(f"no answer within {seconds:g} seconds: ask for less (LIMIT), or give more --timeout")
    if faults:
        raise faults[0]
    return outcome[0]
