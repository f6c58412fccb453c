"""A store's article graphs and registry → the records that the derived graph is made from.

Every property is read once for all nodes, so that the time is linear in their number. The derived graph itself and
the record of runs are never read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, partial

from pyoxigraph import Literal, NamedNode, Quad

from kg.derive.records import ActorRecord, ArticleRecord, ClaimRecord, Corpus, PlaceRecord, StatementRecord
from kg.derive.times import Window, window
from kg.describe.iris import BASE, NAMESPACES, Iris, kg, term
from kg.store import Store

__all__ = ["read_corpus"]

EVENT_CLASSES = {
    "DeploymentClaim": "Deployment",
    "ArmsTransferClaim": "ArmsTransfer",
    "CasualtyClaim": "CasualtyEvent",
    "AgreementClaim": "Agreement",
}
ROLES = (
    "agreementType",
    "casualtyType",
    "host",
    "item",
    "itemConcept",
    "ofActor",
    "party",
    "personnel",
    "place",
    "recipient",
    "sender",
    "signatory",
    "signedAt",
    "supplier",
)
"""The properties in which claims say what happened; their values are IRIs, local names of concepts, or words."""

Values = dict[str, list[str]]


class _Reader:
    """The properties of a store, each read once."""

    def __init__(self, pairs: Callable[[NamedNode], Iterable[tuple[object, object]]]) -> None:
        """`pairs` gives subject and object of every triple of a property."""
        self._pairs = pairs
        # no functools.cache: it would hold the reader, and with it the store, in a cycle
        self._known: dict[NamedNode, Values] = {}
        self._labels = term("skos", "prefLabel")

    def values(self, predicate: NamedNode) -> Values:
        """Subject → values, sorted; each property is read once."""
        if predicate not in self._known:
            self._known[predicate] = self._read(predicate)
        return self._known[predicate]

    def _read(self, predicate: NamedNode) -> Values:
        found: dict[str, set[str]] = {}
        for subject, value in self.labels if predicate == self._labels else self._pairs(predicate):
            if isinstance(subject, NamedNode):
                found.setdefault(subject.value, set()).add(_plain(value))
        return {subject: sorted(values) for subject, values in found.items()}

    @cached_property
    def labels(self) -> list[tuple[object, object]]:
        """Every subject with each of its labels: they are read twice."""
        return list(self._pairs(self._labels))

    @cached_property
    def english(self) -> dict[str, str]:
        """Subject → its English label, where it has one."""
        found: dict[str, str] = {}
        for subject, value in self.labels:
            if isinstance(subject, NamedNode) and isinstance(value, Literal) and value.language == "en":
                found[subject.value] = min(value.value, found.get(subject.value, value.value))
        return found

    def kg(self, *names: str) -> dict[str, Values]:
        """The values of several properties of the ontology, by their local names."""
        return {name: self.values(kg(name)) for name in names}


def _read(graphs: Store | Iterable[Quad], base: str) -> _Reader:
    iris = Iris(base)
    hidden = {iris.graph("derived"), iris.graph("run"), iris.graph("ontology")}
    if isinstance(graphs, Store):
        return _Reader(partial(graphs.pairs, outside=hidden))
    pairs: dict[NamedNode, list[tuple[object, object]]] = {}
    for subject, predicate, value, graph in graphs:
        if graph not in hidden:
            pairs.setdefault(predicate, []).append((subject, value))
    return _Reader(lambda predicate: pairs.get(predicate, ()))


def read_corpus(graphs: Store | Iterable[Quad], *, base: str = BASE) -> Corpus:
    """The records of all articles in a store or in these quads, with the actors and places that they name; the texts as
    well where the graph of texts is among them. An earlier derived graph is passed over."""
    reader = _read(graphs, base)
    types = reader.values(term("rdf", "type"))
    in_article = reader.values(kg("inArticle"))
    articles = _articles(reader, [iri for iri, names in types.items() if "Article" in names])
    known = {iri for iri, homes in in_article.items() if homes[0] in articles}
    statements = _statements(reader, [iri for iri in known if "Statement" in types.get(iri, ())], in_article)
    claims = _claims(reader, [iri for iri in known if "Claim" in types.get(iri, ())], in_article, types)
    return Corpus(
        articles=articles,
        statements=statements,
        claims=claims,
        actors=_actors(reader, {iri: names for iri, names in types.items() if "Actor" in names}),
        places=_places(reader, [iri for iri, names in types.items() if "Place" in names]),
    )


def _articles(reader: _Reader, nodes: list[str]) -> dict[str, ArticleRecord]:
    identifiers, publishers = reader.values(term("dcterms", "identifier")), reader.values(term("schema", "publisher"))
    kg_values = reader.kg("publishedOn", "updatedOn", "text")
    found = {}
    for iri in sorted(nodes):
        dates = [window(kg_values[name][iri][0]) for name in ("publishedOn", "updatedOn") if iri in kg_values[name]]
        found[iri] = ArticleRecord(
            iri=iri,
            identifier=_one(identifiers, iri) or iri,
            publisher=_one(publishers, iri),
            published=dates[0].joined(dates[-1]) if dates else None,
            text=_one(kg_values["text"], iri) or "",
        )
    return found


def _statements(reader: _Reader, nodes: list[str], homes: Values) -> dict[str, StatementRecord]:
    lists = reader.kg("speaker", "via", "relays", "continues", "topic", "expresses")
    single = reader.kg("stance", "content", "speakerText", "saidOn")
    starts = [reader.values(kg(name)) for name in ("contentStart", "speakerStart", "cueStart")]
    ends = [reader.values(kg(name)) for name in ("contentEnd", "speakerEnd", "cueEnd")]
    return {
        iri: StatementRecord(
            iri=iri,
            article=homes[iri][0],
            speakers=_all(lists["speaker"], iri),
            stance=_one(single["stance"], iri) or "",
            content=_one(single["content"], iri) or "",
            speaker_words=_one(single["speakerText"], iri) or "",
            start=min((int(values[iri][0]) for values in starts if iri in values), default=0),
            end=max((int(values[iri][0]) for values in ends if iri in values), default=0),
            said=_window(single["saidOn"], iri),
            via=_all(lists["via"], iri),
            relays=_all(lists["relays"], iri),
            continues=_all(lists["continues"], iri),
            topics=_all(lists["topic"], iri),
            expresses=_all(lists["expresses"], iri),
        )
        for iri in sorted(nodes)
    }


def _claims(reader: _Reader, nodes: list[str], homes: Values, types: Values) -> dict[str, ClaimRecord]:
    roles, claimants, event = reader.kg(*ROLES), reader.values(kg("claimant")), reader.values(kg("about"))
    single = reader.kg("modality", "evidence", "evidenceStart", "qualifier", "when", "signedOn")
    numbers = reader.kg("number", "numberMin", "numberMax")
    carriers = {claim: iri for iri, claims in reader.values(kg("expresses")).items() for claim in claims}
    found = {}
    for iri in sorted(nodes):
        kind = next((EVENT_CLASSES[name] for name in types[iri] if name in EVENT_CLASSES), "")
        dates = single["signedOn" if kind == "Agreement" and iri in single["signedOn"] else "when"]
        found[iri] = ClaimRecord(
            iri=iri,
            article=homes[iri][0],
            kind=kind,
            claimants=_all(claimants, iri),
            modality=_one(single["modality"], iri) or "",
            evidence=_one(single["evidence"], iri) or "",
            start=int(_one(single["evidenceStart"], iri) or 0),
            roles=tuple((name, value) for name in ROLES for value in _all(roles[name], iri)),
            number=_integer(numbers["number"], iri),
            qualifier=_one(single["qualifier"], iri),
            minimum=_integer(numbers["numberMin"], iri),
            maximum=_integer(numbers["numberMax"], iri),
            when=_window(dates, iri),
            when_edtf=_one(dates, iri),
            statement=carriers.get(iri),
            event=_one(event, iri),
        )
    return found


def _actors(reader: _Reader, nodes: Values) -> dict[str, ActorRecord]:
    labels, aliases = reader.values(term("skos", "prefLabel")), reader.values(term("skos", "altLabel"))
    english = reader.english
    acts_for, registered = reader.values(kg("actsFor")), reader.values(kg("registered"))
    return {
        iri: ActorRecord(
            iri=iri,
            kinds=frozenset(nodes[iri]),
            label=english.get(iri) or _one(labels, iri) or iri.rsplit("/", 1)[-1],
            names=(*_all(labels, iri), *_all(aliases, iri)),
            acts_for=_one(acts_for, iri),
            registered=_one(registered, iri) != "false",
        )
        for iri in sorted(nodes)
    }


def _places(reader: _Reader, nodes: list[str]) -> dict[str, PlaceRecord]:
    labels, english = reader.values(term("skos", "prefLabel")), reader.english
    country = reader.values(kg("country"))
    return {
        iri: PlaceRecord(
            iri=iri,
            label=english.get(iri) or _one(labels, iri) or iri.rsplit("/", 1)[-1],
            country=_one(country, iri),
        )
        for iri in sorted(nodes)
    }


def _plain(value: object) -> str:
    if isinstance(value, NamedNode):
        return value.value.removeprefix(NAMESPACES["kg"])
    return value.value if isinstance(value, Literal) else str(value)


def _one(values: Values, iri: str) -> str | None:
    found = values.get(iri)
    return found[0] if found else None


def _all(values: Values, iri: str) -> tuple[str, ...]:
    return tuple(values.get(iri, ()))


def _integer(values: Values, iri: str) -> int | None:
    found = _one(values, iri)
    return None if found is None else int(found)


def _window(values: Values, iri: str) -> Window | None:
    found = _one(values, iri)
    return None if found is None else window(found)
