"""The embedded store: named graphs in an Oxigraph database on disk, each replaced whole in one transaction.

A store is a folder with a marker file beside the database's own files. One process writes at a time; any number read
beside it, and each reader sees the state of the moment it opened the store.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, serialize
from pyoxigraph import Store as Oxigraph

from kg.errors import StoreError

__all__ = ["Replacement", "Results", "Store"]

MARKER = "conflict-kg.json"
FORMAT = 1
# A bulk write makes new files: below this many graphs at once a transaction is cheaper and leaves fewer of them.
BULK = 50
# Oxigraph keeps what a transaction wrote in memory until it is flushed.
FLUSH_EVERY = 200
OPENING_TRIES = 20
_FULL = ("No space left", "File too large", "Disk quota exceeded")

Results = QuerySolutions | QueryBoolean | QueryTriples
Replacement = tuple[NamedNode, Sequence[Quad], Sequence[Quad]]
"""A graph, all that it says from now on, and quads of shared graphs that replace what those said of their subjects."""


class Store:
    """Named graphs, read by SPARQL and replaced one by one. Open it with `reading`, `writing` or `in_memory`."""

    def __init__(self, database: Oxigraph, path: Path | None, base: str) -> None:
        self._database = database
        self._path = path
        self._unflushed = 0
        self.base = base
        """The namespace of its data."""

    @classmethod
    def in_memory(cls, quads: Iterable[Quad] = (), *, base: str = "") -> Store:
        """A store that lives as long as the process, with these quads in it."""
        database = Oxigraph()
        database.bulk_extend(quads)
        return cls(database, None, base)

    @classmethod
    def reading(cls, path: Path) -> Store:
        """Opens an existing store to read it, also beside a process that writes; StoreError where there is none."""
        base = _marked_base(path)
        if base is None:
            raise StoreError(f"{path}: no store here; make one with: kg build PATH --store {path}")
        return cls(_open_to_read(path), path, base)

    @classmethod
    def writing(cls, path: Path, *, base: str) -> Store:
        """Opens a store to write, and makes it where there is none; StoreError where another process writes it."""
        known = _marked_base(path)
        if known is None:
            _prepare(path, base)
        elif known != base:
            raise StoreError(f"{path}: this store was built with --base {known}; use that, or another --store")
        with _told(path):
            return cls(Oxigraph(str(path)), path, base)

    def replace(self, graph: NamedNode, quads: Sequence[Quad], *, beside: Sequence[Quad] = ()) -> None:
        """Makes `quads` all that `graph` says, in one transaction; `beside` as in `rewrite`, in the same one."""
        with _told(self._path):
            if self._is_new(graph, beside):
                self._database.extend([*quads, *beside])
            else:
                self._database.update(f"DROP SILENT GRAPH {graph}; {_insertion(quads)} {_rewriting(beside)}")
            self._flush_sometimes()

    def replace_all(self, replacements: Sequence[Replacement]) -> None:
        """Replaces many graphs, each whole; many new ones at once are written in one go."""
        new = [each for each in replacements if self._is_new(each[0], each[2])]
        in_bulk = new if len(new) >= BULK else []
        with _told(self._path):
            self._database.bulk_extend(
                quad for _, quads, beside in in_bulk for part in (quads, beside) for quad in part
            )
        done = {graph for graph, _, _ in in_bulk}
        for graph, quads, beside in replacements:
            if graph not in done:
                self.replace(graph, quads, beside=beside)

    def refill(self, graph: NamedNode, quads: Sequence[Quad]) -> None:
        """Drops a graph and fills it again in bulk: for a big one that can be made anew, as one that is interrupted
        leaves it empty."""
        with _told(self._path):
            self._database.update(f"DROP SILENT GRAPH {graph}")
            self._database.bulk_extend(quads)

    def rewrite(self, quads: Sequence[Quad]) -> None:
        """Makes `quads` all that their graphs say about their subjects, in one transaction; the rest stays."""
        if quads:
            with _told(self._path):
                self._database.update(_rewriting(quads))

    def remove(self, graph: NamedNode) -> None:
        """Drops a graph; none of that name is no error."""
        with _told(self._path):
            self._database.update(f"DROP SILENT GRAPH {graph}")

    def graphs(self) -> tuple[NamedNode, ...]:
        """The named graphs, by IRI."""
        nodes = (node for node in self._database.named_graphs() if isinstance(node, NamedNode))
        return tuple(sorted(nodes, key=lambda node: node.value))

    def quads(self, graph: NamedNode | None = None, *, subject: NamedNode | None = None) -> Iterator[Quad]:
        """The quads of a graph or of all, of a subject or of all, in no order."""
        with _told(self._path):
            yield from self._database.quads_for_pattern(subject, None, None, graph)

    def pairs(self, predicate: NamedNode, *, outside: Iterable[NamedNode]) -> Iterator[tuple[object, object]]:
        """Subject and object of every triple with this predicate in the graphs but those `outside`, in no order.

        Twice as fast as reading the quads: the terms that nobody asks for are not looked up."""
        hidden = ", ".join(map(str, outside))
        where = f"GRAPH ?graph {{ ?subject {predicate} ?object }} FILTER(?graph NOT IN ({hidden}))"
        found = self.query(f"SELECT ?subject ?object {{ {where} }}")
        assert isinstance(found, QuerySolutions)
        yield from ((row[0], row[1]) for row in found)

    def query(self, query: str, *, prefixes: Mapping[str, str] | None = None) -> Results:
        """Answers a SPARQL query over the union of all graphs; SyntaxError where it is malformed.

        A triple that two graphs hold is found twice, as the database does not merge them: ask for DISTINCT."""
        with _told(self._path):
            return self._database.query(query, prefixes=dict(prefixes or {}), use_default_graph_as_union=True)

    def rows(self, query: str, *, prefixes: Mapping[str, str] | None = None) -> Iterator[dict[str, str]]:
        """The rows of a SELECT query as plain values by variable; "" where there is none."""
        found = self.query(query, prefixes=prefixes)
        assert isinstance(found, QuerySolutions)
        names = [variable.value for variable in found.variables]
        for row in found:
            yield {name: getattr(term, "value", "") for name, term in zip(names, row, strict=True)}

    def backup(self, folder: Path) -> None:
        """Copies the store as it is now into a new folder, by hard links where both lie on one disk."""
        with _told(self._path):
            self._database.backup(str(folder))

    def flush(self) -> None:
        """Writes everything to disk and frees the memory that it took."""
        with _told(self._path):
            self._database.flush()

    def _is_new(self, graph: NamedNode, beside: Iterable[Quad]) -> bool:
        if self._database.contains_named_graph(graph):
            return False
        owned = {(quad.subject, quad.graph_name) for quad in beside}
        return not any(any(self._database.quads_for_pattern(s, None, None, g)) for s, g in owned)

    def _flush_sometimes(self) -> None:
        self._unflushed += 1
        if self._unflushed >= FLUSH_EVERY and self._path is not None:
            self._database.flush()
            self._unflushed = 0


def _insertion(quads: Iterable[Quad]) -> str:
    parts = []
    for graph, group in groupby(sorted(quads, key=_graph_name), key=_graph_name):
        triples = serialize((quad.triple for quad in group), format=RdfFormat.N_TRIPLES) or b""
        parts.append(f"INSERT DATA {{ GRAPH {graph} {{\n{triples.decode()}}} }};")
    return " ".join(parts)


def _rewriting(quads: Sequence[Quad]) -> str:
    owned = sorted({(str(quad.graph_name), str(quad.subject)) for quad in quads})
    deletions = (f"DELETE WHERE {{ GRAPH {graph} {{ {subject} ?p ?o }} }};" for graph, subject in owned)
    return " ".join([*deletions, _insertion(quads)])


def _graph_name(quad: Quad) -> str:
    return str(quad.graph_name)


def _marked_base(path: Path) -> str | None:
    """The base of the store in this folder; None where the folder is missing or empty."""
    try:
        marker = json.loads((path / MARKER).read_text(encoding="utf-8"))
    except FileNotFoundError:
        if path.is_dir() and any(path.iterdir()):
            raise StoreError(f"{path}: this folder is not a store of kg; name another with --store") from None
        return None
    except NotADirectoryError:
        raise StoreError(f"{path}: this is a file, a store is a folder; name another with --store") from None
    except ValueError:
        raise StoreError(f"{path / MARKER}: not readable as JSON; remove the folder and build again") from None
    if marker.get("format") != FORMAT:
        raise StoreError(f"{path}: made by another version of kg; build again into another --store")
    return str(marker["base"])


def _prepare(path: Path, base: str) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
        (path / MARKER).write_text(json.dumps({"format": FORMAT, "base": base}) + "\n", encoding="utf-8")
    except OSError as fault:
        raise StoreError(f"{path}: the store cannot be made: {fault.strerror}") from None


def _open_to_read(path: Path) -> Oxigraph:
    # A writer may move data from its log to new files while the store is being opened; then what was read is
    # neither the old state nor the new one, so the store is opened again until nothing moved meanwhile.
    for _ in range(OPENING_TRIES):
        before = _files(path)
        try:
            database = Oxigraph.read_only(str(path))
        except (OSError, RuntimeError) as fault:
            if before == _files(path):
                raise StoreError(f"{path}: the store cannot be read: {_short(fault)}") from None
            continue
        if before == _files(path):
            return database
    raise StoreError(f"{path}: the store is being written; try again when that is done")


def _files(path: Path) -> list[tuple[str, int]]:
    manifests = ((file.name, file.stat().st_size) for file in path.glob("MANIFEST-*"))
    return sorted([*manifests, *((file.name, 0) for file in path.glob("*.log"))])


@contextmanager
def _told(path: Path | None) -> Iterator[None]:
    """Turns what the database reports into one line about the store at `path`."""
    try:
        yield
    except (OSError, RuntimeError) as fault:  # RuntimeError: the database's word for a damaged file
        words = _short(fault)
        if "LOCK" in words:
            words = "another process is writing this store; wait until it has finished, or name another --store"
        elif any(sign in words for sign in _FULL):
            words = "no space left on the disk; what was stored before is kept: make room and build again"
        raise StoreError(f"{path}: {words}") from None


def _short(fault: BaseException) -> str:
    return " ".join(str(fault).split())[:300]
