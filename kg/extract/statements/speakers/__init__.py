"""Who speaks: from the words of a subject or a source to an actor."""

from __future__ import annotations

__all__: list[str] = []
