"""Personal names: of the gazetteer, and of people that no registry knows, the same one across an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from kg.lang.nouns import Offices, Titles
from kg.model import Actor, ActorKind
from kg.recognise.nameshapes import GIVEN_AFTER_FAMILY, given_names, is_korean, name_end, namelike
from kg.recognise.scan import Scan
from kg.recognise.unknown import unknown

__all__ = ["PersonName", "find_people"]


class PersonName(NamedTuple):
    """A personal name in the text, without title."""

    first: int
    last: int
    actor: Actor


_DETERMINERS = frozenset({"ART", "APPRART", "PPOSAT", "PRELAT", "PDAT", "PIAT", "ADJA", "CARD"})
"""What stands before nouns and not before names."""
_Finder = Callable[[Scan, int, set[int]], PersonName | None]


def find_people(scan: Scan) -> dict[int, PersonName]:
    """All personal names by first position: full names first, then surnames of those named in full in the article."""
    found: dict[int, PersonName] = {}
    for hit in scan.hits.values():
        actor = _person_of(scan, hit.first)
        if actor is not None:
            name = _with_first_name(scan, hit.first, hit.last) if hit.last - hit.first == 1 else None
            found[hit.first if name is None else name.first] = name or PersonName(hit.first, hit.last, actor)
    taken = {place for name in found.values() for place in range(name.first, name.last)}
    sure = _add_names(scan, found, taken, _unknown_at)
    full = _by_surname(scan, sure)
    _add_names(scan, found, taken, lambda scan, place, taken: _pair_at(scan, place, taken, full))
    full = {**_by_surname(scan, found.values()), **full}
    return _with_surnames(scan, found, taken, full)


def _add_names(scan: Scan, found: dict[int, PersonName], taken: set[int], at: _Finder) -> list[PersonName]:
    """Adds what `at` finds at positions that are not taken; all names found so far."""
    for token in scan.capitals:
        name = None if token.position in taken else at(scan, token.position, taken)
        if name is not None:
            found[name.first] = name
            taken.update(range(name.first, name.last))
    return list(found.values())


def _person_of(scan: Scan, position: int) -> Actor | None:
    for meaning in scan.hits[position].meanings:
        actor = scan.lexicon.gazetteer.actors.get(meaning.key)
        if actor is not None and actor.kind is ActorKind.PERSON:
            return actor
    return None


def _with_first_name(scan: Scan, first: int, last: int) -> PersonName | None:
    """A surname of the gazetteer with a first name of somebody else before it ("Hunter Biden"), or Kim with another
    given name behind it."""
    tokens = scan.tokens
    before = tokens[first - 1].form if first else ""
    if before in scan.lexicon.genders and first - 1 not in scan.hits and tokens[first].form not in scan.lexicon.genders:
        return _named(scan, first - 1, last)
    if tokens[first].form in scan.lexicon.family_first and last < len(tokens):
        given = given_names(scan, last)
        if given > last and any(token.tag != "NN" for token in tokens[last:given]):
            return _named(scan, first, given, family_first=True)
    if tokens[first].form.split("-")[0] in scan.lexicon.genders and last < len(tokens) and namelike(scan, last):
        return _named(scan, first, last + 1) if tokens[last].tag == "NE" else None
    return None


def _unknown_at(scan: Scan, position: int, taken: set[int]) -> PersonName | None:
    form = scan.tokens[position].form
    if position in scan.hits or (position in scan.senses and not _name_follows(scan, position)):
        return None
    if _particle_before(scan, position):
        return _named(scan, position - 1, position + 1)
    named = scan.tokens[position].tag != "APPRART"
    family = form in scan.lexicon.family_first or is_korean(scan, position)
    if named and family and position + 1 < len(scan.tokens):
        end = given_names(scan, position + 1)
        if end > position + 1:
            return _named(scan, position, end, family_first=True)
    first_name = form in scan.lexicon.genders or form.split("-")[0] in scan.lexicon.genders
    titled = _title_before(scan, position)
    if not first_name and not titled:
        return None
    if first_name and not titled and _is_noun_here(scan, position):
        return None
    end = name_end(scan, position, taken, titled=titled)
    single = end - position == 1
    if single and not (titled and _sole_surname(scan, position)):
        return None
    return _named(scan, position, end)


def _pair_at(scan: Scan, position: int, taken: set[int], full: dict[str, Actor]) -> PersonName | None:
    """Two or three words that are names by their tags; none of them a surname known from elsewhere in the article."""
    token = scan.tokens[position]
    if not namelike(scan, position) or (token.tag != "NE" and not _between_commas(scan, position)):
        return None
    if position and scan.tokens[position - 1].tag in _DETERMINERS:
        return None
    end = name_end(scan, position, taken)
    if end == position + 1 and token.form in scan.lexicon.genders:
        return _named(scan, position, end)
    names = [token for token in scan.tokens[position:end] if token.form[0].isupper()]
    if not 2 <= len(names) <= 3 or not all(name.form.isalpha() for name in names):
        return None
    if any(name.tag != "NE" for name in names[token.tag != "NE" :]):
        return None
    return None if any(_known(token.form, full) for token in names) else _named(scan, position, end)


def _between_commas(scan: Scan, position: int) -> bool:
    """As in "der Sprecher, Giorgos Halm, …": an unknown noun and a name by its tag, as an apposition."""
    ends = [place for place in (position + 2, position + 3) if place < len(scan.tokens)]
    apart = position > 0 and scan.tokens[position - 1].form == "," and any(scan.tokens[p].form == "," for p in ends)
    return apart and scan.tokens[position].tag == "NN" and not scan.common_noun(position)


def _known(form: str, full: dict[str, Actor]) -> Actor | None:
    """The person of a surname, in the genitive as well."""
    if form in full:
        return full[form]
    return full.get(form[:-1]) if form.endswith(("s", "’", "'")) else None


def _name_follows(scan: Scan, position: int) -> bool:
    """Whether a first name that is a noun as well ("Marine") has a particle or a name by its tag behind it."""
    if scan.tokens[position].form not in scan.lexicon.genders or position + 2 >= len(scan.tokens):
        return False
    after = scan.tokens[position + 1]
    return (after.form in scan.lexicon.particles and namelike(scan, position + 2)) or (
        after.tag == "NE" and namelike(scan, position + 1)
    )


def _title_before(scan: Scan, position: int) -> bool:
    sense = scan.senses.get(position - 1)
    return sense is not None and isinstance(sense.row, Offices | Titles) and not all(r.plural for r in sense.readings)


def _particle_before(scan: Scan, position: int) -> bool:
    """As in "Innenminister de Halm": a title and a particle that is no German word stand before a surname."""
    particle = position > 1 and scan.tokens[position - 1].form in scan.lexicon.inner_particles
    return particle and _title_before(scan, position - 1) and namelike(scan, position)


def _is_noun_here(scan: Scan, position: int) -> bool:
    """Whether an article or contraction before a first name makes it a noun ("im Roman")."""
    return position > 0 and scan.tokens[position - 1].tag in {"ART", "APPRART"} and scan.tokens[position].tag == "NN"


def _sole_surname(scan: Scan, position: int) -> bool:
    """Whether one word after a title may be a surname: a name by its tag, or after a form of address."""
    sense = scan.senses[position - 1]
    token = scan.tokens[position]
    if isinstance(sense.row, Titles) and sense.row.address:
        return namelike(scan, position) and token.form not in scan.lexicon.genders
    if not namelike(scan, position) or token.form in scan.lexicon.genders:
        return False
    return token.tag == "NE" or (_is_base_form(scan, position - 1) and not scan.common_noun(position))


def _is_base_form(scan: Scan, position: int) -> bool:
    """Whether a title stands in the nominative singular: "Minister", not "Experten"."""
    form = scan.tokens[position].form
    return any(not r.plural and form.endswith(r.nominative[1:]) for r in scan.senses[position].readings)


def _named(scan: Scan, first: int, last: int, *, family_first: bool = False) -> PersonName:
    forms = [token.form for token in scan.tokens[first:last]]
    label = " ".join(forms)
    gender = None if family_first else scan.lexicon.genders.get(forms[0].split("-")[0])
    actor = unknown(ActorKind.PERSON, label, gender=None if gender == "u" else gender)
    return PersonName(first, last, actor)


def _surname(scan: Scan, name: PersonName) -> str:
    forms = [token.form for token in scan.tokens[name.first : name.last]]
    if _known_by(name.actor, forms[0]):
        return forms[0]
    given = len(forms) == 3 or (len(forms) > 1 and GIVEN_AFTER_FAMILY.fullmatch(forms[1]) is not None)
    if forms[0] in scan.lexicon.family_first and given:
        return forms[0]
    return forms[-1]


def _by_surname(scan: Scan, names: Iterable[PersonName]) -> dict[str, Actor]:
    """People named in full, by surname; a genitive does not make somebody else. Of several of one surname it is the one
    whom everybody knows by it, else the first."""
    full: dict[str, Actor] = {}
    for name in sorted(names, key=lambda n: not _known_by(n.actor, _surname(scan, n))):
        if name.last - name.first > 1:
            full.setdefault(_surname(scan, name), name.actor)
    return {
        form: full[form[:-1]] if form.endswith("s") and form[:-1] in full else actor for form, actor in full.items()
    }


def _known_by(actor: Actor, surname: str) -> bool:
    return actor.registered and surname in actor.aliases


def _with_surnames(
    scan: Scan, found: dict[int, PersonName], taken: set[int], full: dict[str, Actor]
) -> dict[int, PersonName]:
    """Adds surnames alone, and joins "Minister Lange" and "Nico Langes" with "Nico Lange"."""
    joined = {place: _joined(scan, name, full) for place, name in found.items()}
    for token in scan.capitals if full else ():
        position = token.position
        actor = None if position in taken else _known(token.form, full)
        if actor is not None and _is_surname_here(scan, position):
            joined[position] = PersonName(position, position + 1, actor)
    return joined


def _joined(scan: Scan, name: PersonName, full: dict[str, Actor]) -> PersonName:
    if name.actor.registered:
        return (
            name if name.last - name.first > 1 else name._replace(actor=_known(_form(scan, name), full) or name.actor)
        )
    surname = _surname(scan, name)
    if name.last - name.first == 1 or surname.endswith("s"):
        actor = _known(surname, full)
        return name if actor is None else name._replace(actor=actor)
    return name


def _form(scan: Scan, name: PersonName) -> str:
    return scan.tokens[name.first].form


def _is_surname_here(scan: Scan, position: int) -> bool:
    """Whether a word that is somebody's surname is that here: behind an article it is an ordinary noun."""
    before = scan.tokens[position - 1].tag if position else ""
    if before in _DETERMINERS and (before != "ADJA" or position in scan.senses):
        return False
    return scan.tokens[position].tag not in {"ADJA", "ADV", "APPR", "KON", "KOUS"}
