"""What several rules ask about the same clause of an article, read once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from kg.extract.statements.common.page import Page
from kg.model import Clause

__all__ = ["once"]

T = TypeVar("T")


def once(read: Callable[[Page, Clause], T]) -> Callable[[Page, Clause], T]:
    """`read`, which asks a page about a clause and changes nothing, so that a second question costs a look-up.

    The page keeps the clause beside what was read of it: `id` tells clauses apart as long as they live, faster than
    their fields would.
    """

    @wraps(read)
    def known(page: Page, clause: Clause) -> T:
        key = (read, id(clause))
        if key not in page.read:
            page.read[key] = (clause, read(page, clause))
        return cast("T", page.read[key][1])

    return known
