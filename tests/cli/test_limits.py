from __future__ import annotations

import threading

import pytest

from kg.cli.limits import within
from kg.errors import StoreError


@pytest.mark.parametrize("seconds", [None, 30])
def test_work_gives_its_result(seconds: float | None) -> None:
    assert within(seconds, lambda: 7) == 7


@pytest.mark.parametrize("fault", [ValueError("bad"), KeyboardInterrupt(), StoreError("full")])
def test_an_error_of_the_work_comes_through(fault: BaseException) -> None:
    def fail() -> None:
        raise fault

    with pytest.raises(type(fault)) as caught:
        within(None, fail)
    assert caught.value is fault


def test_work_that_takes_too_long_is_left_behind() -> None:
    released = threading.Event()
    with pytest.raises(StoreError, match=r"no answer within 0\.05 seconds"):
        within(0.05, lambda: released.wait(30))
    released.set()
