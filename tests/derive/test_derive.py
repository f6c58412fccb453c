"""The derived graph as a whole: declared, valid, repeatable."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from gold_facts import gold_facts
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from kg.derive import derive
from kg.derive.rebuild import rebuild
from kg.describe import describe, describe_registry, describe_text
from kg.describe.iris import BASE, Iris, kg
from kg.gazetteer import load
from kg.resources import resource
from kg.store import Store
from kg.validate.derived import validate_derived

ROOT = Path(__file__).parents[2]
KG = "https://w3id.org/conflict-kg/ontology#"
GRAPH = Iris().graph("derived")


@cache
def articles() -> tuple[Quad, ...]:
    facts = gold_facts(ROOT / "seeds", ROOT / "tests" / "gold" / "seeds")
    known = load()
    quads = [quad for each in facts for quad in (*describe(each), *describe_text(each.article))]
    return (*quads, *describe_registry(known.actors.values(), known.places.values(), known.offices))


@cache
def derived() -> tuple[Quad, ...]:
    return derive(articles())


def test_everything_is_in_the_derived_graph() -> None:
    assert {quad.graph_name for quad in derived()} == {GRAPH}


def test_an_earlier_derived_graph_is_passed_over() -> None:
    assert derive([*articles(), *derived()]) == derived()


def test_dropped_and_rebuilt_is_the_same_bytes(tmp_path: Path) -> None:
    store = Store.writing(tmp_path / "store", base=BASE)
    store.replace_all([(graph, [q for q in articles() if q.graph_name == graph], ()) for graph in _graphs()])
    first = rebuild(store)
    before = _bytes(store)
    store.remove(GRAPH)
    assert rebuild(store) == first
    assert _bytes(store) == before == serialize(derived(), format=RdfFormat.N_QUADS)
    assert first.events > first.merged > 0
    assert first.contradictions > 0


def _graphs() -> list[NamedNode]:
    return sorted({quad.graph_name for quad in articles()}, key=str)


def _bytes(store: Store) -> bytes | None:
    quads = sorted(store.quads(GRAPH), key=lambda q: (q.subject.value, q.predicate.value, str(q.object)))
    return serialize(quads, format=RdfFormat.N_QUADS)


def test_every_term_is_declared() -> None:
    ontology = parse(path=resource("ontology", "kg.ttl"), format=RdfFormat.TURTLE)
    declared = {quad.subject.value for quad in ontology if isinstance(quad.subject, NamedNode)}
    terms = {term.value for quad in derived() for term in (quad.predicate, quad.object) if isinstance(term, NamedNode)}
    assert {term for term in terms if term.startswith(KG)} <= declared


def test_every_term_is_in_the_context() -> None:
    context = resource("ontology", "context.jsonld").read_text(encoding="utf-8")
    used = {quad.predicate.value.removeprefix(KG) for quad in derived() if quad.predicate.value.startswith(KG)}
    assert [name for name in sorted(used) if f'"{name}": ' not in context] == []


def test_no_blank_node_and_no_literal_outside_the_contract() -> None:
    kinds = {quad.object.datatype.value.rsplit("#", 1)[-1] for quad in derived() if isinstance(quad.object, Literal)}
    assert kinds <= {
        "string",
        "langString",
        "integer",
        "decimal",
        "boolean",
        "date",
        "http://id.loc.gov/datatypes/edtf/EDTF",
    }
    assert all(isinstance(quad.subject, NamedNode) for quad in derived())


def test_valid() -> None:
    assert validate_derived(derived()) == []


Edit = Callable[[Quad], Quad | None]


def drop(name: str) -> Edit:
    return lambda quad: None if quad.predicate == kg(name) else quad


def put(name: str, value: NamedNode | Literal) -> Edit:
    return lambda quad: (
        Quad(quad.subject, quad.predicate, value, quad.graph_name) if quad.predicate == kg(name) else quad
    )


WORD, NOTHING = Literal("x"), Literal("")
BREAKS: dict[str, Edit] = {
    "event-class": lambda quad: None if quad.object == kg("Event") else quad,
    "event-kind": lambda quad: (
        Quad(quad.subject, quad.predicate, kg("Party"), GRAPH) if quad.object == kg("Deployment") else quad
    ),
    "event-phase": put("phase", kg("past")),
    "event-claims": drop("about"),
    "event-sources": put("independentSources", WORD),
    "event-articles": put("independentArticles", Literal(0)),
    "event-label": lambda quad: None if quad.predicate.value.endswith("#label") else quad,
    "event-mergedFrom": put("mergedFrom", WORD),
    "event-candidate": lambda quad: (
        Quad(quad.subject, quad.predicate, WORD, GRAPH) if quad.predicate.value.endswith("closeMatch") else quad
    ),
    "mergedEvent-reason": put("mergedBecause", NOTHING),
    "mergedEvent-two": drop("about"),
    "contradiction-between": drop("between"),
    "contradiction-differsIn": put("differsIn", kg("colour")),
    "contradiction-kind": put("contradictionKind", kg("quarrel")),
    "contradiction-certainty": put("certainty", Literal(2)),
    "position-holder": drop("positionOf"),
    "position-about": drop("about"),
    "position-members": lambda quad: None if quad.predicate.value.endswith("hadMember") else quad,
    "position-steps": drop("step"),
    "step-says": drop("says"),
    "step-rank": put("rank", Literal(0)),
    "step-takes": put("takes", kg("shrugs")),
    "step-firstTime": put("firstTime", WORD),
    "step-of": drop("step"),
    "turn-from": drop("from"),
    "turn-to": drop("to"),
    "turn-holder": drop("positionOf"),
    "chain-one": put("sourceChain", NOTHING),
    "chain-original": put("originalSource", WORD),
    "chain-about": drop("about"),
    "corroboration-other": put("corroborates", WORD),
    "answer-one": put("respondsTo", WORD),
    "knownPublic-day": put("publicFrom", WORD),
    "knownSaid-day": put("saidFrom", WORD),
}
BY_HAND = {"copy-one"}


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_shape_is_broken_by_its_edit(name: str) -> None:
    edited = [changed for quad in derived() if (changed := BREAKS[name](quad)) is not None]
    assert f"https://w3id.org/conflict-kg/shapes#{name}" in {result.shape for result in validate_derived(edited)}


def test_copy_of_two_articles_breaks_its_shape() -> None:
    article, other, third = (NamedNode(f"{BASE}article/{name}") for name in "abc")
    copies = [Quad(article, kg("nearCopyOf"), first, GRAPH) for first in (other, third)]
    assert [result.shape.rsplit("#", 1)[-1] for result in validate_derived(copies)] == ["copy-one"]
    assert validate_derived(copies[:1]) == []


def test_every_property_shape_is_broken_by_some_edit() -> None:
    shapes = parse(path=resource("shapes", "derived", "derived.ttl"), format=RdfFormat.TURTLE)
    named = {
        q.subject.value.rsplit("#", 1)[-1] for q in shapes if getattr(q.object, "value", "").endswith("#PropertyShape")
    }
    assert named == BREAKS.keys() | BY_HAND
