"""Surnames: people named in full somewhere in the article, and the same one by a part of the name elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from kg.lang.nouns import Offices, Titles
from kg.model import Actor, ActorKind
from kg.recognise.nameshapes import GIVEN_AFTER_FAMILY, KOREAN, namelike
from kg.recognise.scan import Scan
from kg.recognise.unknown import unknown

__all__ = ["DETERMINERS", "PersonName", "by_surname", "by_title", "folded", "known", "named", "with_surnames"]


_INITIAL = re.compile(r"[A-ZÄÖÜ]\.?")
_GERMAN = frozenset("äöüÄÖÜß")
_GENITIVE = frozenset({"s", "’", "'"})
_PLAIN = {"ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "’": "'"}


class PersonName(NamedTuple):
    """A personal name in the text, without title."""

    first: int
    last: int
    actor: Actor


DETERMINERS = frozenset({"ART", "APPRART", "PPOSAT", "PRELAT", "PDAT", "PIAT", "ADJA", "CARD"})
"""What stands before nouns and not before names."""


def named(scan: Scan, first: int, last: int, *, family_first: bool = False) -> PersonName:
    """Somebody whom no registry knows, by the words of the name."""
    forms = [token.form for token in scan.tokens[first:last]]
    gender = None if family_first else scan.lexicon.genders.get(forms[0].split("-")[0])
    actor = unknown(ActorKind.PERSON, " ".join(forms), gender=None if gender == "u" else gender)
    return PersonName(first, last, actor)


def known(form: str, full: dict[str, Actor]) -> Actor | None:
    """The person of a surname, in the genitive as well."""
    if form in full:
        return full[form]
    if "-" in form and (low := form[0].lower() + form[1:]) in full:
        return full[low]
    plain = form if form.isascii() else folded(form)
    if plain in full:
        return full[plain]
    return full.get(plain[:-1]) if form[-1] in _GENITIVE else None


@cache
def folded(form: str) -> str:
    """A name without the signs of other languages over and in its letters: "Demirtaş" as "Demirtas"."""
    if form.isascii():
        return form
    letters = (letter if letter in _GERMAN else unicodedata.normalize("NFD", _PLAIN.get(letter, letter))[0]
               for letter in form)  # fmt: skip
    return "".join(letters)


def _surname(scan: Scan, name: PersonName) -> str:
    forms = [token.form for token in scan.tokens[name.first : name.last]]
    if _known_by(name.actor, forms[0]):
        return forms[0]
    given = len(forms) == 3 or (len(forms) > 1 and GIVEN_AFTER_FAMILY.fullmatch(forms[1]) is not None)
    korean = len(forms) == 2 and KOREAN.fullmatch(forms[1]) is not None
    if korean or (forms[0] in scan.lexicon.family_first and given):
        return forms[0]
    base = name.actor.label_de.split()[-1]
    return base if forms[-1] == f"{base}s" or _is_glued(scan, name) else forms[-1]


def _is_glued(scan: Scan, name: PersonName) -> bool:
    """As in "HansHalm": both parts of a name in one word."""
    form, label = _form(scan, name), name.actor.label_de
    return name.last == name.first + 1 and form == label.replace(" ", "") != label


def by_surname(scan: Scan, names: Collection[PersonName]) -> dict[str, Actor]:
    """People named in full, by surname; a genitive does not make somebody else. Of several of one surname it is the one
    whom everybody knows by it, else the first."""
    full: dict[str, Actor] = {}
    for name in sorted(names, key=lambda n: not _known_by(n.actor, _surname(scan, n))):
        if name.last - name.first > 1 or _is_glued(scan, name):
            full.setdefault(_surname(scan, name), name.actor)
    for name in names:
        forms = [token.form for token in scan.tokens[name.first : name.last]]
        if len(forms) > 1 and forms[0] in scan.lexicon.family_first:  # "Nguyen Khac Giang" is called Giang
            full.setdefault(forms[-1], name.actor)
            full.setdefault(forms[0], name.actor)  # "Wang Wei" Wang
    for form, actor in tuple(full.items()):
        full.setdefault(folded(form), actor)
        if _INITIAL.fullmatch(form):  # "Otto K." is called "K.", at the end of a sentence "K"
            full.setdefault(form[0] if form[1:] else f"{form}.", actor)
    return {
        form: full[form[:-1]] if form.endswith("s") and form[:-1] in full else actor for form, actor in full.items()
    }


def by_title(scan: Scan, names: Collection[PersonName]) -> dict[str, Actor]:
    """People who stand by surname alone behind a title, "Minister Klug", and share no word with a longer name."""
    parts = {
        token.form for name in names if name.last - name.first > 1 for token in scan.tokens[name.first : name.last]
    }
    full: dict[str, Actor] = {}
    for name in names:
        form = scan.tokens[name.first].form
        alone = name.last - name.first == 1 and not {form, form.removesuffix("s")} & parts
        if alone and _is_titled(scan, name.first) and not name.actor.registered:
            full.setdefault(form, name.actor)
    return full


def _is_titled(scan: Scan, place: int) -> bool:
    """Whether a title or trade stands right before a name: "Minister Klug", "Weinbauer Klug"."""
    before = scan.tokens[place - 1].form.lower() if place else ""
    return place - 1 in scan.senses or before.endswith(scan.joints["trade ending"])


def _known_by(actor: Actor, surname: str) -> bool:
    return actor.registered and surname in actor.aliases


def with_surnames(
    scan: Scan, found: dict[int, PersonName], taken: set[int], full: dict[str, Actor]
) -> dict[int, PersonName]:
    """Adds surnames alone, and joins "Minister Lange" and "Nico Langes" with "Nico Lange"."""
    parts = _without_first_names(scan, found.values())
    full = {form: parts.get(actor.label_de, actor) for form, actor in full.items()}
    joined = {place: _joined(scan, name, full, parts) for place, name in found.items()}
    for token in scan.capitals if full else ():
        position = token.position
        actor = None if position in taken else known(token.form, full)
        begin = position if actor is None else _with_particles(scan, position, actor)
        if actor is not None and (begin < position or _is_surname_here(scan, position)):
            joined[begin] = PersonName(begin, position + 1, actor)
    return joined | _by_first_part(scan, joined, full)


def _without_first_names(scan: Scan, names: Collection[PersonName]) -> dict[str, Actor]:
    """The only ones of a name by what is behind the first name: "Halma Kranz" of "Enrique Halma Kranz"."""
    parts: dict[str, set[Actor]] = {}
    for name in names:
        first, *rest = name.actor.label_de.split()
        if len(rest) > 1 and first in scan.lexicon.genders:
            parts.setdefault(" ".join(rest), set()).add(name.actor)
    return {words: actors.pop() for words, actors in parts.items() if len(actors) == 1}


def _with_particles(scan: Scan, position: int, actor: Actor) -> int:
    """Where "van der Halm" begins whose last word stands at a position."""
    before = actor.label_de.split()[1:-1]
    begin = position
    while before and begin > 0 and scan.tokens[begin - 1].form.lower() == before[-1] in scan.lexicon.particles:
        before.pop()
        begin -= 1
    return begin


def _by_first_part(scan: Scan, found: dict[int, PersonName], full: dict[str, Actor]) -> dict[int, PersonName]:
    """As in "Zeid Raad al-Halm … Zeid": who is called by the first word of the name, which is no first name here."""
    firsts: dict[str, set[Actor]] = {}
    for name in found.values():
        form = scan.tokens[name.first].form
        if name.last - name.first > 1 and form not in full and _called_by_first(scan, name):
            firsts.setdefault(form, set()).add(name.actor)
    taken = {place for name in found.values() for place in range(name.first, name.last)} if firsts else set[int]()
    single = {place: name._replace(actor=actor) for place, name in found.items()
              if (actor := _of_longer(scan, name, firsts)) is not None}  # fmt: skip
    for token in scan.capitals if firsts else ():
        if token.form not in firsts:
            continue
        position, actors = token.position, firsts[token.form]
        alone = position not in taken and not namelike(scan, position + 1)
        tagged = token.tag in {"NE", "NN"} if token.form in scan.lexicon.genders else token.tag == "NE"
        if len(actors) == 1 and alone and tagged and _is_surname_here(scan, position):
            single[position] = PersonName(position, position + 1, next(iter(actors)))
    return single


def _of_longer(scan: Scan, name: PersonName, firsts: dict[str, set[Actor]]) -> Actor | None:
    """As in "Anwältin Guo" beside "Guo Halmei": who is called by the first word of the only name that begins so."""
    actors = firsts.get(scan.tokens[name.first].form, set()) if name.last == name.first + 1 else set()
    return next(iter(actors)) if len(actors) == 1 and not name.actor.registered else None


def _called_by_first(scan: Scan, name: PersonName) -> bool:
    """Whether somebody may be called by the first word: by a first name that the tables know, else where it is sure
    that somebody is named at all."""
    return scan.tokens[name.first].form in scan.lexicon.genders or _person_for_sure(scan, name)


def _person_for_sure(scan: Scan, name: PersonName) -> bool:
    """Whether a title stands before the name or a particle in it: two capitalised words may be a product."""
    sense = scan.senses.get(name.first - 1)
    inner = [token.form.partition("-")[0] for token in scan.tokens[name.first + 1 : name.last]]
    return isinstance(None if sense is None else sense.row, Offices | Titles) or not scan.lexicon.particles.isdisjoint(
        inner
    )


def _joined(scan: Scan, name: PersonName, full: dict[str, Actor], parts: dict[str, Actor]) -> PersonName:
    if name.actor.registered:
        return name if name.last - name.first > 1 else name._replace(actor=known(_form(scan, name), full) or name.actor)
    if name.actor.label_de in parts:
        return name._replace(actor=parts[name.actor.label_de])
    surname = _surname(scan, name)
    if name.last - name.first == 1 or surname.endswith("s"):
        actor = known(surname, full)
        return name if actor is None else name._replace(actor=actor)
    return name


def _form(scan: Scan, name: PersonName) -> str:
    return scan.tokens[name.first].form


def _is_surname_here(scan: Scan, position: int) -> bool:
    """Whether a word that is somebody's surname is that here: behind an article it is an ordinary noun."""
    before = scan.tokens[position - 1].tag if position else ""
    if before in DETERMINERS and (before != "ADJA" or position in scan.senses):
        return False
    return scan.tokens[position].tag not in {"ADJA", "ADV", "APPR", "KON", "KOUS"}
