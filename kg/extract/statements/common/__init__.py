"""What the readers of statements look up, and what they hand on: the page, nouns and verbs of saying, voices, finds."""

from __future__ import annotations

__all__: list[str] = []
