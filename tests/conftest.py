"""Fixtures that several test folders share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import factory


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk of two articles that are alike but for their ids, with registry, ontology and texts."""
    from kg.describe import describe, describe_ontology, describe_registry, describe_run, describe_text
    from kg.describe.iris import BASE, Iris
    from kg.describe.provenance import Run
    from kg.store import Store

    path = tmp_path_factory.mktemp("stores") / "two-articles"
    store, iris, run = Store.writing(path, base=BASE), Iris(), Run(version="0")
    registered = [actor for actor in factory.ACTORS if actor.registered]
    store.replace(iris.graph("ontology"), list(describe_ontology()))
    store.replace(iris.graph("registry"), list(describe_registry(registered, factory.PLACES)))
    for identifier in ("a1", "a2"):
        facts = factory.full_facts(id=identifier)
        graph = iris.article_graph(identifier)
        store.replace(graph, list(describe(facts, run=run)), beside=list(describe_text(facts.article)))
    store.rewrite(list(describe_run(run, ["a1", "a2"])))
    store.flush()
    return path
