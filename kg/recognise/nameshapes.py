"""What personal names look like: given names, initials, particles, surnames."""

from __future__ import annotations

import re

from kg.lang.nouns import Titles
from kg.recognise.scan import Scan

__all__ = ["GIVEN_AFTER_FAMILY", "KOREAN", "given_names", "is_day", "is_korean", "name_end", "namelike"]

GIVEN_AFTER_FAMILY = re.compile(r"[A-Z][a-z]+-[A-Za-z][a-z]+s?")
"""A given name that follows the family name: "Jong-un"."""
KOREAN = re.compile(r"[A-Z][a-z]{1,6}-[a-z]{1,6}s?")
"""A given name as Korean ones are spelt: "Ki-moon"."""
_GIVEN_TAGS = frozenset({"NE", "NN", "FM", "XY", "VVFIN", "ADJA", "ADJD", "ADV", "VVIMP", "VVPP"})
"""What capitalised Korean syllables behind a family name are tagged as."""
_INITIAL = re.compile(r"[A-ZÄÖÜ]\.?|[A-Z][a-z]\.")
_ELIDED = re.compile(r"[dl]['’]?[A-ZÀ-Ü][\w-]+")
"""A surname with an elided particle, the mark lost or not: "d'Arc", "dArc"."""
_NAME_TAGS = frozenset({"NE", "NN", "FM", "XY", "ADJA", "VVFIN", "ADJD", "ADV"})
_LONGEST = 6


def given_names(scan: Scan, position: int) -> int:
    """The end of given names that follow a family name: "Jong-un", "Jong Un"."""
    tokens = scan.tokens
    if GIVEN_AFTER_FAMILY.fullmatch(tokens[position].form):
        return position + 1
    pair = tokens[position : position + 2]
    known = any(place in scan.senses or place in scan.hits for place in (position, position + 1))
    known = known or any(is_day(scan, token.form) for token in pair)
    short = len(pair) == 2 and all(_short(token.form) and token.tag in _GIVEN_TAGS for token in pair)
    return position + 2 if short and not known else position


def is_korean(scan: Scan, position: int) -> bool:
    """Whether a short word that no table knows stands before a given name as Korean ones are spelt: "Doo Jin-ho"."""
    tokens = scan.tokens
    if position + 1 >= len(tokens) or position in scan.senses or position in scan.hits:
        return False
    token, given = tokens[position], tokens[position + 1].form
    korean = "-" in given and KOREAN.fullmatch(given) is not None
    return korean and _short(token.form) and token.tag in _GIVEN_TAGS


def _short(form: str) -> bool:
    return form[0].isupper() and form.isalpha() and form.isascii() and len(form) <= 5 and form[1:].islower()


def namelike(scan: Scan, position: int) -> bool:
    """Whether a word may be part of a personal name: capitalised, no noun of the tables, no acronym."""
    if position >= len(scan.tokens):
        return False
    token = scan.tokens[position]
    form = token.form.removesuffix(".") if len(token.form) == len("K.") else token.form
    if not form[0].isupper() or token.tag not in _NAME_TAGS or position in scan.senses or position in scan.states:
        return False
    hit = scan.hits.get(position)
    if hit is not None and (hit.last - hit.first > 1 or hit.meanings[0].key in scan.lexicon.gazetteer.actors):
        return False
    if (
        form in scan.lexicon.designators
        or scan.joined(position, "article")
        or (len(form) > 1 and form.isupper())
        or is_day(scan, form)
    ):
        return False
    return form.isalpha() or form.replace("-", "").replace("’", "").replace("'", "").isalpha()


def is_day(scan: Scan, form: str) -> bool:
    """Whether a word is a day of the week or a part of one ("Mittwochfrüh"), a month or a time of the year."""
    return form.lower().startswith(scan.joints["weekday"]) or form.lower() in scan.joints["time"]


