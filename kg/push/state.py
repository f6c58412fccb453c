"""What a store has of ours: a file that grows by a line for each graph that was taken, so that nothing is sent twice.

A push that was interrupted, even killed, goes on from there: a graph without a line is sent again, whole.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from kg.errors import InputError

__all__ = ["State"]


class State:
    """The hashes of the graphs that a store has taken, by IRI, kept in a file of JSON lines."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._hashes = _read(path)

    @classmethod
    def beside(cls, store: Path, url: str) -> State:
        """The state of a pair of local store and remote address, in a folder beside the local store."""
        slug = re.sub(r"[^a-z0-9]+", "-", url.lower().partition("://")[2]).strip("-")[:60]
        name = f"{slug}-{hashlib.sha256(url.encode()).hexdigest()[:8]}.jsonl"
        return cls(store.with_name(f"{store.resolve().name}.pushed") / name)

    def get(self, graph: str) -> str | None:
        """The hash of a graph as the store took it; None where it did not."""
        return self._hashes.get(graph)

    def graphs(self) -> list[str]:
        """All graphs that the store has taken."""
        return sorted(self._hashes)

    def note(self, graph: str, fingerprint: str | None) -> None:
        """Writes down that the store has taken a graph, or, with None, that it no longer has it."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps({"graph": graph, "hash": fingerprint}) + "\n")
        self._learn(graph, fingerprint)

    def settle(self) -> None:
        """Writes the file anew with one line for each graph."""
        lines = [json.dumps({"graph": graph, "hash": self._hashes[graph]}) for graph in self.graphs()]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".tmp")
        beside.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        beside.replace(self._path)

    def _learn(self, graph: str, fingerprint: str | None) -> None:
        if fingerprint is None:
            self._hashes.pop(graph, None)
        else:
            self._hashes[graph] = fingerprint


def _read(path: Path) -> dict[str, str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except OSError as fault:
        raise InputError(f"{path}: {fault.strerror}") from fault
    found: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        try:
            entry = json.loads(line)
            found[entry["graph"]] = entry["hash"]
        except (ValueError, KeyError, TypeError):
            # The last line of a process that was killed may be cut; anywhere else the file is not ours.
            if number < len(lines):
                raise InputError(f"{path}, line {number}: not a state of kg push; remove the file") from None
    return {graph: fingerprint for graph, fingerprint in found.items() if fingerprint}
