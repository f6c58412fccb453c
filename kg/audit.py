"""The graphs of a store against the shapes: each article's alone with the registry beside it, and the derived one."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from kg.describe.iris import Iris
from kg.model import Violation
from kg.store import Store
from kg.validate import Nodes, nodes, validate
from kg.validate.derived import validate_derived

__all__ = ["audit", "judged_graphs", "registry_of"]


def judged_graphs(store: Store, articles: Iterable[NamedNode] = ()) -> list[NamedNode]:
    """The graphs of these articles; without any those of all articles, and the derived graph. By IRI."""
    derived = Iris(store.base).graph("derived")
    prefix = f"{store.base}graph/article-"
    wanted = {prefix + article.value.rsplit("/", 1)[-1] for article in articles}
    graphs = [graph for graph in store.graphs() if graph.value.startswith(prefix) or graph == derived]
    return [graph for graph in graphs if not wanted or graph.value in wanted]


def registry_of(store: Store) -> Nodes:
    """The registry graph as the validator reads it."""
    return nodes(store.quads(Iris(store.base).graph("registry")))


def audit(store: Store, graph: NamedNode, *, registry: Nodes) -> list[Violation]:
    """What the shapes find in one graph; an article's words are compared with its text where the store has it."""
    if graph == Iris(store.base).graph("derived"):
        return validate_derived(store.quads(graph))
    article = NamedNode(f"{store.base}article/{graph.value.rpartition('/article-')[2]}")
    texts = (quad.object for quad in store.quads(Iris(store.base).graph("texts"), subject=article))
    text = next((each.value for each in texts if isinstance(each, Literal)), None)
    return validate(store.quads(graph), registry=registry, text=text)
