"""Noun phrases around a noun of the tables: adjectives and owners on its left, names and complements on its right."""

from __future__ import annotations

from kg.lang.nouns import Bodies, Offices, Organisations, Reports, Titles
from kg.model import ActorKind
from kg.model.record import Record, record
from kg.recognise.complements import bracketed, complement
from kg.recognise.lexicon import Sense
from kg.recognise.nounforms import NounForm
from kg.recognise.owners import is_genitive_hit
from kg.recognise.participles import behind_participle
from kg.recognise.people import PersonName
from kg.recognise.runs import tells_town
from kg.recognise.scan import Hit, Scan

__all__ = ["Described", "described", "tells_kind"]


@record
class Described(Record):
    """A noun with what belongs to it."""

    first: int
    head: int
    last: int
    sense: Sense
    reading: NounForm
    owners: tuple[str, ...]
    """Ids of states and bodies that it belongs to."""
    name: PersonName | None
    """The person named right behind it."""
    named: Hit | None
    """The body named right behind it: "Geheimdienst NIS"."""
    definite: bool


def described(scan: Scan, head: int, people: dict[int, PersonName]) -> Described:
    """The noun phrase of the noun at `head`."""
    sense = scan.senses[head]
    first, owners = _left_edge(scan, _over_cut(scan, head), sense.owners)
    last, more, name, named = _right_edge(scan, head, sense, people)
    first, before = behind_participle(scan, first, head)
    definite = scan.joined(before, "definite") or is_genitive_hit(scan, first)
    reading = _reading(scan, first, head, sense, singular=name is not None)
    owned = tuple(dict.fromkeys(owners or more))
    return Described(first, head, last, sense, reading, owned, name, named, definite)


