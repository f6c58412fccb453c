"""Sets of claims that are brought together, each union with the rule that made it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.derive.frames import Entry
from kg.derive.times import Window

__all__ = ["Groups", "sweep"]


class Groups:
    """A partition of claims that only grows together (union-find), whatever the order of its unions."""

    def __init__(self, claims: Iterable[str]) -> None:
        self._parent = {claim: claim for claim in claims}
        self._rules: dict[str, set[str]] = {}

    def root(self, claim: str) -> str:
        """The smallest claim of the group."""
        parent = self._parent
        while parent[claim] != claim:
            parent[claim] = parent[parent[claim]]
            claim = parent[claim]
        return claim

    def unite(self, left: str, right: str, rule: str) -> None:
        """Brings two groups together for a reason."""
        low, high = sorted((self.root(left), self.root(right)))
        if low != high:
            self._parent[high] = low
            self._rules.setdefault(low, set()).update(self._rules.pop(high, set()))
            self._rules[low].add(rule)

    def note(self, claim: str, rule: str) -> None:
        """Adds a reason to the group of a claim."""
        self._rules.setdefault(self.root(claim), set()).add(rule)

    def knows(self, claim: str) -> bool:
        """Whether it is a claim of this partition."""
        return claim in self._parent

    def rules(self, claim: str) -> tuple[str, ...]:
        """The reasons for which the group of a claim was brought together, sorted."""
        return tuple(sorted(self._rules.get(self.root(claim), ())))

    def members(self) -> dict[str, tuple[str, ...]]:
        """Every group by its smallest claim, its claims sorted."""
        found: dict[str, list[str]] = {}
        for claim in sorted(self._parent):
            found.setdefault(self.root(claim), []).append(claim)
        return {root: tuple(claims) for root, claims in sorted(found.items())}


def sweep(entries: Iterable[Entry]) -> Iterator[tuple[Window, list[Entry]]]:
    """Runs of entries whose windows overlap or adjoin (the next begins at most a day after the last ended)."""
    run: list[Entry] = []
    whole: Window | None = None
    for item in sorted(entries, key=lambda each: (each.window, each.claim.iri)):
        if whole is not None and item.window.first <= whole.stretched(after=1).last:
            run.append(item)
            whole = whole.joined(item.window)
            continue
        if whole is not None:
            yield whole, run
        run, whole = [item], item.window
    if whole is not None:
        yield whole, run
