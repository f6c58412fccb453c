"""The tables: which columns each has, and what of the graph stands in them."""

from __future__ import annotations

from typing import NamedTuple

from pyoxigraph import NamedNode

from kg.describe.iris import kg, term

__all__ = ["SEPARATOR", "TABLES", "Column", "Table"]

SEPARATOR = "|"
"""Stands between the values of a column that can hold several."""


class Column(NamedTuple):
    """One column of a table."""

    name: str
    property: NamedNode | None
    """Where the value comes from; None for the node itself."""
    form: str = "string"
    """What it holds: a datatype of CSVW, or `label` (the name of a node), `iri`, or `concept` (a local name)."""
    many: bool = False
    """Whether it can hold several values."""
    of: str = "node"
    """Whose property it is: the `node`'s, its `article`'s, or its `carrier`'s (the statement that expresses it)."""
    language: str | None = None
    """Only values in this language."""


class Table(NamedTuple):
    """One table: a row for each node of a class."""

    type: NamedNode
    columns: tuple[Column, ...]


def _date(name: str, local: str) -> tuple[Column, ...]:
    return (
        Column(name, kg(local)),
        Column(f"{name}_earliest", kg(f"{local}Earliest"), "date"),
        Column(f"{name}_latest", kg(f"{local}Latest"), "date"),
    )


def _words(name: str, local: str, offsets: str) -> tuple[Column, ...]:
    return (
        Column(name, kg(local)),
        Column(f"{name}_start", kg(f"{offsets}Start"), "integer"),
        Column(f"{name}_end", kg(f"{offsets}End"), "integer"),
    )


def _named(name: str, local: str, *, many: bool = False) -> tuple[Column, ...]:
    return (
        Column(name, kg(local), "label", many=many),
        Column(f"{name}_iri", kg(local), "iri", many=many),
    )


_IRI = Column("iri", None, "iri")
_ARTICLE = (
    Column("article", term("dcterms", "identifier"), of="article"),
    Column("headline", term("schema", "headline"), of="article"),
    Column("publisher", term("schema", "publisher"), of="article"),
    Column("published", kg("publishedOn"), of="article"),
    Column("url", term("schema", "url"), "anyURI", of="article"),
)
_MADE = (Column("certainty", kg("certainty"), "decimal"), Column("rule", kg("rule")))
_CARRIER = Column("statement_iri", None, "iri", many=True, of="carrier")

_STATEMENTS = (
    _IRI,
    *_ARTICLE,
    *_named("speaker", "speaker", many=True),
    Column("stance", kg("stance"), "concept"),
    Column("mode", kg("mode"), "concept"),
    *_words("content", "content", "content"),
    *_words("speaker_text", "speakerText", "speaker"),
    *_words("cue", "cue", "cue"),
    *_date("said_on", "saidOn"),
    *_named("via", "via", many=True),
    Column("topic", kg("topic"), "concept", many=True),
    Column("relays", kg("relays"), "iri", many=True),
    Column("continues", kg("continues"), "iri"),
    Column("expresses", kg("expresses"), "iri", many=True),
    *_MADE,
)
_PROPOSITION = (
    *_named("claimant", "claimant", many=True),
    Column("modality", kg("modality"), "concept"),
)
_CLAIMS = (
    _IRI,
    *_ARTICLE,
    Column("kind", term("rdf", "type"), "concept", many=True),
    *_PROPOSITION,
    Column("number", kg("number"), "integer"),
    Column("qualifier", kg("qualifier"), "concept"),
    Column("number_min", kg("numberMin"), "integer"),
    Column("number_max", kg("numberMax"), "integer"),
    *_date("when", "when"),
    *_named("sender", "sender", many=True),
    *_named("host", "host", many=True),
    *_named("place", "place", many=True),
    Column("personnel", kg("personnel"), "concept", many=True),
    *_named("supplier", "supplier", many=True),
    *_named("recipient", "recipient", many=True),
    Column("item", kg("item"), many=True),
    Column("item_concept", kg("itemConcept"), "concept", many=True),
    *_named("of_actor", "ofActor", many=True),
    Column("casualty_type", kg("casualtyType"), "concept"),
    *_words("evidence", "evidence", "evidence"),
    Column("event_iri", kg("about"), "iri", many=True),
    _CARRIER,
    *_MADE,
)
_AGREEMENTS = (
    _IRI,
    *_ARTICLE,
    *_named("party", "party", many=True),
    *_named("signatory", "signatory", many=True),
    Column("agreement_type", kg("agreementType")),
    *_date("signed_on", "signedOn"),
    *_named("signed_at", "signedAt", many=True),
    *_PROPOSITION,
    *_words("evidence", "evidence", "evidence"),
    Column("event_iri", kg("about"), "iri", many=True),
    _CARRIER,
    *_MADE,
)
_PREF, _ALT = term("skos", "prefLabel"), term("skos", "altLabel")
_ACTORS = (
    _IRI,
    Column("kind", term("rdf", "type"), "concept", many=True),
    Column("label_en", _PREF, language="en"),
    Column("label_de", _PREF, language="de"),
    Column("alias", _ALT, many=True),
    *_named("acts_for", "actsFor", many=True),
    Column("role_en", kg("role"), language="en"),
    Column("role_de", kg("role"), language="de"),
    Column("wikidata", term("skos", "exactMatch"), "iri", many=True),
    Column("registered", kg("registered"), "boolean"),
)

TABLES = {
    "statements": Table(kg("Statement"), _STATEMENTS),
    "claims": Table(kg("Claim"), _CLAIMS),
    "agreements": Table(kg("AgreementClaim"), _AGREEMENTS),
    "actors": Table(kg("Actor"), _ACTORS),
}
"""The tables by name; an agreement stands among the claims as well."""