def name_end(scan: Scan, position: int, taken: set[int], *, titled: bool = False) -> int:
    """The end of a name that begins here: first names, initials, particles, one surname or two.

    Behind a title the first of two names is a first name, though no table has it.
    """
    form = scan.tokens[position].form
    first = all(part in scan.lexicon.genders for part in form.split("-"))
    surnames = 0 if first or (titled and _goes_on(scan, position + 1)) else 1
    limit = min(scan.text.sentence_at(position).last, position + _LONGEST)
    place = position + 1
    while place < limit and place not in taken:
        after = _particles_end(scan, place, limit, surnames)
        if after > place:
            place = after
            surnames += 1
        elif _before_surname(scan, place, limit, surnames):
            place += 1
        elif namelike(scan, place) and (surnames == 0 or scan.tokens[place].tag == "NE"):
            place += 1
            surnames += 1
        elif _closes(scan, position, place, surnames if surnames or first else -1):
            return place + 1
        else:
            break
    return place


def _closes(scan: Scan, first: int, place: int, surnames: int) -> bool:
    """Whether a word is the last of a name though its tag does not tell: behind a first name, or before a verb."""
    if surnames == 0:
        return _is_trade(scan, place) or _is_people(scan, place)
    return surnames == 1 and _closes_field(scan, first, place)


def _closes_field(scan: Scan, first: int, place: int) -> bool:
    """As in "Ministerin Anna Halm Kranz kritisierte …": before the verb of a sentence stands one part of it alone, so
    that a third word belongs to the name."""
    tokens = scan.tokens
    begins = scan.text.sentence_at(first).first
    opening = all(tokens[other].tag[0] in "NA" and tokens[other].tag != "APPR" for other in range(begins, first))
    verb = place + 1 < len(tokens) and tokens[place + 1].tag in {"VVFIN", "VAFIN", "VMFIN"}
    return opening and verb and namelike(scan, place)


def _is_trade(scan: Scan, place: int) -> bool:
    """As in "Wolfgang Richter", "Otto Sommer", "Eva Kaiser": a trade, a season or a rank behind a first name is a
    surname; not in "Otto Graf Kranz"."""
    if scan.joined(place, "season") and scan.tokens[place].form[0].isupper():
        return True
    sense = scan.senses.get(place)
    if sense is None or not isinstance(sense.row, Titles) or sense.part:
        return False
    return not sense.row.address or (scan.tokens[place].form.isalpha() and not namelike(scan, place + 1))


def _is_people(scan: Scan, place: int) -> bool:
    """As in "Oskar Deutsch, …": the bare adjective of a people closes a name behind a first name."""
    tokens = scan.tokens
    bare = tokens[place].form[0].isupper() and tokens[place].form.endswith("sch") and place in scan.states
    return bare and place + 1 < len(tokens) and not tokens[place + 1].form[0].isupper()


def _goes_on(scan: Scan, position: int) -> bool:
    """Whether a word may be the surname behind an unknown first name."""
    if not namelike(scan, position):
        return False
    token = scan.tokens[position]
    name_in_s = token.form == token.lemma + "s" and not token.lemma.lower().endswith(scan.joints["noun ending"])
    return name_in_s or not scan.common_noun(position)


def _before_surname(scan: Scan, place: int, limit: int, surnames: int) -> bool:
    """Whether a further first name or an initial stands there."""
    form = scan.tokens[place].form
    if _INITIAL.fullmatch(form):
        return place + 1 < limit and namelike(scan, place + 1)
    return surnames == 0 and form in scan.lexicon.genders


def _particles_end(scan: Scan, place: int, limit: int, surnames: int) -> int:
    """The end of particles with the surname behind them: "von der Leyen", "al-Assad"; `place` where none stand."""
    lexicon, form = scan.lexicon, scan.tokens[place].form
    if _with_particle(form, lexicon.particles):
        return place + 1
    if form in lexicon.particles_behind:
        return place
    if form not in lexicon.inner_particles and (surnames or form not in lexicon.particles):
        return place
    after = place + 1
    while after < limit and scan.tokens[after].form in lexicon.particles:
        after += 1
    return after + 1 if after < limit and after - place <= 2 and namelike(scan, after) else place


def _with_particle(form: str, particles: frozenset[str]) -> bool:
    """Whether a particle is joined to the surname: "al-Assad", "d'Arc"."""
    if _ELIDED.fullmatch(form) is not None:
        return True
    particle, _, rest = form.partition("-")
    return particle.lower() in particles and rest[:1].isupper()
