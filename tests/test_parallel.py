from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.parallel import WAITING_PER_JOB, WORTH_IT, all_cores, in_order


def squared(number: int) -> int:
    return number * number


def process_of(_: int) -> int:
    return os.getpid()


def dying(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("count", [0, 1, WORTH_IT - 1, WORTH_IT, 3 * WORTH_IT])
def test_results_come_in_the_order_of_the_items(jobs: int, count: int) -> None:
    assert list(in_order(squared, range(count), jobs=jobs)) == [number * number for number in range(count)]


def test_few_items_are_worked_on_here_and_many_elsewhere() -> None:
    assert set(in_order(process_of, range(5), jobs=2)) == {os.getpid()}
    assert os.getpid() not in set(in_order(process_of, range(WORTH_IT + 5), jobs=2))


def test_no_more_items_are_read_than_the_processes_can_hold() -> None:
    read: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1000):
            read.append(number)
            yield number

    results = in_order(squared, items(), jobs=2)
    next(results)
    assert len(read) <= WORTH_IT + 2 * WAITING_PER_JOB
    results.close()  # type: ignore[attr-defined]


def test_one_process_reads_one_item_at_a_time() -> None:
    read: list[int] = []
    results = in_order(squared, (read.append(number) or number for number in range(9)), jobs=1)  # type: ignore[func-returns-value]
    assert (next(results), len(read)) == (0, 1)


def test_a_killed_process_is_told() -> None:
    with pytest.raises(KgError, match="a worker process was killed"):
        list(in_order(dying, range(WORTH_IT * 2), jobs=2))


KILLED = """
import os, sys
from kg.parallel import in_order
from tests.test_parallel import process_of
if __name__ == "__main__":
    results = in_order(process_of, range(10**9), jobs=2)
    workers = {next(results) for _ in range(200)}
    print(*workers, flush=True)
    os.kill(os.getpid(), 9)
"""


def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "killed.py").write_text(KILLED, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, str(tmp_path / "killed.py")]
    workers = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False).stdout.split()
    assert workers
    deadline = time.monotonic() + 20
    while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)


def test_there_is_a_core() -> None:
    assert all_cores() >= 1
