"""The head of a dossier: what kind of thing it is about, its title, and its facts."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.describe.iris import kg, term
from kg.dossier.asking import Asker, Row, local
from kg.dossier.questions import EVENT
from kg.errors import UsageError
from kg.store import Store

__all__ = ["facts_of", "kind_of", "title_of"]

KINDS = {"Claim": "claim", "Actor": "actor", "Agreement": "agreement", "Event": "event"}
"""Class → kind of dossier, the first that fits."""

LABELS = {
    "sender": "Sent by",
    "host": "To",
    "place": "Place",
    "personnel": "Who",
    "supplier": "Given by",
    "recipient": "Given to",
    "item": "Goods",
    "ofActor": "Whose people",
    "casualtyType": "What befell them",
    "party": "Parties",
    "signatory": "Signed by",
    "agreementType": "Called",
    "signedOn": "Signed on",
    "signedAt": "Signed at",
    "when": "When",
    "phase": "Phase",
    "modality": "Modality",
    "role": "Role",
    "actsFor": "Acts for",
    "altLabel": "Also called",
    "sourceChain": "Chain of sources",
    "independentSources": "Independent sources",
    "independentArticles": "Independent articles",
    "mergedBecause": "Brought together because",
    "closeMatch": "Perhaps the same as",
}
"""Property → label, in the order in which they are shown."""


def kind_of(store: Store, node: str) -> str:
    """claim, actor, agreement or event; UsageError where the node is none of these."""
    quads = store.quads(subject=NamedNode(node))
    types = {str(quad.object) for quad in quads if quad.predicate == term("rdf", "type")}
    for name, kind in KINDS.items():
        if str(kg(name)) in types:
            return kind
    raise UsageError(f"{node}: a dossier is of a claim, an event, an agreement or an actor, and this is none of them")


def title_of(asker: Asker, node: str, kind: str) -> str:
    """What the page is called."""
    if kind == "actor":
        return asker.name(node)
    wanted = {"evidence", "label"}
    values = sorted(row["value"] for row in asker.rows(EVENT, node) if _local(row) in wanted)
    return values[0] if values else node.rsplit("/", 1)[-1]


def facts_of(asker: Asker, node: str, centre: str, kind: str) -> Iterator[tuple[str, str]]:
    """Label and values; of a claim, first its own and then what holds for its event."""
    yield from _facts(asker.rows(EVENT, node), asker)
    if kind == "claim":
        of_event = {"independentSources", "independentArticles", "mergedBecause", "closeMatch", "label"}
        rows = [row for row in asker.rows(EVENT, centre) if _local(row) in of_event]
        yield from (("Event", row["value"]) for row in rows if _local(row) == "label")
        yield from _facts(rows, asker)


def _facts(rows: list[Row], asker: Asker) -> Iterator[tuple[str, str]]:
    for name, label in LABELS.items():
        values = sorted({_value(row, asker) for row in rows if _local(row) == name})
        if values:
            yield label, ("; " if name == "mergedBecause" else ", ").join(values)


def _local(row: Row) -> str:
    return row["property"].rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _value(row: Row, asker: Asker) -> str:
    value = row["value"]
    if row["name"]:
        return row["name"]
    return asker.name(value) if value.startswith("http") and "#" not in value else local(value)
