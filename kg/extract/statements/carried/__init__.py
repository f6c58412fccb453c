"""Sentences that carry on what somebody said, without a cue of their own."""

from __future__ import annotations

__all__: list[str] = []
