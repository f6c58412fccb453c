"""What all kinds of claims share: who claims, what the article told before, the draft of a claim."""

from __future__ import annotations

__all__: list[str] = []
