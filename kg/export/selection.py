"""What of a store is written: whole graphs, or some nodes and what explains them.

A selection by kind or actor keeps the nodes that were asked for and every node that these name (their article, actors,
places, events), and so on from there, but no further statement or claim. Of the shared graphs (registry, derived, runs)
a narrowed selection keeps what they say about the nodes that are named in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad

from kg.describe.iris import Iris, kg, segment, term
from kg.errors import UsageError
from kg.export.names import actors_called
from kg.model import ActorKind
from kg.store import Store

__all__ = ["KINDS", "Part", "Selection", "select"]

_CLAIMS = ("DeploymentClaim", "ArmsTransferClaim", "CasualtyClaim", "AgreementClaim")
KINDS: dict[str, tuple[str, ...]] = {
    "article": ("Article",),
    "statement": ("Statement",),
    "claim": _CLAIMS,
    "deployment": ("DeploymentClaim",),
    "arms-transfer": ("ArmsTransferClaim",),
    "casualties": ("CasualtyClaim",),
    "agreement": ("AgreementClaim",),
    "event": ("Event",),
    "actor": tuple(ActorKind),
    "place": ("Place",),
    "contradiction": ("Contradiction",),
}
"""What can be asked for by kind, and the classes of the ontology that it stands for."""

_FACTS = {kg("Statement"), kg("Claim"), *map(kg, _CLAIMS)}
_SHARED = ("derived", "ontology", "registry", "run", "texts")


class Part(NamedTuple):
    """What is written of one named graph, sorted by subject, predicate and object."""

    graph: NamedNode
    quads: list[Quad]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is asked for; an empty field asks for all of its kind, several fields narrow each other."""

    articles: tuple[str, ...] = ()
    """Identifiers or IRIs."""
    kinds: tuple[str, ...] = ()
    """Of `KINDS`."""
    actors: tuple[str, ...] = ()
    """Ids, IRIs, or any of their names: facts in which one of them speaks or acts."""
    graphs: tuple[str, ...] = ()
    """IRIs or last segments ("ontology", "article-seoul")."""
    with_text: bool = False
    """Whether the texts of the articles are among it."""

    @property
    def narrowed(self) -> bool:
        """Whether single nodes are chosen, not whole graphs."""
        return bool(self.articles or self.kinds or self.actors)


def select(store: Store, selection: Selection) -> Iterator[Part]:
    """The parts of a store that are asked for, by graph; UsageError where something asked for is not there."""
    names = _chosen(store, selection)
    if not selection.narrowed:
        yield from (Part(graph, _sorted(store.quads(graph))) for graph in names)
        return
    focus = _Focus(store, selection)
    shared = {Iris(store.base).graph(name) for name in _SHARED}
    for graph in (name for name in names if name not in shared):
        yield from _part(graph, focus.of_article_graph(graph))
    for graph in (name for name in names if name in shared):
        yield from _part(graph, focus.of_shared_graph(graph))


def _part(graph: NamedNode, quads: Iterable[Quad]) -> Iterator[Part]:
    kept = _sorted(quads)
    if kept:
        yield Part(graph, kept)


def _chosen(store: Store, selection: Selection) -> list[NamedNode]:
    """The graphs that are looked at, by IRI."""
    iris, graphs = Iris(store.base), store.graphs()
    articles = {_article_graph(name, iris) for name in selection.articles}
    asked = {_graph(name, iris) for name in selection.graphs}
    for kind, wanted in (("article", articles), ("graph", asked)):
        missing = sorted(node.value for node in wanted.difference(graphs))
        if missing:
            raise UsageError(
                f"no {kind} of that name in the store: {missing[0]}; kg query articles lists what there is"
            )
    shared = {iris.graph(name) for name in _SHARED}
    hidden = set() if selection.with_text or iris.graph("texts") in asked else {iris.graph("texts")}
    if selection.narrowed and not asked:
        hidden.add(iris.graph("ontology"))
    return [
        graph
        for graph in graphs
        if graph not in hidden and (not asked or graph in asked) and (not articles or graph in articles | shared)
    ]


def _article_graph(name: str, iris: Iris) -> NamedNode:
    prefix = f"{iris.base}article/"
    return iris.graph(f"article-{name.removeprefix(prefix)}") if name.startswith(prefix) else iris.article_graph(name)


def _graph(name: str, iris: Iris) -> NamedNode:
    return NamedNode(name) if ":" in name else iris.graph(segment(name))


