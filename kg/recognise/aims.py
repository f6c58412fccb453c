"""What a body is there for or against: "zur Rettung der Wale", "gegen Korruption in Halmland"."""

from __future__ import annotations

from kg.recognise.scan import Scan

__all__ = ["aim_end"]

_NOUNS = frozenset({"NN", "NE"})
_INSIDE = frozenset({"ART", "ADJA", "APPR", "TRUNC", "KON", "NN", "NE"})
_LONGEST = 10
"""Words of such an aim at most."""


def aim_end(scan: Scan, place: int) -> int:
    """The end of "zur Rettung der Wale" behind a body, of "gegen Korruption" where nothing else can follow it; else the
    place."""
    if place == 0 or not scan.tokens[place - 1].form.lower().endswith(scan.joints["for a field"]):
        return place
    if scan.joined(place, "to an end"):
        return _to_an_end(scan, place)
    if not scan.joined(place, "opposed") or scan.tokens[place + 1].tag not in _NOUNS | {"ADJA"}:
        return place
    end = _all(scan, place)
    closed = end < len(scan.tokens) and (_in_brackets(scan, end) or _before_verb(scan, place, end))
    return end if closed else place


def _to_an_end(scan: Scan, place: int) -> int:
    """As in "zur Verfolgung von Korruption", "zur Polio-Ausrottung": an act, and what it is done to."""
    end = place + 1
    while end < len(scan.tokens) and scan.tokens[end].tag == "ADJA":
        end += 1
    if end >= len(scan.tokens) or not scan.tokens[end].form.lower().endswith(scan.joints["aim ending"]):
        return place
    whose = scan.joined(end + 1, "genitive") or scan.joined(end + 1, "from")
    if not whose:
        return end + 1 if "-" in scan.tokens[end].form or _in_brackets(scan, end + 1) else place
    end += 2
    while end < len(scan.tokens) and scan.tokens[end].tag == "ADJA":
        end += 1
    second = end + 2 < len(scan.tokens) and scan.joined(end + 1, "and") and scan.tokens[end + 2].tag in _NOUNS
    goes_on = second and (_in_brackets(scan, end + 3) or scan.tokens[end + 3].tag.endswith("FIN"))
    return end + 3 if goes_on else end + 1


def _all(scan: Scan, place: int) -> int:
    """The end of all that may belong to an aim: nouns with what stands before them."""
    end = place + 1
    while end < min(len(scan.tokens), place + _LONGEST) and scan.tokens[end].tag in _INSIDE:
        end += 1
    return end


def _in_brackets(scan: Scan, place: int) -> bool:
    """Whether a short name in brackets stands at a position: "(WFL)"."""
    return place + 2 < len(scan.tokens) and [scan.tokens[place + n].form for n in (0, 2)] == ["(", ")"]


def _before_verb(scan: Scan, place: int, end: int) -> bool:
    """As in "(Laut der) Initiative gegen Korruption warnt": before the verb of a sentence stands one part alone."""
    first = scan.text.sentence_at(place).first
    verb = scan.tokens[end].tag.endswith("FIN")
    return verb and all(token.tag in _INSIDE and token.tag != "APPR" for token in scan.tokens[first + 1 : place])
