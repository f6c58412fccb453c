"""Whose somebody or something is: names in the genitive, one or several ("der USA, Südkoreas und der Ukraine")."""

from __future__ import annotations

from kg.model import ActorKind, MentionForm
from kg.recognise.scan import Hit, Scan

__all__ = ["actors_of", "begins_phrase", "coordinated", "is_genitive_hit", "is_state_id"]


def is_genitive_hit(scan: Scan, first: int) -> bool:
    """Whether a name in the genitive stands at a position: "Russlands Präsident", "der Chef Nordkoreas"."""
    hit = scan.hits.get(first)
    if hit is None or hit.meanings[0].form not in {MentionForm.NAME, MentionForm.METONYM}:
        return False
    form = scan.tokens[hit.last - 1].form
    if not form.endswith(("s", "’", "'")) or form.isupper() or (first > 0 and scan.tokens[first - 1].tag == "ART"):
        return False
    return hit.last - hit.first > 1 or bool(scan.lexicon.tree.single(form[:-1]))


def coordinated(scan: Scan, place: int, owners: list[str]) -> tuple[int, list[str]]:
    """Goes on over "und Südkorea", ", Südkoreas und der Ukraine" behind a state, over "und SPD" behind a party."""
    if not owners:
        return place, owners
    if not is_state_id(scan, owners[-1]):
        return _with_party(scan, place, owners)
    end, more = _next_state(scan, place)
    if not more:
        return place, owners
    if scan.joined(place, "and"):
        return end, owners + more
    behind, others = coordinated(scan, end, more)
    return (behind, owners + others) if len(others) > 1 else (place, owners)


def _with_party(scan: Scan, place: int, owners: list[str]) -> tuple[int, list[str]]:
    """As in "von CSU und SPD"."""
    other = scan.hits.get(place + 1) if scan.joined(place, "and") else None
    bodies = [] if other is None else [key for key in actors_of(scan, other) if _is_party(scan, key, owners[-1])]
    return (place, owners) if other is None or not bodies else (other.last, owners + bodies)


def _next_state(scan: Scan, place: int) -> tuple[int, list[str]]:
    """The end and the id of the state behind "und" or a comma, that owns nothing itself."""
    if not (scan.joined(place, "and") or (place < len(scan.tokens) and scan.tokens[place].form == ",")):
        return place, []
    hit = scan.hits.get(place + 2 if scan.joined(place + 1, "article") else place + 1)
    if hit is None or (is_genitive_hit(scan, hit.first) and (hit.last in scan.senses or begins_phrase(scan, hit.last))):
        return place, []
    return hit.last, [key for key in actors_of(scan, hit) if is_state_id(scan, key)]


def _is_party(scan: Scan, key: str, other: str) -> bool:
    """Whether two are bodies of one sort: "von CSU und SPD"; "Sprecher der CSU und Kranz" are two."""
    kinds = {scan.lexicon.gazetteer.actors[one].kind for one in (key, other)}
    return len(kinds) == 1 and not kinds & {ActorKind.STATE, ActorKind.PERSON}


def begins_phrase(scan: Scan, place: int) -> bool:
    """As in "laut Medien Kiews neuer Plan": a name in the genitive before an adjective belongs to what follows."""
    return place < len(scan.tokens) and scan.tokens[place].tag == "ADJA"


def is_state_id(scan: Scan, key: str) -> bool:
    """Whether an actor of the gazetteer is a state."""
    return scan.lexicon.gazetteer.actors[key].kind is ActorKind.STATE


def actors_of(scan: Scan, hit: Hit) -> list[str]:
    """The id of the actor that a name means first; nothing for a place."""
    return [meaning.key for meaning in hit.meanings if meaning.key in scan.lexicon.gazetteer.actors][:1]
