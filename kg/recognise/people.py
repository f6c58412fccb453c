"""Personal names: of the gazetteer, and of people that no registry knows, the same one across an article."""

from __future__ import annotations

from collections.abc import Callable

from kg.lang.nouns import Offices, Titles
from kg.model import Actor, ActorKind
from kg.recognise.apart import apart
from kg.recognise.elsewhere import Elsewhere, in_base_form
from kg.recognise.namesakes import with_namesakes
from kg.recognise.nameshapes import given_names, is_korean, name_end, namelike
from kg.recognise.runs import is_role
from kg.recognise.scan import Scan
from kg.recognise.spelt import misspelt
from kg.recognise.surnames import PersonName, by_surname, by_title, named, with_surnames
from kg.recognise.told import Told, may_be_firm
from kg.recognise.torn import torn_at

__all__ = ["PersonName", "find_people"]


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
    _add_names(scan, found, taken, torn_at)
    sure = _add_names(scan, found, taken, _unknown_at)
    words = Elsewhere(scan, taken)
    found.update((name.first, name) for name in in_base_form(scan, sure, words))
    found.update((name.first, name) for name in apart(found.values()))
    full = by_surname(scan, found.values())
    _add_names(scan, found, taken, lambda scan, place, taken: words.named_at(place, taken, full))
    _add_names(scan, found, taken, lambda scan, place, taken: words.tagged_at(place, taken, full))
    told = _told(scan, found, taken, words, {**full, **by_surname(scan, found.values())})
    full = {**told, **by_title(scan, found.values()), **by_surname(scan, found.values()), **full}
    full |= misspelt(scan, found.values(), full)
    return with_namesakes(scan, with_surnames(scan, found, taken, full))


def _told(
    scan: Scan, found: dict[int, PersonName], taken: set[int], words: Elsewhere, full: dict[str, Actor]
) -> dict[str, Actor]:
    """Adds who is called by one word and shown to be somebody by what is told; they by that word."""
    told = Told(scan, words, frozenset(full), frozenset(taken))
    before = dict(found)
    _add_names(scan, found, taken, lambda _, place, taken: told.at(place, taken))
    called: dict[str, Actor] = {}
    for place in sorted(found.keys() - before.keys()):
        name = found[place]
        form = scan.tokens[name.first].form
        if name.last == name.first + 1:
            longer = {other.actor for other in before.values() if form in other.actor.label_de.split()[:-1]}
            found[place] = name._replace(actor=longer.pop()) if len(longer) == 1 else name
            called[form] = found[place].actor
    return called


def _add_names(scan: Scan, found: dict[int, PersonName], taken: set[int], at: _Finder) -> list[PersonName]:
    """Adds what `at` finds at positions that are not taken; all names found so far."""
    for token in scan.capitals:
        name = None if token.position in taken else at(scan, token.position, taken)
        if name is not None and not _of_firm(scan, name):
            found[name.first] = name
            taken.update(range(name.first, name.last))
    return list(found.values())


def _of_firm(scan: Scan, name: PersonName) -> bool:
    """As in "Otto Halm Media", "die Halm AG": the name of somebody begins that of a firm."""
    return name.last < len(scan.tokens) and scan.tokens[name.last].form in scan.lexicon.designators


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
    called = before in scan.lexicon.genders and first - 1 not in scan.hits and not is_role(scan, first - 1)
    if called and tokens[first].form not in scan.lexicon.genders:
        return named(scan, first - 1, last)
    if tokens[first].form in scan.lexicon.family_first and last < len(tokens):
        given = given_names(scan, last)
        start = first - (before in scan.lexicon.genders)
        if given > last and (given - last == 1 or _syllables(scan, start, first, given)):
            return named(scan, start, given, family_first=True)
    if tokens[first].form.split("-")[0] in scan.lexicon.genders and last < len(tokens) and namelike(scan, last):
        return named(scan, first, last + 1) if tokens[last].tag == "NE" else None
    return None


def _syllables(scan: Scan, start: int, family: int, end: int) -> bool:
    """Whether two short words behind a family name are given names: a title or first name stands before it, or not
    both are nouns by their tags."""
    before = start < family or _title_before(scan, start)
    tags = {token.tag for token in scan.tokens[family + 1 : end]}
    return tags != {"NN"} or (before and not scan.common_noun(family + 1))


def _unknown_at(scan: Scan, position: int, taken: set[int]) -> PersonName | None:
    if not _hinted(scan, position) or position in scan.hits:
        return None
    if position in scan.senses and not _name_follows(scan, position):
        return None
    if _particle_before(scan, position):
        return named(scan, position - 1, position + 1)
    return _hinted_at(scan, position, taken)


