"""Which words are said: complements, objects, what stands around a frame."""

from __future__ import annotations

__all__: list[str] = []
