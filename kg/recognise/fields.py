"""What a body is for or of whom: "für Luft und Licht", "der Wissenschaften", "deutscher Banken"."""

from __future__ import annotations

from kg.recognise.scan import Scan

__all__ = ["field_end", "of_a_field", "of_members"]


def field_end(scan: Scan, place: int) -> int:
    """The end of "für Astronomie", "für Luft und Licht" behind an institute, an office, a society; else the place."""
    tokens = scan.tokens
    if place == 0 or not tokens[place - 1].form.lower().endswith(scan.joints["for a field"]):
        return place
    end = place + 1
    while end + 1 < len(tokens) and (tokens[end].tag == "ADJA" or _called_so(scan, end)):
        end += 1
    if end >= len(tokens) or tokens[end].tag not in {"NN", "NE"} or end in scan.hits or end in scan.senses:
        return place
    second = end + 2 < len(tokens) and scan.joined(end + 1, "and") and tokens[end + 2].tag in {"NN", "NE"}
    goes_on = second and end + 3 < len(tokens) and not tokens[end + 3].tag.startswith(("ART", "ADJA"))
    return end + 3 if goes_on and end + 2 not in scan.senses else end + 1


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
