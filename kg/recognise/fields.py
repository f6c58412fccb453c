"""What a body is for or of whom: "für Luft und Licht", "der Wissenschaften", "deutscher Banken"."""

from __future__ import annotations

from kg.lang.nouns import Bodies, Groups, Offices, Reports, Titles
from kg.recognise.scan import Scan

__all__ = ["field_end", "of_a_field", "of_members", "of_two", "topic_end"]


_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})


def field_end(scan: Scan, place: int) -> int:
    """The end of "für Astronomie", "für Luft und Licht" behind an institute, an office, a society; else the place."""
    tokens = scan.tokens
    if place == 0 or not tokens[place - 1].form.lower().endswith(scan.joints["for a field"]):
        return place
    end = place + 1
    while end + 1 < len(tokens) and (tokens[end].tag == "ADJA" or _called_so(scan, end)):
        end += 1
    if end >= len(tokens) or tokens[end].tag not in {"NN", "NE"} or end in scan.hits or _acts(scan, end):
        return place
    second = end + 2 < len(tokens) and scan.joined(end + 1, "and") and tokens[end + 2].tag in {"NN", "NE"}
    goes_on = second and end + 3 < len(tokens) and not tokens[end + 3].tag.startswith(("ART", "ADJA"))
    if not goes_on or end + 2 in scan.senses:
        return end + 1
    return end + 3 + _called_so(scan, end + 2)


def _acts(scan: Scan, place: int) -> bool:
    """Whether a noun of the tables stands there that names people or bodies, and no report: "für Systemanalyse"."""
    sense = scan.senses.get(place)
    return sense is not None and not isinstance(sense.row, Reports)


def topic_end(scan: Scan, place: int, end: int) -> int:
    """Goes on over what else somebody is there for: "für Kognitive Linguistik", "für Kultur und Medien"; not where the
    noun behind "und" may speak itself."""
    tokens = scan.tokens
    if end <= place + 1 or end + 1 >= len(tokens) or tokens[place + 1].tag in {"ART", "PPOSAT"}:
        return end
    if end == place + 2 and _called_so(scan, place + 1):
        end += 1
    bare = end + 1 < len(tokens) and scan.joined(end, "and") and tokens[end + 1].tag in {"NN", "NE"}
    noun = bare and not _may_act(scan, end + 1) and tokens[end + 1].form.lower() != tokens[place].form.lower()
    return end + 2 + _called_so(scan, end + 1) if noun else end


def of_two(scan: Scan, start: int, end: int) -> int:
    """Goes on over the second of two that somebody is of: "von SPD und Wirtschaft", "der Universitäten Bern und Basel",
    "der Polizei und der Feuerwehr"; not where the noun behind "und" may speak itself."""
    tokens = scan.tokens
    if not scan.joined(end, "and") or end + 1 >= len(tokens):
        return end
    again = tokens[end + 1].form.lower() == tokens[start].form.lower() and scan.joined(start, "genitive")
    place = end + 1 + again
    if place >= len(tokens) or tokens[place].tag not in {"NN", "NE"} or not tokens[place].form[0].isupper():
        return end
    fits = again or (not scan.joined(start, "article") or tokens[end - 1].tag == "NE")
    closes = place + 1 < len(tokens) and tokens[place + 1].tag in _FINITE
    return place + 1 if fits and closes and not _people(scan, place) else end


def _people(scan: Scan, place: int) -> bool:
    """Whether a noun names people, or several by its ending: who speaks by themselves."""
    sense = scan.senses.get(place)
    known = isinstance(None if sense is None else sense.row, Offices | Titles | Groups)
    return known or (scan.common_noun(place) and scan.tokens[place].lemma != scan.tokens[place].form)


def _may_act(scan: Scan, place: int) -> bool:
    """Whether a noun names people or a name: a second speaker rather than a second field."""
    sense = scan.senses.get(place)
    return place in scan.hits or isinstance(None if sense is None else sense.row, Offices | Titles | Bodies)


def _called_so(scan: Scan, place: int) -> bool:
    """As in "für Nationales Gedenken": an adjective with a capital that looks like a noun."""
    nouns = all(token.tag in {"NN", "NE"} for token in scan.tokens[place : place + 2])
    return nouns and scan.tokens[place].form.endswith(scan.joints["strong ending"])


def of_a_field(scan: Scan, place: int) -> bool:
    """As in "die Akademie der Wissenschaften": what a body is for is no actor."""
    noun = scan.tokens[place + 1].form if place + 1 < len(scan.tokens) else ""
    before = scan.tokens[place - 1].form.lower()
    field = before.endswith(scan.joints["for a field"])
    if place > 0 and before.endswith(scan.joints["members ending"]) and place + 1 not in scan.hits:
        return True
    return place > 0 and field and noun.endswith(scan.joints["many ending"]) and place + 1 not in scan.senses


def of_members(scan: Scan, place: int) -> bool:
    """As in "der Bundesverband deutscher Banken": whose society it is, without an article."""
    if place + 1 >= len(scan.tokens) or not scan.tokens[place - 1].form.lower().endswith(scan.joints["members ending"]):
        return False
    adjective, noun = scan.tokens[place : place + 2]
    whose = adjective.form.endswith("er") and (adjective.tag == "ADJA" or place in scan.states)
    return whose and noun.tag == "NN" and place + 1 not in scan.hits
