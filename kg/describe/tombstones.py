"""What a new version of an article no longer supports → tombstones in the record of runs.

The IRI of a fact holds the hash of its article's text, so that a changed text gives every fact a new IRI. A tombstone
says why the old one is gone, and names the node that says the same in the new text where there is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.describe.iris import BASE, NAMESPACES, Iris, kg, term
from kg.describe.literals import partial_date, plain, uri
from kg.describe.provenance import Run
from kg.describe.scope import Triple
from kg.model import Article, PartialDate

__all__ = ["FACTS", "Node", "describe_tombstones", "node_values", "signature"]

FACTS = ("Statement", "DeploymentClaim", "ArmsTransferClaim", "CasualtyClaim", "AgreementClaim")
"""The classes whose nodes are mourned."""

_SAYS = ("content", "evidence", "speaker", "claimant", "number")
"""What makes a fact of one version the fact of another: its class, its words and whose they are."""

Node = dict[str, tuple[str, ...]]
"""Local name of a property → its values, sorted; of the class, under "class"."""


def node_values(quads: Iterable[Quad]) -> dict[str, Node]:
    """Every node of a graph with its values; terms of the ontology by their local names."""
    found: dict[str, dict[str, set[str]]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            name = quad.predicate.value.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
            values = found.setdefault(quad.subject.value, {})
            values.setdefault("class" if name == "type" else name, set()).add(_plain(quad.object))
    return {iri: {name: tuple(sorted(each)) for name, each in node.items()} for iri, node in found.items()}


def signature(node: Node) -> tuple[tuple[str, ...], ...]:
    """What stays the same of a fact when its article's text changes elsewhere."""
    classes = tuple(name for name in node.get("class", ()) if name in FACTS)
    return classes, *(node.get(name, ()) for name in _SAYS)


def describe_tombstones(
    old: Iterable[Quad], new: Iterable[Quad], article: Article, run: Run, *, base: str = BASE
) -> list[Quad]:
    """The tombstones of the statements and claims of an article's old graph that its new one does not have, sorted.

    The day is that of the run where it has one, else that of the article's update; no clock is read."""
    before = _facts(old)
    if not before:
        return []
    after = _facts(new)
    successors = {signature(node): iri for iri, node in sorted(after.items(), reverse=True)}
    iris = Iris(base)
    day = PartialDate.day(run.started.date()) if run.started is not None else article.updated
    triples: list[Triple] = []
    for iri, node in before.items():
        if iri not in after:
            triples += _tombstone(iri, successors.get(signature(node)), article, day, iris)
    graph = iris.graph("run")
    return [Quad(*triple, graph) for triple in sorted(triples, key=lambda each: tuple(map(str, each)))]


def _facts(quads: Iterable[Quad]) -> dict[str, Node]:
    return {iri: node for iri, node in sorted(node_values(quads).items()) if set(node.get("class", ())) & set(FACTS)}


def _tombstone(
    gone: str, successor: str | None, article: Article, day: PartialDate | None, iris: Iris
) -> Iterator[Triple]:
    node = iris.minted("tombstone", gone.removeprefix(iris.base))
    yield node, term("rdf", "type"), kg("Tombstone")
    yield node, kg("formerly"), uri(gone)
    yield node, term("prov", "wasDerivedFrom"), iris.article(article.id)
    if successor is None:
        yield node, kg("goneBecause"), plain("a newer build of the article does not say it any more")
    else:
        yield node, kg("goneBecause"), plain("the article was built again and says the same at another place")
        yield node, term("dcterms", "isReplacedBy"), NamedNode(successor)
    yield from ((node, *pair) for pair in partial_date("goneOn", day))


def _plain(value: object) -> str:
    if isinstance(value, NamedNode):
        return value.value.removeprefix(NAMESPACES["kg"])
    return value.value if isinstance(value, Literal) else str(value)
