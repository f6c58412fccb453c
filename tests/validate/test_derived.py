"""Every shape of the derived graph: a good graph passes it, an edit breaks it, and the screen agrees with pySHACL."""

from __future__ import annotations

from functools import reduce

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import RDF, SH, Graph

from kg.describe.iris import prefixes
from kg.resources import resource
from kg.validate import validate
from kg.validate.derived import validate_derived
from validate.graphs import Edit, Quads, instead, with_, without

GOOD = """
graph:derived {
event:e a kg:Event, kg:Deployment ; rdfs:label "Deployment: North Korea to Russia"@en ; kg:phase kg:actual ;
    kg:independentSources 1 ; kg:independentArticles 2 ; kg:mergedBecause "same kind, roles and phase" ;
    kg:mergedFrom event:e1, event:e2 ; skos:closeMatch event:f .
claim:c1 kg:about event:e ; kg:sourceChain "Blatt" ; kg:originalSource actor:south-korea ; kg:corroborates claim:c2 ;
    kg:publicFrom "2024-10-21"^^xsd:date ; kg:saidFrom "2024-10-20"^^xsd:date .
claim:c2 kg:about event:e ; kg:sourceChain "Zeitung" .
contradiction:x a kg:Contradiction ; kg:between claim:c1, claim:c2 ; kg:differsIn kg:number ;
    kg:contradictionKind kg:incompatibleNumbers ; kg:certainty 0.9 .
position:p a kg:Position ; kg:positionOf actor:russia ; kg:about event:e ;
    prov:hadMember statement:s1, statement:s2 ; kg:step position:p1 .
position:p1 a kg:Step ; kg:says statement:s1 ; kg:rank 1 ; kg:takes kg:denies ; kg:firstTime true .
position:t a kg:Turn ; kg:positionOf actor:russia ; kg:about event:e ; kg:from statement:s1 ; kg:to statement:s2 .
statement:s2 kg:respondsTo statement:s1 .
article:b kg:nearCopyOf article:a .
}
"""
EVENT, CLASH, POSITION, STEP, TURN = "event:e", "contradiction:x", "position:p", "position:p1", "position:t"


def good() -> Quads:
    declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes().items())
    return list(parse((declared + GOOD).encode(), format=RdfFormat.TRIG))


def all_of(*edits: Edit) -> Edit:
    return lambda quads: reduce(lambda changed, edit: edit(changed), edits, quads)


BREAKS: dict[str, Edit] = {
    "event-class": instead(EVENT, "rdf:type", "kg:Deployment"),
    "event-kind": with_(EVENT, "rdf:type", "kg:Rumour"),
    "event-phase": with_(EVENT, "kg:phase", "kg:prospective"),
    "event-claims": all_of(*(without(node, "kg:about") for node in ("claim:c1", "claim:c2", POSITION, TURN))),
    "event-sources": instead(EVENT, "kg:independentSources", "-1"),
    "event-articles": instead(EVENT, "kg:independentArticles", "0"),
    "event-label": without(EVENT, "rdfs:label"),
    "event-mergedFrom": with_(EVENT, "kg:mergedFrom", '"e3"'),
    "event-candidate": with_(EVENT, "skos:closeMatch", '"g"'),
    "mergedEvent-reason": instead(EVENT, "kg:mergedBecause", '"so"'),
    "mergedEvent-two": all_of(*(without(node, "kg:about") for node in ("claim:c1", POSITION, TURN))),
    "contradiction-between": with_(CLASH, "kg:between", "claim:c3"),
    "contradiction-differsIn": instead(CLASH, "kg:differsIn", "kg:rule"),
    "contradiction-kind": without(CLASH, "kg:contradictionKind"),
    "contradiction-certainty": instead(CLASH, "kg:certainty", "1.1"),
    "position-holder": with_(POSITION, "kg:positionOf", "actor:usa"),
    "position-about": without(POSITION, "kg:about"),
    "position-members": without(POSITION, "prov:hadMember"),
    "position-steps": without(POSITION, "kg:step"),
    "step-says": with_(STEP, "kg:says", "statement:s2"),
    "step-rank": instead(STEP, "kg:rank", "0"),
    "step-takes": instead(STEP, "kg:takes", "kg:shouts"),
    "step-firstTime": instead(STEP, "kg:firstTime", '"yes"'),
    "step-of": without(POSITION, "kg:step"),
    "turn-from": without(TURN, "kg:from"),
    "turn-to": instead(TURN, "kg:to", "statement:s1"),
    "turn-holder": without(TURN, "kg:positionOf"),
    "chain-one": with_("claim:c1", "kg:sourceChain", '"Noch ein Blatt"'),
    "chain-original": with_("claim:c1", "kg:originalSource", '"NIS"'),
    "chain-about": with_("claim:c1", "kg:about", "event:f"),
    "corroboration-other": with_("claim:c1", "kg:corroborates", '"c3"'),
    "answer-one": with_("statement:s2", "kg:respondsTo", "statement:s0"),
    "copy-one": with_("article:b", "kg:nearCopyOf", "article:c"),
    "knownPublic-day": instead("claim:c1", "kg:publicFrom", '"2024-10"^^xsd:date'),
    "knownSaid-day": with_("claim:c1", "kg:saidFrom", '"2024-10-22"^^xsd:date'),
}


@pytest.mark.parametrize("screened", [True, False])
def test_good_graph_passes(screened: bool) -> None:
    assert validate(good(), shapes="derived", screened=screened) == []


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_edit_breaks_shape(name: str) -> None:
    broken = BREAKS[name](good())
    results = validate_derived(broken)
    assert f"https://w3id.org/conflict-kg/shapes#{name}" in {result.shape for result in results}
    assert results == validate(broken, shapes="derived", screened=False)


def test_every_property_shape_has_an_edit_that_breaks_it() -> None:
    graph = Graph()
    for path in resource("shapes", "derived").glob("*.ttl"):
        graph.parse(path)
    named = {str(shape).rsplit("#", 1)[-1] for shape in graph.subjects(RDF.type, SH.PropertyShape)}
    assert named == set(BREAKS)


def test_a_path_backwards_is_shown_as_one() -> None:
    (result,) = validate_derived(without(POSITION, "kg:step")(with_("position:q", "kg:step", "position:p2")(good())))[
        -1:
    ]
    assert result.path == "^https://w3id.org/conflict-kg/ontology#step"
