from __future__ import annotations

from pathlib import Path

import pytest

from kg.describe import describe, describe_ontology, describe_registry, describe_run, describe_text
from kg.describe.iris import BASE
from kg.describe.provenance import Run
from kg.model import Article
from kg.store import Store
from tests.factory import ACTORS, PLACES, full_facts

RUN = Run(version="0.1")
ARTICLES: tuple[Article, ...] = tuple(
    full_facts(id=name, headline=headline).article
    for name, headline in (("a1", 'Der "Pakt" – Größe & Maß'), ("seoul-2", "Zweite Meldung"), ("über uns", "Dritte"))
)


def fill(store: Store, *, base: str) -> Store:
    for page in ARTICLES:
        facts = full_facts(id=page.id, headline=page.headline)
        quads = list(describe(facts, base=base, run=RUN))
        store.replace(quads[0].graph_name, quads)
        store.rewrite(list(describe_text(page, base=base)))
    shared = (
        describe_registry(ACTORS[:-1], PLACES, base=base),
        describe_run(RUN, [page.id for page in ARTICLES], base=base),
        describe_ontology(base=base),
    )
    for part in shared:
        quads = list(part)
        store.replace(quads[0].graph_name, quads)
    return store


@pytest.fixture(scope="session")
def store() -> Store:
    """Three articles with every kind of fact, the registry, the ontology, a run and the texts."""
    return fill(Store.in_memory(base=BASE), base=BASE)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same on disk."""
    path = tmp_path_factory.mktemp("export") / "store"
    written = fill(Store.writing(path, base=BASE), base=BASE)
    written.flush()
    return path