def _hinted_at(scan: Scan, position: int, taken: set[int]) -> PersonName | None:
    form = scan.tokens[position].form
    free = scan.tokens[position].tag != "APPRART"
    family = form in scan.lexicon.family_first or is_korean(scan, position)
    if free and family and position + 1 < len(scan.tokens):
        end = given_names(scan, position + 1)
        if end > position + 1:
            return named(scan, position, end, family_first=True)
    first_name = form in scan.lexicon.genders or form.split("-")[0] in scan.lexicon.genders
    titled = _title_before(scan, position) or _trade_before(scan, position)
    aged = _aged(scan, position)
    if not first_name and not titled and not aged:
        return None
    if first_name and not titled and (_is_noun_here(scan, position) or is_role(scan, position)):
        return None
    end = name_end(scan, position, taken, titled=titled)
    single = end - position == 1
    if not first_name and may_be_firm(scan, position - 1, single=single):
        return None
    if (
        single
        and not (titled and _sole_surname(scan, position))
        and not (first_name and (aged or _relative_before(scan, position)) and not namelike(scan, position + 1))
    ):
        return None
    return named(scan, position, end)


def _hinted(scan: Scan, position: int) -> bool:
    """Whether a word or its neighbours may make it the beginning of somebody's name: they do for few words, and what is
    sure is asked for those alone."""
    tokens, lexicon = scan.text.tokens, scan.lexicon
    token = tokens[position]
    form, before = token.form, tokens[max(position - 1, 0)]
    if form in lexicon.genders or form in lexicon.family_first or "-" in form or position - 1 in scan.senses:
        return True
    if before.form in lexicon.inner_particles or (token.tag == "NE" and before.tag in {"NN", "NE"}):
        return True
    return ("-" in tokens[min(position + 1, len(tokens) - 1)].form) or _aged(scan, position)


def _aged(scan: Scan, position: int) -> bool:
    """As in "der zwölfjährige Otto", "die 33-jährige Schwedin Anna": who is called by the first name alone."""
    return position - 1 in scan.aged or position - 2 in scan.aged


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
    if sense is None or not isinstance(sense.row, Offices | Titles) or all(r.plural for r in sense.readings):
        return False
    return scan.text.sentence_at(position).first < position


def _trade_before(scan: Scan, position: int) -> bool:
    """As in "Jagdethiker Halm": a trade that no table knows stands before a name by its tag."""
    if position == 0 or position - 1 in scan.senses or scan.tokens[position].tag != "NE":
        return False
    before = scan.tokens[position - 1]
    here = scan.text.sentence_at(position).first < position
    return here and before.tag in {"NN", "NE"} and before.form.lower().endswith(scan.joints["trade ending"])


def _relative_before(scan: Scan, position: int) -> bool:
    """As in "seine Schwester Anna", "Halms Sohn Otto": who is called by the first name alone."""
    if position < 2 or not scan.joined(position - 1, "relative"):
        return False
    whose = scan.tokens[position - 2]
    return whose.tag == "PPOSAT" or (whose.tag in {"NE", "NN"} and whose.form.endswith(("s", "'", "’")))


def _particle_before(scan: Scan, position: int) -> bool:
    """As in "Innenminister de Halm": a title and a particle that is no German word stand before a surname."""
    particle = position > 1 and scan.tokens[position - 1].form in scan.lexicon.inner_particles
    return particle and _title_before(scan, position - 1) and namelike(scan, position)


def _is_noun_here(scan: Scan, position: int) -> bool:
    """Whether an article or contraction before a first name makes it a noun ("im Roman")."""
    return position > 0 and scan.tokens[position - 1].tag in {"ART", "APPRART"} and scan.tokens[position].tag == "NN"


def _sole_surname(scan: Scan, position: int) -> bool:
    """Whether one word after a title may be a surname: a name by its tag, or after a form of address."""
    sense = scan.senses.get(position - 1)
    token = scan.tokens[position]
    if sense is None:
        return namelike(scan, position) and token.form not in scan.lexicon.genders
    if isinstance(sense.row, Titles) and sense.row.address:
        return namelike(scan, position) and token.form not in scan.lexicon.genders
    if not namelike(scan, position) or token.form in scan.lexicon.genders:
        return False
    return token.tag == "NE" or (_is_base_form(scan, position - 1) and not scan.common_noun(position))


def _is_base_form(scan: Scan, position: int) -> bool:
    """Whether a title stands in the nominative singular: "Minister", not "Experten"."""
    form = scan.tokens[position].form
    return any(not r.plural and form.endswith(r.nominative[1:]) for r in scan.senses[position].readings)
