"""What the frames of claims read in an article, whatever the kind: noun phrases, slots, clauses, moods, places."""

from __future__ import annotations

__all__: list[str] = []
