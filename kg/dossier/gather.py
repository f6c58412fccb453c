"""A store and a node → its dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from pyoxigraph import NamedNode

from kg.describe.iris import kg
from kg.dossier.asking import Asker, Row, local, when_of
from kg.dossier.facts import facts_of, kind_of, title_of
from kg.dossier.model import Contradicted, Dossier, Figure, Holder, Side, Voice
from kg.dossier.questions import CANDIDATES, CLAIMS, CONTRADICTIONS, POSITIONS, SOURCES, STATEMENTS
from kg.errors import UsageError
from kg.store import Store

__all__ = ["dossier"]

LAST = "9999"


def dossier(store: Store, node: str, *, as_of: date | None = None) -> Dossier:
    """The dossier of a claim, an event, an agreement or an actor; UsageError where the node is none of these, or where
    the store has no derived graph. `as_of` is only told on the page: the store is that of the day already."""
    asker = Asker(store)
    kind = kind_of(store, node)
    centre = _event_of(store, node) if kind == "claim" else node
    voices = tuple(_voices(asker, centre, chosen=node, of_actor=kind == "actor"))
    return Dossier(
        node=node,
        kind=kind,
        title=title_of(asker, node, kind),
        facts=tuple(facts_of(asker, node, centre, kind)),
        voices=tuple(voice for voice, _ in voices),
        figures=tuple(figure for _, figure in voices if figure is not None),
        contradictions=tuple(_contradictions(asker, centre)),
        positions=tuple(_positions(asker, centre, of_actor=kind == "actor")),
        sources=tuple(sorted({asker.name(row["actor"]) for row in asker.rows(SOURCES, centre)})),
        pages=tuple(sorted({voice.page for voice, _ in voices}, key=lambda page: (page.published, page.identifier))),
        as_of=as_of,
    )


def _event_of(store: Store, claim: str) -> str:
    events = sorted(
        quad.object.value
        for quad in store.quads(subject=NamedNode(claim))
        if quad.predicate == kg("about") and isinstance(quad.object, NamedNode) and _is_derived(store, quad.object)
    )
    if not events:
        raise UsageError(f"{claim}: the store has no derived graph that tells its event: kg derive makes it")
    return events[0]


def _is_derived(store: Store, event: NamedNode) -> bool:
    return any(quad.predicate == kg("independentSources") for quad in store.quads(subject=event))


def _voices(asker: Asker, node: str, *, chosen: str, of_actor: bool) -> Iterator[tuple[Voice, Figure | None]]:
    candidates = [] if of_actor else sorted(row["event"] for row in asker.rows(CANDIDATES, node))
    found: dict[str, tuple[list[Row], bool]] = {}
    for event in (node, *candidates):
        rows = sorted([*asker.rows(CLAIMS, event), *asker.rows(STATEMENTS, event)], key=_identity)
        for iri, same in groupby(rows, key=lambda row: row["node"]):
            found.setdefault(iri, (list(same), event != node))
    for group, unsure in sorted(found.values(), key=lambda each: _time(asker, each[0][0])):
        voice = replace(_voice(asker, group, chosen, of_actor), unsure=unsure)
        yield voice, None if unsure else _figure(group[0], voice)


def _identity(row: Row) -> tuple[str, list[tuple[str, str]]]:
    return row["node"], sorted(row.items())


def _time(asker: Asker, row: Row) -> tuple[str, str, int, str]:
    published = asker.pages[row["page"]].published
    return row["said"] or published or LAST, published or LAST, int(row["start"]), row["node"]


def _voice(asker: Asker, group: list[Row], chosen: str, of_actor: bool) -> Voice:
    row = group[0]
    page = asker.pages[row["page"]]
    stance, modality = local(row["stance"]), local(row.get("modality", ""))
    return Voice(
        node=row["node"],
        who=asker.names(each["actor"] for each in group) or "the article itself",
        side=Side.SAYS if of_actor else _side(stance, modality),
        does=stance or modality,
        words=row["words"],
        when=when_of(row["said"], page.published),
        page=page,
        chain=row.get("chain", ""),
        via=asker.names(each["via"] for each in group),
        number=_shown(row) if row.get("number") else "",
        chosen=row["node"] == chosen,
    )


def _side(stance: str, modality: str) -> Side:
    if stance == "denies" or modality == "denied":
        return Side.AGAINST
    if stance == "declines":
        return Side.OPEN
    return Side.EXPECTS if modality in {"planned", "possible"} else Side.FOR


def _shown(row: Row) -> str:
    qualifier = {"upTo": "up to ", "atLeast": "at least ", "about": "about "}.get(local(row["qualifier"]), "")
    return f"{qualifier}{int(row['number']):,}"


def _figure(row: Row, voice: Voice) -> Figure | None:
    if not row.get("number"):
        return None
    low, high = (int(row[name]) if row[name] else None for name in ("low", "high"))
    return Figure(
        who=voice.who,
        when=voice.when,
        shown=voice.number,
        low=low,
        high=high,
        value=int(row["number"]),
        side=voice.side,
    )


def _contradictions(asker: Asker, node: str) -> Iterator[Contradicted]:
    rows = sorted(asker.rows(CONTRADICTIONS, node), key=lambda row: (row["node"], row["side"], sorted(row.items())))
    found = []
    for _, group in groupby(rows, key=lambda row: row["node"]):
        sides = [list(side) for _, side in groupby(group, key=lambda row: row["side"])]
        if len(sides) == 2:
            found.append(_contradicted(asker, *sorted(sides, key=_said_first)))
    yield from sorted(found, key=lambda each: (not each.sure, each.kind, each.one_when, each.one, each.other))


def _said_first(side: Iterable[Row]) -> tuple[str, str]:
    row = next(iter(side))
    return row["said"] or row["published"] or LAST, row["side"]


def _contradicted(asker: Asker, one: list[Row], other: list[Row]) -> Contradicted:
    return Contradicted(
        kind=local(one[0]["kind"]),
        sure=float(one[0]["certainty"]) > 0.5,
        one=asker.names(row["actor"] for row in one) or "the article itself",
        one_words=one[0]["words"],
        one_when=when_of(one[0]["said"], one[0]["published"]),
        other=asker.names(row["actor"] for row in other) or "the article itself",
        other_words=other[0]["words"],
        other_when=when_of(other[0]["said"], other[0]["published"]),
    )


def _positions(asker: Asker, node: str, *, of_actor: bool) -> Iterator[Holder]:
    rows = sorted(asker.rows(POSITIONS, node), key=lambda row: (row["position"], int(row["rank"]), sorted(row.items())))
    found = []
    for _, group in groupby(rows, key=lambda row: row["position"]):
        steps = list({row["rank"]: row for row in group}.values())
        if len(steps) > 1 or of_actor:
            found.append(Holder(name=asker.name(steps[0]["actor"]), about=steps[0]["label"], steps=tuple(_runs(steps))))
    yield from sorted(found, key=lambda each: (len(each.steps) == 1, each.name, each.about))


def _runs(steps: Iterable[Row]) -> Iterator[tuple[str, str, bool]]:
    """A stance as long as it is kept, with its first and its last day."""
    for number, (stance, run) in enumerate(groupby(steps, key=lambda row: local(row["stance"]))):
        days = [when_of(row["said"], row["published"]) for row in run]
        shown = days[0] if days[0] == days[-1] else f"{days[0]} … {days[-1]}"
        yield stance, shown if len(days) == 1 else f"{shown}, {len(days)} times", number > 0
