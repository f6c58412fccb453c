"""Acts of saying with a cue of their own: verbs, nouns, frames, quotations, silence."""

from __future__ import annotations

__all__: list[str] = []
