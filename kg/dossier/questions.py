"""What a dossier asks the store; `$node` stands for the IRI that it is about."""

from __future__ import annotations

__all__ = ["CANDIDATES", "CLAIMS", "CONTRADICTIONS", "EVENT", "NAMES", "PAGES", "POSITIONS", "SOURCES", "STATEMENTS"]

NAMES = """SELECT DISTINCT ?node ?name ?language {
  ?node a kg:Actor ; skos:prefLabel ?name BIND(LANG(?name) AS ?language) }"""

PAGES = """SELECT DISTINCT ?page ?identifier ?headline ?publisher ?published ?url {
  ?page a kg:Article ; dcterms:identifier ?identifier
  OPTIONAL { ?page schema:headline ?headline }
  OPTIONAL { ?page schema:publisher ?publisher }
  OPTIONAL { ?page kg:publishedOn ?published }
  OPTIONAL { ?page schema:url ?url } }"""

CANDIDATES = """SELECT DISTINCT ?event { { $node skos:closeMatch ?event } UNION { ?event skos:closeMatch $node }
  ?event kg:independentSources ?any }"""

CLAIMS = """SELECT DISTINCT ?node ?actor ?stance ?modality ?words ?start ?said ?page ?chain ?via
    ?number ?qualifier ?low ?high ?statement {
  ?node kg:about $node ; kg:evidence ?words ; kg:evidenceStart ?start ; kg:modality ?modality ; kg:inArticle ?page .
  OPTIONAL { ?node kg:claimant ?actor }
  OPTIONAL { ?node kg:sourceChain ?chain }
  OPTIONAL { ?node kg:number ?number }
  OPTIONAL { ?node kg:qualifier ?qualifier }
  OPTIONAL { ?node kg:numberMin ?low }
  OPTIONAL { ?node kg:numberMax ?high }
  OPTIONAL { ?statement kg:expresses ?node ; kg:stance ?stance
    OPTIONAL { ?statement kg:saidOn ?said }
    OPTIONAL { ?statement kg:via ?via } } }"""

STATEMENTS = """SELECT DISTINCT ?node ?actor ?stance ?words ?start ?said ?page ?via {
  { ?node kg:concerns $node FILTER NOT EXISTS { ?node kg:expresses/kg:about $node } }
  UNION { ?node kg:speaker $node }
  UNION { ?node kg:speaker/kg:actsFor+ $node }
  ?node a kg:Statement ; kg:stance ?stance ; kg:content ?words ; kg:contentStart ?start ; kg:inArticle ?page .
  OPTIONAL { ?node kg:speaker ?actor }
  OPTIONAL { ?node kg:saidOn ?said }
  OPTIONAL { ?node kg:via ?via } }"""

CONTRADICTIONS = """SELECT DISTINCT ?node ?kind ?certainty ?side ?actor ?words ?said ?published {
  { ?node kg:about $node } UNION { ?node kg:between/(kg:speaker|kg:claimant) $node }
  ?node a kg:Contradiction ; kg:contradictionKind ?kind ; kg:certainty ?certainty ; kg:between ?side .
  { ?side kg:evidence ?words } UNION { ?side kg:content ?words }
  OPTIONAL { ?side kg:claimant|kg:speaker ?actor }
  OPTIONAL { { ?side kg:saidOn ?said } UNION { ?carrier kg:expresses ?side ; kg:saidOn ?said } }
  OPTIONAL { ?side kg:inArticle/kg:publishedOn ?published } }"""

POSITIONS = """SELECT DISTINCT ?position ?actor ?label ?rank ?stance ?said ?published {
  { ?position kg:about $node } UNION { ?position kg:positionOf $node }
  ?position a kg:Position ; kg:positionOf ?actor ; kg:about/rdfs:label ?label ; kg:step ?step .
  ?step kg:rank ?rank ; kg:takes ?stance ; kg:says ?statement .
  OPTIONAL { ?statement kg:saidOn ?said }
  OPTIONAL { ?statement kg:inArticle/kg:publishedOn ?published } }"""

SOURCES = """SELECT DISTINCT ?actor { ?claim kg:about $node ; kg:sourcePrincipal ?actor ; kg:modality ?how
  FILTER(?how != kg:denied) }"""

EVENT = """SELECT DISTINCT ?property ?value ?name {
  $node ?property ?value
  OPTIONAL { ?value skos:prefLabel ?name FILTER(LANG(?name) = "en") }
  OPTIONAL { ?value rdfs:label ?name FILTER(LANG(?name) = "en") } }"""
