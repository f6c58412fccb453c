"""What could not be read, as a value: reading goes on with the next file, line or field."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Problem"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the input, for a person to put right."""

    source: str
    """The file, with the line where there is one, or "standard input"."""
    message: str
    """What is wrong and what to do, on one line."""
    article: str | None = None
    """The id of the article that is read all the same, "" where it concerns none; None where one was left out."""

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"
