"""The store as a dossier sees it: rows with their names and articles."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kg.describe.iris import NAMESPACES, prefixes
from kg.dossier.model import Page
from kg.dossier.questions import NAMES, PAGES
from kg.store import Store

__all__ = ["Asker", "Row", "local", "when_of"]

Row = dict[str, str]
KG = NAMESPACES["kg"]


class Asker:
    """Asks a store about one node; names and articles are asked for once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._prefixes = prefixes(store.base)

    def rows(self, question: str, node: str = "") -> list[Row]:
        """The rows of a question about `node`."""
        return list(self._store.rows(question.replace("$node", f"<{node}>"), prefixes=self._prefixes))

    def name(self, iri: str) -> str:
        """The English name of an actor, else another, else the last part of its IRI."""
        return self._names.get(iri, iri.rsplit("/", 1)[-1])

    def names(self, iris: Iterable[str]) -> str:
        """Several names in one line, sorted."""
        return ", ".join(sorted({self.name(iri) for iri in iris if iri}))

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every article by IRI."""
        return {
            row["page"]: Page(
                identifier=row["identifier"],
                headline=row["headline"],
                publisher=row["publisher"],
                published=row["published"],
                url=row["url"],
            )
            for row in sorted(self.rows(PAGES), key=lambda row: sorted(row.items()))
        }

    @cached_property
    def _names(self) -> dict[str, str]:
        rows = sorted(self.rows(NAMES), key=lambda row: (row["language"] == "en", row["language"], row["name"]))
        return {row["node"]: row["name"] for row in rows}


def local(iri: str) -> str:
    """The local name of a term of the ontology."""
    return iri.removeprefix(KG)


def when_of(said: str, published: str) -> str:
    """The day of saying, else "by" the day of publication, else "open"."""
    return said or (f"by {published}" if published else "open")
