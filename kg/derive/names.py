"""The IRIs of events: made of what an event is (kind, phase, roles, goods, first day), so that another corpus or a new
article gives the same event the same IRI as long as these stay."""

from __future__ import annotations

from collections import Counter

from kg.derive.blocks import Block
from kg.derive.frames import Entry
from kg.derive.times import ALWAYS
from kg.describe.iris import Iris

__all__ = ["block_names"]


def block_names(blocks: list[Block], entries: dict[str, Entry], *, base: str) -> dict[str, str]:
    """The IRI of each block by its root; blocks that nothing tells apart are told apart by their smallest claim."""
    iris = Iris(base)
    parts = {block.root: _parts(block, entries, base) for block in blocks}
    often = Counter(parts.values())
    return {
        root: iris.minted("event", *words, *(() if often[words] == 1 else (root.removeprefix(base),))).value
        for root, words in parts.items()
    }


def _parts(block: Block, entries: dict[str, Entry], base: str) -> tuple[str | None, ...]:
    frame = block.frame
    if frame.empty:
        return ("claim", block.root.removeprefix(base))
    told = [entries[claim].told for claim in block.claims]
    first = block.window.first if block.dated else min(window.first for window in told)
    if not block.dated and all(window == ALWAYS for window in told):
        return ("claim", block.root.removeprefix(base))
    roles = (role.replace(base, "") if role is not None else None for role in frame.roles)
    dated = "dated" if block.dated else "undated"
    return (frame.kind, frame.phase, *roles, min(block.goods, default=None), dated, first.isoformat())
