"""What follows a noun and belongs to it: genitives, "in Seoul", "aus den USA und Südkorea", acronyms in brackets."""

from __future__ import annotations

from kg.lang.nouns import Bodies, Groups, Offices, Organisations, Titles
from kg.model import ActorKind
from kg.recognise.aims import aim_end
from kg.recognise.fields import field_end, of_a_field, of_members, of_two, topic_end
from kg.recognise.lexicon import Sense
from kg.recognise.nameends import name_behind, name_run
from kg.recognise.owners import actors_of, begins_phrase, coordinated, is_genitive_hit, is_state_id
from kg.recognise.placed import place_end
from kg.recognise.scan import Hit, Scan

_MEDIA = frozenset({ActorKind.MEDIA_ORGANISATION, ActorKind.NEWS_AGENCY})

_NAMES = 3
"""How many words the name of somebody's superior has at most."""

__all__ = ["bracketed", "complement"]


def complement(scan: Scan, place: int, sense: Sense) -> tuple[int, list[str]]:
    """The end of one genitive or prepositional complement that begins here, and the owners that it names."""
    person = isinstance(sense.row, Offices | Titles)
    several = person and any(reading.plural for reading in sense.readings)
    hit = scan.hits.get(place)
    if hit is not None and is_genitive_hit(scan, place):
        return (place, []) if begins_phrase(scan, hit.last) else _owners(scan, hit, sense)
    if of_members(scan, place):
        return place + 2, []
    if scan.joined(place, "genitive"):
        required = not person and not of_a_field(scan, place)
        if _addressee(scan, place, sense):
            return place, []
        return _both(scan, place, *_nominal(scan, place, required=required), several=several)
    if scan.joined(place, "from"):
        return _both(scan, place, *_origin(scan, place, person=person), several=several)
    if scan.joined(place, "at"):
        return _at(scan, place, sense)
    return _purpose(scan, place, person=person)


def _at(scan: Scan, place: int, sense: Sense) -> tuple[int, list[str]]:
    """The end of "im Innenministerium", "bei der Polizei", "in Riga" and the owners named there; of an embassy the
    place alone."""
    if isinstance(sense.row, Bodies) and sense.row.abroad:
        return _abroad(scan, place), []
    person = isinstance(sense.row, Offices | Titles)
    end, owners = _nominal(scan, place, required=True)
    fits = isinstance(sense.row, Bodies) or (person and not any(is_state_id(scan, owner) for owner in owners))
    return (end, owners) if fits and owners else (place, [])


def _abroad(scan: Scan, place: int) -> int:
    """The end of "in Riga", "in den USA" behind an embassy; the same place where no name follows."""
    name = place + 1 + scan.joined(place + 1, "article")
    if name in scan.hits:
        return scan.hits[name].last
    return name + 1 if name == place + 1 and _is_name(scan, name) else place


def _owners(scan: Scan, hit: Hit, sense: Sense) -> tuple[int, list[str]]:
    """The end of "Frankreichs" or, behind a noun of several, of "Frankreichs und der Ukraine", and whom they name."""
    many = any(reading.plural for reading in sense.readings)
    return coordinated(scan, hit.last, actors_of(scan, hit)) if many else (hit.last, actors_of(scan, hit))


def _purpose(scan: Scan, place: int, *, person: bool) -> tuple[int, list[str]]:
    """The end of what somebody or a body is there for: "für Logistik", "zur Rettung der Wale"."""
    lead = scan.joined(place, "for")
    if not person:
        return field_end(scan, place) if lead else aim_end(scan, place), []
    if not lead:
        return place, []
    end, owners = _nominal(scan, place, required=False)
    return topic_end(scan, place, end), owners


def _both(scan: Scan, place: int, end: int, owners: list[str], *, several: bool) -> tuple[int, list[str]]:
    """The end of a complement with the second whom it names, where more than one may be of both."""
    return (of_two(scan, place, end) if several and end > place + 1 else end), owners


def _addressee(scan: Scan, place: int, sense: Sense) -> bool:
    """As in "sagte der Politiker der Zeitung Halmblick": a medium behind somebody not of it; not "des Senders"."""
    if scan.tokens[place].form.endswith("s"):
        return False
    if sense.readings[0].nominative.lower().endswith(scan.joints["of the press"]):
        return False
    noun, _ = _adjectives_end(scan, place + 1)
    other = scan.senses.get(noun)
    hit = scan.hits.get(noun)
    kinds = {other.row.kind} if other is not None and isinstance(other.row, Organisations) else set()
    actors = scan.lexicon.gazetteer.actors
    kinds |= {actors[key].kind for key in actors_of(scan, hit)} if hit is not None else set()
    return bool(kinds & _MEDIA)


def _nominal(scan: Scan, start: int, *, required: bool) -> tuple[int, list[str]]:
    """The end of the noun phrase behind `start`, one noun or name; `required`: only where it names an actor."""
    tokens = scan.tokens
    place, owners = _adjectives_end(scan, start + 1)
    place, titled = _titles_end(scan, place)
    owners += titled
    if place not in scan.hits and place not in scan.senses and _is_title(scan, place - 1):
        return (place, owners) if owners or not required else (start, [])
    hit = scan.hits.get(place)
    if hit is not None:
        return coordinated(scan, hit.last, owners + actors_of(scan, hit))
    sense = scan.senses.get(place)
    if sense is not None and isinstance(sense.row, Bodies | Groups | Organisations):
        end, owners = _named_body(scan, place + 1, _body_of(scan, sense, (*owners, *sense.owners)))
        if end > place + 1:
            return end, owners
        called = name_behind(scan, place + 1) if isinstance(sense.row, Groups | Organisations) else end
        return max(place_end(scan, place), name_run(scan, place), called), owners
    if not required and place < len(tokens) and tokens[place].tag in {"NN", "NE"}:
        return max(_over_name(scan, place + 1), place_end(scan, place), name_run(scan, place)), owners
    return start, []


