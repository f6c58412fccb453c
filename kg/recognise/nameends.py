"""Where a name ends that begins with a noun of its kind: "der Uni Halmstein", "der Halmer Nachrichten"."""

from __future__ import annotations

from kg.lang.nouns import Organisations
from kg.recognise.nameshapes import is_day
from kg.recognise.scan import Scan

__all__ = ["name_behind", "name_run"]

_NAMES = frozenset({"NE", "FM", "XY"})
_WORDS = _NAMES | {"NN"}
_LONGEST = 5


def name_run(scan: Scan, place: int) -> int:
    """The end of the name or noun that begins at a place: adjectives with a capital, the noun, the names behind it."""
    limit = min(scan.text.sentence_at(place).last, place + _LONGEST)
    end = place + 1
    if end < limit and _adjectival(scan, place) and _noun(scan, end):
        end += 1
    begin = end
    while end < limit and _goes_on(scan, end):
        end += 1
    shared = scan.joined(end, "and") and not scan.joined(end + 1, "definite")
    return begin if shared else end


def name_behind(scan: Scan, place: int) -> int:
    """The end of the name right behind the noun of an organisation: "der Gruppe Halm al-Kranz", "der Miliz Erste
    Division", "der Firma Halm & Söhne"; the same position where none stands."""
    limit = min(scan.text.sentence_at(place - 1).last, place + _LONGEST)
    end = place + (place + 1 < limit and scan.tokens[place].tag == "ADJA" and scan.tokens[place].form[0].isupper())
    person = end < limit and scan.tokens[end].form in scan.lexicon.genders
    if end >= limit or person or end in scan.hits or not _belongs(scan, end):
        return place
    end += 1
    while end < limit and end not in scan.hits:
        joined = scan.tokens[end].form.partition("-")
        if scan.tokens[end].form == "&" and end + 1 < limit:
            end += 2
        elif (joined[0] in scan.lexicon.particles and joined[2][:1].isupper()) or _belongs(scan, end):
            end += 1
        else:
            break
    return end + 2 * (scan.joined(end, "and") and _bracketed(scan, end + 2))


def _bracketed(scan: Scan, place: int) -> bool:
    """As in "der Partei Brot und Licht (BL)": whether an acronym in brackets closes a longer name."""
    forms = [token.form for token in scan.tokens[place : place + 3]]
    return len(forms) == 3 and forms[0] == "(" and forms[2] == ")" and not forms[1].islower()


def _belongs(scan: Scan, place: int) -> bool:
    """Whether a word may be part of such a name: with a capital, no German noun, no day."""
    token = scan.tokens[place]
    if not token.form[0].isupper() or token.tag not in _WORDS or is_day(scan, token.form):
        return False
    return token.form in scan.lexicon.designators or not (place in scan.senses or scan.common_noun(place))


def _goes_on(scan: Scan, place: int) -> bool:
    token, before = scan.tokens[place], scan.tokens[place - 1]
    if before.form in scan.lexicon.foreign and token.form in {"of", "for"}:
        return True
    if not token.form[0].isupper() or is_day(scan, token.form):
        return False
    if token.form in scan.lexicon.genders and not before.form.isupper():
        return False
    if place in scan.senses:
        return before.tag in _NAMES and before.form.isalpha() and _is_body(scan, place)
    if place in scan.hits:
        return _is_joined(scan, place - 1) or scan.joined(place - 1, "of somewhere")
    named = token.tag in _NAMES or (before.tag in _NAMES and not scan.common_noun(place))
    return named or token.form in scan.lexicon.foreign or before.form in scan.lexicon.foreign | {"of"}


def _adjectival(scan: Scan, place: int) -> bool:
    """As in "der Veterinärmedizinischen Universität", "der Salzburger Nachrichten"."""
    form = scan.tokens[place].form
    known = place in scan.hits or place in scan.senses or scan.common_noun(place)
    return not known and form.endswith(scan.joints["adjective ending"])


def _noun(scan: Scan, place: int) -> bool:
    token = scan.tokens[place]
    return token.tag == "NN" and token.form[0].isupper() and not is_day(scan, token.form)


def _is_body(scan: Scan, place: int) -> bool:
    """As in "der John Halm Universität"."""
    return isinstance(scan.senses[place].row, Organisations)


def _is_joined(scan: Scan, place: int) -> bool:
    """As in "die Uni Wien": a university and its town."""
    sense = scan.senses.get(place)
    return sense is not None and isinstance(sense.row, Organisations) and sense.row.joined
