"""A deployment that has been found, with what those after it may take up from it."""

from __future__ import annotations

from typing import NamedTuple

from kg.model import Deployment, Place, Span

__all__ = ["Found"]


class Found(NamedTuple):
    """A deployment and the places that it names."""

    claim: Deployment
    places: tuple[Place, ...]
    core: Span
    lent: bool = False
    """Whether the host is that of another deployment told before, as the words name none."""
    open: bool = False
    """Whether the words leave the host to the reader, and nothing before tells it."""