class _Focus:
    """Which nodes of the graphs are kept; it remembers what was named, for the shared graphs that come after."""

    def __init__(self, store: Store, selection: Selection) -> None:
        self._store = store
        self._classes = {kg(name) for kind in selection.kinds for name in _classes(kind)}
        self._actors = actors_called(store, selection.actors) if selection.actors else set()
        self._named: set[NamedNode] = set()
        self._kept: set[NamedNode] = set()
        self._explaining = self._named_in_derived()

    def of_article_graph(self, graph: NamedNode) -> list[Quad]:
        """What is kept of an article's graph, its provenance included; nothing where no node of it was asked for."""
        nodes = _by_subject(self._store.quads(graph))
        wanted = {node for node, quads in nodes.items() if node in self._explaining or self._asked(node, quads)}
        if not wanted:
            return []
        kept = _reached(wanted, nodes, stop=_FACTS if self._classes or self._actors else set())
        kept |= {graph} & nodes.keys()
        self._named |= {quad.object for node in kept for quad in nodes[node] if isinstance(quad.object, NamedNode)}
        self._named |= kept
        self._kept |= kept
        return [quad for node in kept for quad in nodes[node]]

    def of_shared_graph(self, graph: NamedNode) -> list[Quad]:
        """What a shared graph says about the nodes named so far, and about those that it names in turn."""
        if graph == Iris(self._store.base).graph("texts"):
            # A run names every article that it read; a text is only for an article that is itself among what is kept.
            return [quad for node in self._kept for quad in self._store.quads(graph, subject=node)]
        known, kept = set[NamedNode](), list[Quad]()
        open_nodes = self._named | self._asked_of_shared(graph)
        while open_nodes:
            known |= open_nodes
            found = [quad for node in open_nodes for quad in self._store.quads(graph, subject=node)]
            kept += found
            open_nodes = {quad.object for quad in found if isinstance(quad.object, NamedNode)} - known
        self._named |= known
        return kept

    def _named_in_derived(self) -> set[NamedNode]:
        """What the derived nodes that were asked for name: the claims of a contradiction lie in their articles."""
        derived = Iris(self._store.base).graph("derived")
        chosen = self._asked_of_shared(derived)
        quads = (quad for node in chosen for quad in self._store.quads(derived, subject=node))
        return {quad.object for quad in quads if isinstance(quad.object, NamedNode)}

    def _asked_of_shared(self, graph: NamedNode) -> set[NamedNode]:
        if not self._classes or self._actors:
            return set()
        nodes = _by_subject(self._store.quads(graph))
        return {node for node, quads in nodes.items() if self._asked(node, quads)}

    def _asked(self, node: NamedNode, quads: list[Quad]) -> bool:
        types = {quad.object for quad in quads if quad.predicate == term("rdf", "type")}
        if self._classes and not types & self._classes:
            return False
        if not self._actors:
            return True
        return node in self._actors or (bool(types & _FACTS) and any(quad.object in self._actors for quad in quads))


def _classes(kind: str) -> tuple[str, ...]:
    if kind not in KINDS:
        raise UsageError(f"no kind is called {kind!r}; there are: {', '.join(KINDS)}")
    return KINDS[kind]


def _by_subject(quads: Iterable[Quad]) -> dict[NamedNode, list[Quad]]:
    nodes: dict[NamedNode, list[Quad]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            nodes.setdefault(quad.subject, []).append(quad)
    return nodes


def _reached(wanted: set[NamedNode], nodes: dict[NamedNode, list[Quad]], *, stop: set[NamedNode]) -> set[NamedNode]:
    """`wanted` and the nodes of this graph that they name, and so on, without further nodes of the classes `stop`."""
    kept, open_nodes = set(wanted), list(wanted)
    while open_nodes:
        for quad in nodes[open_nodes.pop()]:
            node = quad.object
            if isinstance(node, NamedNode) and node in nodes and node not in kept and not _is_one(nodes[node], stop):
                kept.add(node)
                open_nodes.append(node)
    return kept


def _is_one(quads: list[Quad], classes: set[NamedNode]) -> bool:
    return any(quad.predicate == term("rdf", "type") and quad.object in classes for quad in quads)


def _sorted(quads: Iterable[Quad]) -> list[Quad]:
    unique = {(str(quad.subject), str(quad.predicate), str(quad.object)): quad for quad in quads}
    return [unique[key] for key in sorted(unique)]
