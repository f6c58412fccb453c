"""What is asked of a store and what it answers, as values that go from one process to another.

SPARQL 1.1 Protocol: https://www.w3.org/TR/sparql11-protocol/
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Answer", "GraphQuestion", "Limits", "QueryQuestion", "Refusal"]


class Limits(NamedTuple):
    """What one question may cost."""

    seconds: float = 30.0
    megabytes: float = 64.0


class QueryQuestion(NamedTuple):
    """A SPARQL query with its dataset and the media types in which it may be answered."""

    text: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    rows: str | None
    """For SELECT and ASK; None where the client takes none of them."""
    graph: str | None
    """For CONSTRUCT and DESCRIBE."""


class GraphQuestion(NamedTuple):
    """One graph, the union of all (as the default graph is here), or the whole dataset."""

    graph: str | None
    """IRI of a graph; "" for the default graph, None for the dataset."""
    media: str


class Answer(NamedTuple):
    """What goes back: a status of HTTP, a media type, the bytes."""

    status: int
    media: str
    body: bytes


class Refusal(Exception):  # noqa: N818 - an answer, not a fault of the program
    """A question that is not answered: the status of HTTP and one line that says why."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message

    def __reduce__(self) -> tuple[type[Refusal], tuple[int, str]]:
        return Refusal, (self.status, self.message)