def _origin(scan: Scan, place: int, *, person: bool) -> tuple[int, list[str]]:
    """The end of "von" or "aus" and what it governs; after people "von der Polizei" rather tells who did something."""
    after = scan.tokens[place + 1].tag if place + 1 < len(scan.tokens) else ""
    holder = _holder_end(scan, place + 1) if person else 0
    if holder > place + 1:
        return holder, []
    if after == "PPOSAT" or (person and after == "ART") or _owns(scan, place + 1):
        return place, []
    if person and after == "NE" and place + 1 not in scan.hits and _is_name(scan, place + 1):
        return place + 2, []
    return _nominal(scan, place, required=True)


def _holder_end(scan: Scan, place: int) -> int:
    """The end of "Ministerin Anna Halm", "Bayerns Innenminister Halm" behind "ein Sprecher von"; else the place."""
    begin = place + _owns(scan, place)
    titles, _ = _titles_end(scan, begin)
    end = titles
    while titles > begin and end < min(titles + _NAMES, len(scan.tokens)) and _may_be_name(scan, end):
        end += 1
    return end if end > titles else place


def _may_be_name(scan: Scan, place: int) -> bool:
    """Whether a word may be part of a person's name."""
    token = scan.tokens[place]
    return token.form[0].isupper() and token.tag in {"NE", "NN"} and place not in scan.senses


def _owns(scan: Scan, place: int) -> bool:
    """As in "ein Sprecher von Bayerns Innenminister": a name in the genitive belongs to the title behind it."""
    owner = place + 1 < len(scan.tokens) and scan.tokens[place].form.endswith("s") and place not in scan.senses
    return owner and _is_title(scan, place + 1)


def _over_name(scan: Scan, place: int) -> int:
    """The position behind the name of what the noun before it is: "der Stadt Halm"; the same one where none stands."""
    hit = scan.hits.get(place)
    town = any(scan.joined(place - 1, joint) for joint in ("site", "kind of region", "district"))
    if hit is not None and town:
        return hit.last
    unknown = town and place < len(scan.tokens) and place not in scan.senses and scan.tokens[place].tag == "NN"
    return place + (unknown or _is_name(scan, place))


def _is_name(scan: Scan, place: int) -> bool:
    """Whether a name that nobody knows stands there: of a town, a province."""
    return place < len(scan.tokens) and scan.tokens[place].tag == "NE" and place not in scan.hits


def _named_body(scan: Scan, place: int, owners: list[str]) -> tuple[int, list[str]]:
    """Goes on over the name of a body behind its noun: "des Militärgeheimdienstes HUR"."""
    hit = scan.hits.get(place)
    named = [] if hit is None else [key for key in actors_of(scan, hit) if not is_state_id(scan, key)]
    return (place, owners) if hit is None or not named else (hit.last, named)


def _adjectives_end(scan: Scan, place: int) -> tuple[int, list[str]]:
    """The position behind an article and adjectives, and the states that the adjectives name."""
    owners: list[str] = []
    tokens = scan.tokens
    if place < len(tokens) and tokens[place].tag in {"ART", "PPOSAT"}:
        place += 1
    while place < len(tokens) and place not in scan.hits and _declines(scan, place):
        if place in scan.states:
            owners.append(scan.states[place])
        place += 1
    return place, owners


def _declines(scan: Scan, place: int) -> bool:
    """Whether an adjective stands there; one that belongs to a name has a capital: "des Nationalen Sicherheitsrats"."""
    token = scan.tokens[place]
    if token.tag == "ADJA" or place in scan.states:
        return True
    return token.tag == "NN" and place + 1 in scan.senses and scan.lexicon.adjective_stem(token.form) is not None


def _titles_end(scan: Scan, place: int) -> tuple[int, list[str]]:
    """The position behind titles ("von Präsident …"), and the owners that their compounds name."""
    owners: list[str] = []
    while _is_title(scan, place):
        owners += scan.senses[place].owners
        place += 1
    return place, owners


def _is_title(scan: Scan, place: int) -> bool:
    return place in scan.senses and isinstance(scan.senses[place].row, Offices | Titles)


def _body_of(scan: Scan, sense: Sense, owners: tuple[str, ...]) -> list[str]:
    """The body that a noun and its owners mean, else the owners."""
    found = None
    if isinstance(sense.row, Bodies) and owners:
        found = scan.lexicon.gazetteer.body(owners[0], sense.row.body)
    return list(owners) if found is None else [found.id]


def bracketed(scan: Scan, place: int, key: str) -> int:
    """The position behind an acronym in brackets that means the same: "(NIS)"."""
    again = scan.hits.get(place + 1)
    if again is None or scan.tokens[place].form != "(" or again.meanings[0].key != key:
        return place
    closed = again.last < len(scan.tokens) and scan.tokens[again.last].form == ")"
    return again.last + 1 if closed else place
