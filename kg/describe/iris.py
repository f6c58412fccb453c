"""Mints every IRI of the graph and knows every prefix; nothing else makes an IRI.

An IRI has one path segment for its kind and one for the thing: a slug where the thing has a name of its own (articles,
actors, places), else 16 hex digits of a SHA-256 over what the thing is (article, kind, offsets, roles).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode

__all__ = ["BASE", "KINDS", "NAMESPACES", "Iris", "camel", "kg", "prefixes", "segment", "term"]

BASE = "https://w3id.org/conflict-kg/id/"

NAMESPACES = {
    "kg": "https://w3id.org/conflict-kg/ontology#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "time": "http://www.w3.org/2006/time#",
    "void": "http://rdfs.org/ns/void#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The vocabularies that the graph uses, by prefix."""

KINDS = (
    "actor",
    "agent",
    "article",
    "claim",
    "contradiction",
    "dataset",
    "event",
    "graph",
    "office",
    "place",
    "position",
    "run",
    "statement",
    "tenure",
    "tombstone",
)
"""The kinds of data IRIs; each is a path segment and a prefix."""

# A name that Turtle can write behind a prefix without an escape: some stores keep the backslash of an escape.
_PLAIN = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def prefixes(base: str = BASE) -> dict[str, str]:
    """Every prefix and its namespace: the vocabularies, and one prefix for each kind of data IRI under `base`."""
    return NAMESPACES | {kind: f"{base}{kind}/" for kind in KINDS}


@cache
def term(prefix: str, local: str) -> NamedNode:
    """The term `local` of a vocabulary of `NAMESPACES`."""
    return NamedNode(NAMESPACES[prefix] + local)


@cache
def kg(local: str) -> NamedNode:
    """The term `local` of the project's own ontology."""
    return term("kg", local)


def camel(name: str) -> str:
    """The ontology's local name of a table's concept: "artillery-ammunition" → "artilleryAmmunition"."""
    first, *rest = re.split(r"[^A-Za-z0-9]+", name.strip())
    return first[:1].lower() + first[1:] + "".join(part[:1].upper() + part[1:] for part in rest)


def segment(name: str) -> str:
    """`name` itself where it can stand in an IRI and in Turtle as it is; else its slug and 8 hex digits of its hash."""
    if _PLAIN.fullmatch(name):
        return name
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower().translate(_FOLDED)).strip("-")[:60].strip("-")
    return f"{slug}-{_hex(name)[:8]}" if slug else _hex(name)[:16]


def _hex(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs of the data under one base."""

    base: str = BASE

    def named(self, kind: str, name: str) -> NamedNode:
        """The IRI of a thing that has a name of its own: `named("actor", "north-korea")`."""
        return NamedNode(f"{self.base}{kind}/{segment(name)}")

    def minted(self, kind: str, *parts: object) -> NamedNode:
        """The IRI of a thing that is what `parts` say; None stands for an absent part, the order counts."""
        words = "\x1f".join([kind, *("" if part is None else str(part) for part in parts)])
        return NamedNode(f"{self.base}{kind}/{_hex(words)[:16]}")

    def article(self, identifier: str) -> NamedNode:
        """The article with the input's own id."""
        return self.named("article", identifier)

    def article_graph(self, identifier: str) -> NamedNode:
        """The named graph of what that article says."""
        return NamedNode(f"{self.base}graph/article-{segment(identifier)}")

    def actor(self, actor_id: str) -> NamedNode:
        """The actor with a registry id or an "x-" id."""
        return self.named("actor", actor_id)

    def place(self, place_id: str) -> NamedNode:
        """The place with a registry id."""
        return self.named("place", place_id)

    def graph(self, name: str) -> NamedNode:
        """One of the graphs beside the articles': "ontology", "registry", "derived", "run", "texts"."""
        return NamedNode(f"{self.base}graph/{name}")
