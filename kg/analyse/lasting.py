"""Making many values at once that live as long as the process."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["lasting"]


@contextmanager
def lasting() -> Iterator[None]:
    """For making many values that live as long as the process: the search for garbage passes over all that there is.

    It takes longer than the making while that goes on, and a twentieth of all time afterwards.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
