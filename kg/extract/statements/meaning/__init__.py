"""What an act of saying does, when, and what about: stance, day, topics."""

from __future__ import annotations

__all__: list[str] = []
