"""Long attributes between an article and its noun: "der in Riga und den USA lebende Däne"."""

from __future__ import annotations

from kg.recognise.scan import Scan

__all__ = ["behind_participle"]

_ENDS = frozenset({"NN", "NE"})
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_INSIDE = _ENDS | _PREPOSITIONS | {"ART", "ADJA", "KON", "CARD", "ADV", "PPOSAT"}
_SHORTEST, _LONGEST = 2, 9
"""Words of a long attribute before its participle."""


def behind_participle(scan: Scan, first: int, head: int) -> tuple[int, int]:
    """Where a phrase begins without the participle of a long attribute, and its article: "Däne" and "der" of "der in
    Riga geborene Däne"."""
    before, tokens = first - 1, scan.tokens
    if before < _SHORTEST or first == head or tokens[first].tag != "ADJA" or tokens[before].tag not in _ENDS:
        return first, before
    for place in range(before, max(before - _LONGEST, 0), -1):
        if tokens[place].tag in _PREPOSITIONS and scan.joined(place - 1, "article"):
            return first + 1, place - 1
        if tokens[place].tag not in _INSIDE:
            break
    return first, before
