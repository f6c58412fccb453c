"""Work on many items in many processes: results in the order of the items, few items in memory at once."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import TypeVar

from kg.errors import KgError

__all__ = ["all_cores", "in_order"]

T = TypeVar("T")
R = TypeVar("R")

# Starting processes and loading the tables in each takes as long as so many articles.
WORTH_IT = 32
WAITING_PER_JOB = 4


def all_cores() -> int:
    """How many processes this machine can run at once for us."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(work: Callable[[T], R], items: Iterable[T], *, jobs: int) -> Iterator[R]:
    """`work(item)` for each item, in the order of the items; the same for any number of `jobs`.

    At most a few items a job are read ahead. `work` must be a function that a new process can import, and return its
    errors instead of raising them. KgError where a process was killed.
    """
    rest = iter(items)
    first = list(islice(rest, WORTH_IT)) if jobs > 1 else []
    if len(first) < WORTH_IT:
        yield from map(work, chain(first, rest))
        return
    # A forked process would inherit the locks of the store's threads: start anew.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_obey_parent)
    try:
        yield from _pooled(pool, work, chain(first, rest), ahead=jobs * WAITING_PER_JOB)
    except BrokenProcessPool:
        raise KgError("a worker process was killed, perhaps for want of memory: build again with --jobs 1") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pooled(pool: ProcessPoolExecutor, work: Callable[[T], R], items: Iterable[T], *, ahead: int) -> Iterator[R]:
    waiting: deque[Future[R]] = deque()
    for item in items:
        waiting.append(pool.submit(work, item))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _obey_parent() -> None:
    """Interrupts are the parent's to handle; where it is killed, its workers end too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None

    def end_with_parent() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=end_with_parent, daemon=True).start()
