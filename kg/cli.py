"""The command line: parse options, one call, print."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Runs the command `kg`."""
