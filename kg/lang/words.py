"""Tables of word forms: function words, auxiliaries, determiners, abbreviations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kg.lang.tables import Row
from kg.model import Mood

__all__ = [
    "Abbreviations",
    "Auxiliary",
    "Correlatives",
    "Determiner",
    "FeminineNouns",
    "FunctionWords",
    "OrdinalNouns",
    "PassiveForms",
    "PluralEnds",
    "SeparablePrefixes",
    "SubjunctiveForms",
]


@dataclass(frozen=True, kw_only=True)
class FunctionWords(Row):
    """Closed-class words by STTS tag; a word in several rows takes its tags in the order of the file."""

    TABLE: ClassVar[str] = "function_words"

    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Auxiliary(Row):
    """The forms of an auxiliary or modal verb, by mood."""

    TABLE: ClassVar[str] = "auxiliaries"

    tag: str
    """"VA" or "VM"."""
    indicative: tuple[str, ...]
    subjunctive1: tuple[str, ...]
    subjunctive2: tuple[str, ...]
    infinitive: tuple[str, ...]
    participle: tuple[str, ...]
    in_names: tuple[str, ...] = ()
    """Forms that are parts of names as well."""


@dataclass(frozen=True, kw_only=True)
class SubjunctiveForms(Row):
    """Verb forms whose mood no ending tells."""

    TABLE: ClassVar[str] = "subjunctive"

    mood: Mood
    forms: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Determiner(Row):
    """What a determiner or its ending leaves open: readings such as "nom.m", "dat.pl"."""

    TABLE: ClassVar[str] = "determiners"

    words: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    """Stems that take `ending`; an empty list of words and stems describes the strong adjective ending itself."""
    ending: str = ""
    readings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FeminineNouns(Row):
    """Nouns that are feminine by their ending: behind "der" they are no subject."""

    TABLE: ClassVar[str] = "feminine_nouns"

    endings: tuple[str, ...]
    others: tuple[str, ...] = ()
    """Endings among them of nouns that are not."""


@dataclass(frozen=True, kw_only=True)
class Abbreviations(Row):
    """Abbreviations whose full stop ends no sentence."""

    TABLE: ClassVar[str] = "abbreviations"

    words: tuple[str, ...]
    """With their full stops."""


@dataclass(frozen=True, kw_only=True)
class OrdinalNouns(Row):
    """Nouns before which a number with a full stop is an ordinal ("am 18. Oktober")."""

    TABLE: ClassVar[str] = "ordinal_nouns"

    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SeparablePrefixes(Row):
    """Words that leave their verb and close the clause ("teilte … mit")."""

    TABLE: ClassVar[str] = "separable_prefixes"

    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Correlatives(Row):
    """Conjunctions of two parts ("weder … noch"): without the first the second is an adverb."""

    TABLE: ClassVar[str] = "correlatives"

    first: str
    second: str


@dataclass(frozen=True, kw_only=True)
class PassiveForms(Row):
    """The auxiliary of the passive: its infinitive, the participle that only the passive has, and the forms that no
    infinitive goes with ("wurde überlassen")."""

    TABLE: ClassVar[str] = "passive"

    infinitive: str
    participle: str
    past: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PluralEnds(Row):
    """How nouns end that have no singular of another form ("die Eltern", "die Niederlande"); `both` where the end alone
    does not tell whether it is one or many ("die Verteidiger", "die Huthis")."""

    TABLE: ClassVar[str] = "plural_ends"

    ends: tuple[str, ...]
    both: bool = False
