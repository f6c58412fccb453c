"""Groups of claims seen as one thing each, and the search for the one event that an open group can be about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import reduce
from typing import NamedTuple

from kg.derive.frames import ACTUAL, PROSPECTIVE, Entry, Frame
from kg.derive.groups import Groups
from kg.derive.times import ALWAYS, Window

__all__ = ["MOST_CANDIDATES", "Block", "Index", "blocks_of"]

MOST_CANDIDATES = 8
"""An open group that could be about more events than these has no candidates worth a person's time."""

MOST_MONTHS = 240


class Block(NamedTuple):
    """One group of claims."""

    root: str
    frame: Frame
    goods: frozenset[str]
    window: Window
    dated: bool
    """Whether a claim of it gives a date of its own that is not vague."""
    denied: bool
    """Whether all its claims are denials."""
    claims: tuple[str, ...]

    def could_be(self, other: Block) -> bool:
        """Whether nothing that both say speaks against their being about one event."""
        shared = not self.goods or not other.goods or bool(self.goods & other.goods)
        return shared and self.frame.fits(other.frame) and self.window.overlaps(other.window)

    def planned(self) -> Block:
        """The same group as if it were about a plan."""
        return self._replace(frame=self.frame._replace(phase=PROSPECTIVE))


def blocks_of(groups: Groups, entries: dict[str, Entry]) -> list[Block]:
    """Every group as a block, in the order of their smallest claims."""
    return [_block(root, claims, [entries[claim] for claim in claims]) for root, claims in groups.members().items()]


def _block(root: str, claims: tuple[str, ...], entries: list[Entry]) -> Block:
    # A denial takes the phase of what it denies.
    frame = min(entries, key=lambda item: (item.claim.modality == "denied", _openness(item.frame))).frame
    dated = [item.window for item in entries if item.dated]
    return Block(
        root=root,
        frame=frame,
        goods=frozenset(good for item in entries for good in item.goods if good),
        window=reduce(Window.joined, dated or [item.window for item in entries]),
        dated=bool(dated),
        denied=frame.phase == ACTUAL and all(item.claim.modality == "denied" for item in entries),
        claims=claims,
    )


def _openness(frame: Frame) -> tuple[int, str]:
    return sum(role is None for role in frame.roles), str(frame)


class Index:
    """Blocks by kind, phase, role and month, so that candidates are found without looking at all blocks."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._months: dict[tuple[object, ...], dict[str, Block]] = {}
        self._always: dict[tuple[object, ...], dict[str, Block]] = {}
        for block in blocks:
            for key in _keys(block.frame):
                months = _months(block.window)
                target = self._months if months else self._always
                for month in months or (None,):
                    target.setdefault((*key, month), {})[block.root] = block

    def candidates(self, block: Block, allowed: Callable[[Block, Block], bool]) -> list[Block]:
        """The other blocks that `block` could be about, sorted; a role must be shared."""
        found: dict[str, Block] = {}
        for key in list(_keys(block.frame))[:1]:
            found |= self._always.get((*key, None), {})
            months = _months(block.window)
            if months:
                for month in months:
                    found |= self._months.get((*key, month), {})
            else:
                found |= self._all(key)
        others = (other for root, other in sorted(found.items()) if root != block.root)
        return [other for other in others if block.could_be(other) and allowed(block, other)]

    def _all(self, key: tuple[object, ...]) -> dict[str, Block]:
        return {
            root: block for known, held in self._months.items() if known[:-1] == key for root, block in held.items()
        }


def _keys(frame: Frame) -> Iterator[tuple[object, ...]]:
    for position, role in enumerate(frame.roles):
        if role is not None:
            yield (frame.kind, frame.phase, position, role)


def _months(window: Window) -> range | None:
    if window == ALWAYS or window.first == date.min or window.last == date.max:
        return None
    months = range(_month(window.first), _month(window.last) + 1)
    return months if len(months) <= MOST_MONTHS else None


def _month(day: date) -> int:
    return day.year * 12 + day.month
