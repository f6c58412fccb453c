"""Mentions of places: names of the gazetteer, and parts of states ("im Osten Russlands")."""

from __future__ import annotations

from kg.model import PlaceMention
from kg.recognise.scan import Scan

__all__ = ["place_mentions"]


def place_mentions(scan: Scan) -> tuple[PlaceMention, ...]:
    """All mentions of places in the order of the text; a state counts as a place as well."""
    places = scan.lexicon.gazetteer.places
    found = []
    for hit in sorted(scan.hits.values()):
        place = next((places[meaning.key] for meaning in reversed(hit.meanings) if meaning.key in places), None)
        if place is not None and not any(meaning.plural for meaning in hit.meanings):
            found.append(PlaceMention(scan.text.span(hit.first, hit.last), hit.first, hit.last, place))
    return tuple(found)
