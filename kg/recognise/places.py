"""Mentions of places: names of the gazetteer, and parts of states ("im Osten Russlands", "Ostukraine")."""

from __future__ import annotations

from kg.lang.contexts import Directions
from kg.model import Place, PlaceKind, PlaceMention, slug
from kg.recognise.scan import Hit, Scan

__all__ = ["place_mentions"]


def place_mentions(scan: Scan) -> tuple[PlaceMention, ...]:
    """All mentions of places in the order of the text; a state counts as a place as well."""
    places = scan.lexicon.gazetteer.places
    found = []
    for hit in scan.hits.values():
        place = next((places[meaning.key] for meaning in reversed(hit.meanings) if meaning.key in places), None)
        if place is not None and not any(meaning.plural for meaning in hit.meanings):
            place = _region_of(scan, hit) or place if place.kind is PlaceKind.CITY else place
            found.append(PlaceMention(scan.text.span(hit.first, hit.last), hit.first, hit.last, place))
    return tuple(sorted([*found, *_parts_of_states(scan)], key=lambda mention: (mention.first, -mention.last)))


def _region_of(scan: Scan, hit: Hit) -> Place | None:
    """The region that a city's name means in a list behind the word for several: "den Regionen Donezk und Luhansk"."""
    before = hit.first - 1
    while before > 0 and (scan.tokens[before].form == "," or scan.joined(before, "and")) and before in scan.ends:
        before = scan.ends[before].first - 1
    if not scan.joined(before, "regions"):
        return None
    places = scan.lexicon.gazetteer.places
    name = f"{scan.first_of('kind of region')} {scan.text.words(scan.text.span(hit.first, hit.last))}"
    return next((places[key] for key in scan.lexicon.gazetteer.named(name) if key in places), None)


def _parts_of_states(scan: Scan) -> list[PlaceMention]:
    rows = scan.lexicon.language.table(Directions).values()
    words = {word: row for row in rows for word in row.words}
    parts = tuple((part, row) for row in rows for part in row.parts)
    starts = tuple(part for part, _ in parts)
    found = []
    for token in scan.capitals:
        row = words.get(token.form)
        if row is not None:
            mention = _part_behind(scan, token.position, row)
        elif token.form.lower().startswith(starts) and token.position not in scan.hits:
            mention = _part_inside(scan, token.position, parts)
        else:
            continue
        if mention is not None:
            found.append(mention)
    return found


def _part_behind(scan: Scan, position: int, row: Directions) -> PlaceMention | None:
    """The part that "Osten" and a state behind it mean."""
    after = position + 2 if scan.joined(position + 1, "genitive") or scan.joined(position + 1, "from") else position + 1
    hit = scan.hits.get(after)
    state = None if hit is None else scan.lexicon.gazetteer.places.get(hit.meanings[0].key)
    if hit is None or state is None or state.kind is not PlaceKind.COUNTRY:
        return None
    return _mention(scan, position, hit.last, row, state)


def _part_inside(scan: Scan, position: int, parts: tuple[tuple[str, Directions], ...]) -> PlaceMention | None:
    """The part that one compound means: "Ostukraine"."""
    low = scan.tokens[position].form.lower()
    for part, row in parts:
        state = scan.lexicon.head(low.removeprefix(part).removeprefix("-")) if low.startswith(part) else None
        place = None if state is None else scan.lexicon.gazetteer.places.get(state)
        if place is not None and place.kind is PlaceKind.COUNTRY:
            return _mention(scan, position, position + 1, row, place)
    return None


def _mention(scan: Scan, first: int, last: int, row: Directions, state: Place) -> PlaceMention:
    span = scan.text.span(first, last)
    english = f"{row.en} {state.label_en}"
    place = Place(
        id=f"x-region-{slug(english)}",
        kind=PlaceKind.REGION,
        label_en=english,
        label_de=scan.text.words(span),
        country=state.country,
    )
    return PlaceMention(span, first, last, place)
