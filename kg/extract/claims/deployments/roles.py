"""What a match tells of a deployment: sender, people, host."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.hosts import hosted
from kg.extract.claims.grammar.location import Where
from kg.extract.claims.grammar.nominals import Nominal

__all__ = ["Roles", "with_host"]


class Roles(NamedTuple):
    """What a match tells of a deployment."""

    people: Nominal | None
    sender: str | None
    where: Where
    positions: tuple[int, ...]
    explicit: bool
    placed: bool
    """Whether the words themselves name a country, a place or a war."""
    others: tuple[str, ...] = ()
    """Who sends besides the sender ("Polen und Litauen schicken …")."""
    lent: bool = False
    """Whether the host is that of another deployment told before."""
    open: bool = False
    """Whether the host is left to the reader, and no deployment of the sender told before has one."""
    counter: str | None = None
    """Who counts the people, where no statement says so ("Rom spricht von 900, Oslo von 600")."""


def with_host(roles: Roles, found: list[Found]) -> Roles:
    """The roles with the host that the article has told before, where the words name none."""
    where, is_open = hosted(roles.where, roles.sender, found)
    return roles._replace(where=where, open=is_open, lent=roles.where.host is None and where.host is not None)