def _left_edge(scan: Scan, head: int, owners: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """The first token of the phrase without articles, and the owners that stand left of the noun."""
    found, place, tokens = list(owners), head - 1, scan.tokens
    while place >= 0:
        if place in scan.states:
            found.insert(0, scan.states[place])
        elif _joins_adjectives(scan, place) or _opens_name(scan, place, head) or tells_town(scan, place):
            pass
        elif tokens[place].tag != "ADJA" or not _agrees(scan, place, head):
            break
        place -= 1
    place = _over_negation(scan, place, head)
    hit = scan.ends.get(place + 1)
    if hit is not None and is_genitive_hit(scan, hit.first) and hit.last == place + 1:
        found.insert(0, hit.meanings[0].key)
        place = hit.first - 1
    return place + 1, tuple(key for key in found if key in scan.lexicon.gazetteer.actors)


def _opens_name(scan: Scan, place: int, head: int) -> bool:
    """As in "der Tiroler Polizei", "dem Obersten Gericht", "die Prager Neue Zeitung": one of the capital words between
    an article and a body that tell which one it is."""
    if head not in scan.senses or not isinstance(scan.senses[head].row, Bodies | Organisations):
        return False
    first = place
    while first > 0 and _is_of_name(scan, first - 1):
        first -= 1
    led = scan.joined(first - 1, "article") or first - 1 in scan.states
    kind = isinstance(scan.senses[head].row, Bodies) or not scan.lexicon.is_seat(scan.tokens[head - 1].form)
    return led and kind and all(_is_of_name(scan, p) for p in range(place, head))


def _is_of_name(scan: Scan, place: int) -> bool:
    form = scan.tokens[place].form
    if place in scan.senses or not form[0].isupper():
        return False
    if scan.joined(place, "opening a name"):
        return True
    return scan.tokens[place].tag in {"NN", "NE", "ADJA"} and (scan.lexicon.is_seat(form) or tells_kind(scan, place))


def tells_kind(scan: Scan, place: int) -> bool:
    """As in "das Nationale Institut", "der Wissenschaftliche Beirat": an adjective by its ending, with a capital."""
    form = scan.tokens[place].form
    stem = scan.lexicon.adjective_stem(form) if form[0].isupper() and form.isalpha() else None
    return stem is not None and stem.endswith(scan.joints["adjective of a name ending"])


def _over_cut(scan: Scan, head: int) -> int:
    """Where "Hotel- und Gastverband" begins: a word cut short that the noun goes on."""
    cut = head > 1 and scan.joined(head - 1, "and") and scan.tokens[head - 2].form.endswith("-")
    return head - 2 if cut else head


def _over_negation(scan: Scan, place: int, head: int) -> int:
    """The place before "namentlich nicht" of "ein namentlich nicht genannter Beamter"."""
    before = place
    while before >= 0 and scan.tokens[before].tag in {"ADV", "ADJD", "PTKNEG"}:
        before -= 1
    denied = any(token.tag == "PTKNEG" for token in scan.tokens[before + 1 : place + 1])
    return before if denied and place + 1 < head and scan.joined(before, "article") else place


def _joins_adjectives(scan: Scan, place: int) -> bool:
    """Whether "und" or a comma joins two adjectives, or an adjective and the first part of a compound."""
    if not (scan.joined(place, "and") or scan.tokens[place].form == ",") or place == 0:
        return False
    before = place - 1
    after = place + 1
    joined = (
        scan.tokens[after].tag == "ADJA" or after in scan.states or bool(after in scan.senses and _part(scan, after))
    )
    return joined and (before in scan.states or (scan.tokens[before].tag == "ADJA" and after not in scan.senses))


def _part(scan: Scan, place: int) -> tuple[str, ...]:
    return scan.senses[place].owners


def _agrees(scan: Scan, place: int, head: int) -> bool:
    """Whether an adjective has the ending of the one behind it; verbs that look like adjectives seldom have."""
    lexicon, behind = scan.lexicon, scan.tokens[place + 1]
    if place + 1 >= head or behind.tag != "ADJA" or lexicon.is_seat(behind.form):
        return True
    form = scan.tokens[place].form
    stems = lexicon.adjective_stem(form), lexicon.adjective_stem(behind.form)
    if None in stems or lexicon.is_seat(form):
        return True
    return form.removeprefix(stems[0] or "") == behind.form.removeprefix(stems[1] or "")


def _right_edge(
    scan: Scan, head: int, sense: Sense, people: dict[int, PersonName]
) -> tuple[int, list[str], PersonName | None, Hit | None]:
    """The end of the phrase, owners found on the way, and the person or body named behind the noun."""
    owners: list[str] = []
    if isinstance(sense.row, Reports):
        return head + 1, owners, None, None
    limit = scan.text.sentence_at(head).last
    place = _titles_end(scan, head)
    person = isinstance(sense.row, Offices | Titles)
    while place < limit:
        if place in people and _whose(scan, head, people[place]):
            ahead = scan.tokens[people[place].last].tag == "ADJA"
            return (place if ahead else people[place].last), owners, None, None
        if place in people and _of_the_other(scan, head, people[place]):
            return people[place].last, owners, None, None
        if place in people and (person or (place == head + 1 and isinstance(sense.row, Bodies))):
            return people[place].last, owners, people[place], None
        hit = scan.hits.get(place)
        if hit is not None and not person and place == head + 1 and _is_body(scan, hit):
            return bracketed(scan, hit.last, hit.meanings[0].key), owners, None, hit
        end, found = complement(scan, place, sense)
        if end == place or end > limit:
            break
        owners += found
        place = end
    return place, owners, None, None


def _whose(scan: Scan, head: int, name: PersonName) -> bool:
    """As in "der Sprecher Putins", "die Anwälte Nawalnys": behind an article and a noun a name in the genitive is not
    that of the one who holds the post."""
    form = scan.tokens[name.last - 1].form
    if name.first == head + 1 and form.endswith("s") and _several(scan, head, name.last):
        return True
    base = name.actor.label_de.split()[-1]
    if name.first != head + 1 or not form.endswith(("s", "'", "’")) or form[:-1] != base:
        return False
    place = head - 1
    while place > 0 and scan.tokens[place].tag == "ADJA":
        place -= 1
    return place >= 0 and scan.tokens[place].tag == "ART"


def _of_the_other(scan: Scan, head: int, name: PersonName) -> bool:
    """As in "die Anwältin des Angeklagten Otto Kranz": a name behind a second post, by gender too, is its own."""
    sense = scan.senses.get(name.first - 1)
    if name.first <= head + 2 or sense is None or not isinstance(sense.row, Offices | Titles):
        return False
    led = scan.joined(name.first - 2, "genitive") or scan.tokens[name.first - 2].tag == "ADJA"
    hers = all(reading.gender == "f" for reading in sense.readings if not reading.plural)
    return led and not (hers and name.actor.gender == "m")


def _several(scan: Scan, head: int, last: int) -> bool:
    """As in "die Anwälte Otto Halms": nobody is called by a noun of several, unless another name is joined."""
    readings = scan.senses[head].readings
    return all(r.plural for r in readings) and not (
        scan.joined(last, "and") or scan.tokens[last].form in {",", "(", "/"}
    )


def _titles_end(scan: Scan, head: int) -> int:
    """The position behind a row of titles: "Bundeskanzler und CDU-Chef", "Professor Dr.", "Oberst a. D."."""
    place = head + 1
    if not isinstance(scan.senses[head].row, Offices | Titles):
        return place
    while place < len(scan.tokens):
        if scan.joined(place, "behind a title"):
            place += 1
            continue
        after = place + 1 if scan.joined(place, "and") else place
        sense = scan.senses.get(after)
        titled = sense is not None and isinstance(sense.row, Offices | Titles)
        if not titled or (after > place and not _name_near(scan, after)):
            return place
        place = after + 1
    return place


def _name_near(scan: Scan, place: int) -> bool:
    """Whether a capitalised word that is no noun of the tables follows: a name."""
    after = place + 1
    return after < len(scan.tokens) and scan.tokens[after].form[0].isupper() and after not in scan.senses


def _is_body(scan: Scan, hit: Hit) -> bool:
    actor = scan.lexicon.gazetteer.actors.get(hit.meanings[0].key)
    return actor is not None and actor.kind not in {ActorKind.STATE, ActorKind.PERSON}


def _reading(scan: Scan, first: int, head: int, sense: Sense, *, singular: bool) -> NounForm:
    """The reading that article, adjective and preposition leave: one or many."""
    one = [reading for reading in sense.readings if not reading.plural]
    many = [reading for reading in sense.readings if reading.plural]
    before = first - 1
    form, word = (scan.tokens[place].form.lower() if place >= 0 else "" for place in (head, before))
    if not one or not many or singular or scan.joined(before, "singular"):
        man = word == scan.first_of("masculine or many")  # "der Abgeordnete Kim Ok"
        return next((reading for reading in one if man and reading.gender == "m"), (one or many)[0])
    if scan.joined(before, "feminine or many"):
        return next((reading for reading in one if reading.gender == "f"), many[0])
    if word == scan.first_of("masculine or many") or is_genitive_hit(scan, first):
        weak = head > first and scan.tokens[first].form.endswith("n")
        base = (reading for reading in one if not weak and form.endswith(reading.nominative.lower()))
        return min(base, key=lambda reading: reading.gender != "m", default=many[0])
    if scan.joined(before, "masculine or many") and not scan.joined(before - 1, "dative"):
        return one[0]
    return many[0]
