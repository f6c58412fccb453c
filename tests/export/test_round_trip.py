"""Whatever the graph says, every format says the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.canonical import fingerprint
from kg.describe.iris import BASE, Iris, kg, term
from kg.export import Options, Selection, export
from kg.rdffile import read_rdf
from kg.store import Store

IRIS = Iris(BASE)
GRAPHS = [IRIS.article_graph("a1"), IRIS.article_graph("a2"), IRIS.graph("registry")]
NODES = [
    IRIS.article("a1"),
    IRIS.minted("statement", "s1"),
    IRIS.minted("statement", "s2"),
    IRIS.minted("claim", "c1"),
    IRIS.actor("north-korea"),
    IRIS.actor("x-person-müller"),
    NamedNode("http://www.wikidata.org/entity/Q423"),
    NamedNode("https://a.example/x(y)/ä?b=c#d"),
    NamedNode(f"{BASE}actor/a:b"),
    NamedNode(f"{BASE}actor/"),
    NamedNode("urn:isbn:1"),
    kg("denies"),
    kg("Statement"),
]
PROPERTIES = [
    term("rdf", "type"),
    *(kg(name) for name in ("inArticle", "expresses", "relays", "about", "speaker", "stance", "content", "evidence")),
    *(kg(name) for name in ("contentStart", "number", "certainty", "saidOn", "registered", "text", "unheardOf")),
    *(term("skos", name) for name in ("prefLabel", "altLabel", "exactMatch")),
    *(term("schema", name) for name in ("headline", "url")),
    term("dcterms", "license"),
]
# What XML can hold: no control characters, no line ends but one.
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=20).map(
    lambda words: words + "\n\"'\\<&>\t"
)
LITERALS = st.one_of(
    WORDS.map(Literal),
    st.builds(lambda words, tag: Literal(words, language=tag), WORDS, st.sampled_from(["de", "en", "de-ch"])),
    st.integers(-(10**20), 10**20).map(lambda n: Literal(str(n), datatype=term("xsd", "integer"))),
    st.sampled_from(["0.9", "-1.25", "1"]).map(lambda n: Literal(n, datatype=term("xsd", "decimal"))),
    st.booleans().map(Literal),
    st.sampled_from(["2024-10", "2024-10-21/..", "2024?"]).map(lambda d: Literal(d, datatype=term("edtf", "EDTF"))),
    st.just(Literal("2024-10-28", datatype=term("xsd", "date"))),
    st.just(Literal("2024-10-28T10:00:00Z", datatype=term("xsd", "dateTime"))),
    st.just(Literal("https://a.example/", datatype=term("xsd", "anyURI"))),
)
QUADS = st.builds(
    Quad,
    st.sampled_from(NODES),
    st.sampled_from(PROPERTIES),
    st.one_of(st.sampled_from(NODES), LITERALS),
    st.sampled_from(GRAPHS),
).filter(lambda quad: quad.predicate != term("rdf", "type") or isinstance(quad.object, NamedNode))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(QUADS, min_size=1, max_size=25))
def test_every_format_says_the_same(quads: list[Quad]) -> None:
    store = Store.in_memory(quads, base=BASE)
    stored = list(store.quads())
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("trig", "nq", "jsonld", "ttl", "nt", "rdf"):
            path = Path(folder) / f"graph.{suffix}"
            export(store, path, selection=Selection(), options=Options(inline_context=suffix == "jsonld"))
            whole = suffix in {"trig", "nq", "jsonld"}
            said = stored if whole else [quad.triple for quad in stored]
            assert fingerprint(read_rdf(path)) == fingerprint(said), suffix
