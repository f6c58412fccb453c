"""What single words and names may be: the index over the language's tables and the gazetteer.

Built once for a language and a gazetteer; what a word form means is worked out when it is first met and remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from kg.gazetteer import Gazetteer, Words
from kg.lang import Language
from kg.lang.contexts import Contexts, Joints
from kg.lang.memory import Memory
from kg.lang.names import Firstnames
from kg.lang.nouns import Acronyms, Bodies, Declensions, Groups, NounRow, Offices, Organisations, Reports, Titles
from kg.lang.spellings import Spellings
from kg.lang.words import FunctionWords, PluralEnds
from kg.model import ActorKind, MentionForm
from kg.model.record import Record, record
from kg.recognise.nametree import Meaning, NameTree, name_words
from kg.recognise.nounforms import NounForm, noun_forms

__all__ = ["Lexicon", "Sense", "lexicon_of"]

_SHORTEST_PART = 2
_SHORTEST_NOUN = 4


@record
class Sense(Record):
    """What a word form is: readings of one noun, perhaps as the last part of a compound."""

    readings: tuple[NounForm, ...]
    part: str
    """The first part of the compound as it stands ("Pentagon-", "Ministeriums"); "" where there is none."""
    owners: tuple[str, ...]
    """Ids of the actors that the first part names."""

    @property
    def row(self) -> NounRow:
        """The table row of the noun."""
        return self.readings[0].row


class Lexicon:
    """Everything that a form can be looked up in."""

    def __init__(self, language: Language, gazetteer: Gazetteer) -> None:
        self.language = language
        self.gazetteer = gazetteer
        self.declensions = language.table(Declensions)
        self._adjective_ends = sorted(self.declensions["adjective"].singular, key=lambda end: (-len(end), end))
        self.joints = {key: row.words for key, row in language.table(Joints).items()}
        self.contexts = list(language.table(Contexts).values())
        self._hissing = self.joints["hissing ending"]
        self._many = tuple(end for row in language.table(PluralEnds).values() if not row.both for end in row.ends)
        self.human = frozenset(language.table(Joints)["said by people"].words)
        self.tree = NameTree()
        groups = [group.split() for row in language.table(Spellings).values() for group in row.groups]
        self._spellings = {name: names for names in groups for name in names}
        self._heads: dict[str, str] = {}
        self.states_and_people, self.adjectives_and_people = set[str](), set[str]()
        for key, words in gazetteer.words.items():
            self._add_entry(key, words)
        first = {key: frozenset(row.names.split()) for key, row in language.table(Firstnames).items()}
        self.genders = {name: gender for gender in ("u", "f", "m") for name in first[gender]}
        self.family_first, self.particles = first["family first"], first["particles"]
        self.inner_particles, self.particles_behind = first["inner particles"], first["particles behind"]
        self.designators = frozenset(word for row in language.table(Organisations).values() for word in row.after)
        self.no_names = frozenset(word for row in language.table(Acronyms).values() for word in row.words.split())
        self.foreign = frozenset(word for row in language.table(Organisations).values() for word in row.foreign)
        self.closed = frozenset(word for row in language.table(FunctionWords).values() for word in row.words)
        self.firm_words = self.designators | self.foreign
        self._nouns: dict[str, list[NounForm]] = {}
        for row_class in (Offices, Titles, Bodies, Groups, Organisations, Reports):
            for found in noun_forms(language.table(row_class).values(), self.declensions):
                self._nouns.setdefault(found.form.lower(), []).append(found)
        self._longest = max(map(len, self._nouns))
        self.known = Memory(self._known, 65536)
        self.sense = lru_cache(maxsize=65536)(self._sense)
        self.compound_owner = lru_cache(maxsize=65536)(self._compound_owner)

    def _known(self, form: str) -> tuple[bool, bool, Sense | None]:
        """Whether a form has a capital, whether a name may begin with it, and which noun of the tables it is."""
        capital = form[0].isupper()
        sense = self.sense(form) if form != form.lower() else None
        return capital, form in self.tree.root or bool(self.shouted(form)), sense

    def shouted(self, form: str) -> tuple[Meaning, ...]:
        """The meanings of a name written in capitals alone, as in headlines: "KIEW"."""
        if len(form) <= _SHORTEST_NOUN - 1 or not form.isupper():
            return ()
        return self.tree.single(form.capitalize())

    def head(self, part: str) -> str | None:
        """The id of the entry that the first part of a compound names: "Nordkorea", "kreml", "US"."""
        return self._heads.get(part.casefold())

    def adjective_stem(self, form: str) -> str | None:
        """An adjective without its ending; None of a word that ends otherwise."""
        return next((form.removesuffix(end) for end in self._adjective_ends if form.endswith(end)), None)

    def is_seat(self, form: str) -> bool:
        """Whether a word is an adjective of a town, which does not decline: "Moskauer"."""
        return form[0].isupper() and form.endswith(self.declensions["strong adjective"].singular[0])

    def _sense(self, form: str) -> Sense | None:
        low = form.lower()
        whole = self._nouns.get(low)
        if form[0].islower() and form.rpartition("-")[2][:1].islower():
            return None  # not "dpa-Angaben"
        if whole is not None:
            return Sense(_one_table(whole), "", ())
        if len(form) < _SHORTEST_NOUN + _SHORTEST_PART:
            return None
        for cut in range(max(_SHORTEST_PART, len(low) - self._longest), len(low) - _SHORTEST_NOUN + 1):
            nouns = self._nouns.get(low[cut:])
            if nouns is not None and (form[cut].islower() or form[cut - 1] == "-"):
                readings = tuple(noun for noun in nouns if _compounds(noun.row, low))
                if readings:
                    return Sense(_one_table(readings), form[:cut], self._owners(form[:cut]))
        return None

    def part_sense(self, part: str) -> Sense | None:
        """The noun that the first part of a compound is, with or without a joining sound: "Polizei", "Zeugen"."""
        if not part:
            return None
        return self.sense(part) or (self.sense(part[:-1]) if len(part) > _SHORTEST_NOUN else None)

    def _owners(self, part: str) -> tuple[str, ...]:
        """The actor that the first part of a compound names; "US-Militär" of "US-Militärexperte" counts as "US"."""
        found = self.head(part.rstrip("-"))
        if found is None and "-" in part:
            found = self.head(part.partition("-")[0])
        return () if found is None or found not in self.gazetteer.actors else (found,)

    def _compound_owner(self, form: str) -> tuple[str, int] | None:
        """Id of the entry that the first part of a hyphenated word names, and the length of that part."""
        cut = form.rfind("-")
        while cut > 0:
            found = self.head(form[:cut])
            if found is not None:
                return found, cut
            cut = form.rfind("-", 0, cut)
        return None

    def _add_entry(self, key: str, words: Words) -> None:
        actor = self.gazetteer.actors.get(key)
        person = actor is not None and actor.kind is ActorKind.PERSON
        for name in words.names:
            self._add(name, Meaning(key, MentionForm.NAME, cautious=False, plural=False), declines=not person)
        for name in words.foreign:
            self._add(name, Meaning(key, MentionForm.NAME, cautious=False, plural=False), declines=False)
        for name in words.cautious:
            self._add(name, Meaning(key, MentionForm.NAME, cautious=True, plural=False), declines=not person)
        for name in words.metonyms:
            self._add(name, Meaning(key, MentionForm.METONYM, cautious=False, plural=False), declines=True)
        for stem in words.adjectives:
            self._add_adjective(stem, key)
        for word in words.seats:
            self.tree.add([[word]], Meaning(key, MentionForm.ADJECTIVE, cautious=False, plural=False))
        for word in words.demonyms:
            meaning = Meaning(key, MentionForm.DEMONYM, cautious=False, plural=not word.endswith("in"))
            forms = self._endings(word, "demonym")
            self.adjectives_and_people.update(form for form in forms if self._is_of_adjective(form))
            self.tree.add([forms], meaning)
            self.states_and_people.update(set(words.names).intersection(forms))

    def _is_of_adjective(self, form: str) -> bool:
        """Whether a form of a word for people is one of an adjective too: "Deutsche"."""
        return any(meaning.form is MentionForm.ADJECTIVE for meaning in self.tree.single(form))

    def _add(self, name: str, meaning: Meaning, *, declines: bool) -> None:
        words = name_words(name)
        if not words:
            return
        joint = self._joint(words) if declines else 0
        forms: list[Iterable[str]] = [self._forms(words, place, joint) for place in range(len(words))]
        if words[0][0].islower():
            forms[0] = [*forms[0], words[0][0].upper() + words[0][1:]]
        self.tree.add(forms, meaning)
        if len(words) == 1 or "-" in name:
            self._heads.setdefault(name.casefold(), meaning.key)

    def _forms(self, words: Sequence[str], place: int, joint: int) -> list[str]:
        """The forms of one word of a name that declines up to the word at `joint`; where it does not, spellings."""
        word = words[place]
        if place == len(words) - 1:
            return self._name_forms(word)
        if place >= joint:
            return self._spellings.get(word, [word]) if place == joint == 0 else [word]
        if self._is_adjective(word, words[place + 1 :]):
            return self._adjective_forms(word)
        return [word] if word.endswith(self._hissing) else [word, word + "s"]

    def _joint(self, words: Sequence[str]) -> int:
        """The place of the small word behind which a name does not decline: "für" of "Institut für Neue Wege"."""
        small = (place for place in range(1, len(words) - 1) if words[place][0].islower())
        return next((place for place in small if not self._is_adjective(words[place], words[place + 1 :])), len(words))

    def _add_adjective(self, stem: str, key: str) -> None:
        endings = ("", *self.declensions["adjective"].singular)
        forms = [start + ending for start in {stem, stem[0].upper() + stem[1:]} for ending in endings]
        self.tree.add([forms], Meaning(key, MentionForm.ADJECTIVE, cautious=False, plural=False))

    def _name_forms(self, word: str) -> list[str]:
        if not word[0].isalpha() or word[0].islower():
            return [word]
        forms = self._endings(word, "hissing name" if word.endswith(self._hissing) else "name")
        many = word.lower().endswith(self._many) and not word.endswith(self.declensions["plural"].plural[-1])
        return [*forms, *self._endings(word, "plural")] if many else forms

    def _adjective_forms(self, word: str) -> list[str]:
        stem = self.adjective_stem(word) or word
        stems = {stem, stem[0].lower() + stem[1:], stem[0].upper() + stem[1:]}
        return [start + ending for start in sorted(stems) for ending in self._adjective_ends]

    def _endings(self, word: str, declension: str) -> list[str]:
        """A word with the endings of a declension."""
        by = self.declensions[declension]
        return [word + end for end in dict.fromkeys((*by.singular, *by.plural))]

    def _is_adjective(self, word: str, following: Sequence[str]) -> bool:
        """Whether a word inside a name declines like an adjective: it ends like one and a noun comes after it."""
        return len(word) > _SHORTEST_NOUN and following[0][0].isalpha() and self.adjective_stem(word) is not None


def _compounds(row: NounRow, word: str) -> bool:
    """Whether a noun of the row may be the last part of this word."""
    return row.compounds and not any(other in word for other in row.but)


def _one_table(readings: Iterable[NounForm]) -> tuple[NounForm, ...]:
    """The readings of the first row only: a form means one thing."""
    listed = list(readings)
    return tuple(reading for reading in listed if reading.row is listed[0].row)


@cache
def lexicon_of(language: Language, gazetteer: Gazetteer) -> Lexicon:
    """The lexicon of a language and a gazetteer."""
    return Lexicon(language, gazetteer)
