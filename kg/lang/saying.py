"""How a language says that somebody says: verbs, nouns and fixed frames."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kg.lang.tables import Row
from kg.model import Mode, Stance, Topic

__all__ = ["Frame", "FrameKind", "SayingNoun", "SayingVerb", "SpeechWords", "StanceWords", "TopicWords"]


@dataclass(frozen=True, kw_only=True)
class SayingVerb(Row):
    """A verb of saying, by its infinitive (separated prefix joined) or with the words that make it one."""

    TABLE: ClassVar[str] = "saying"

    verb: str | None = None
    """The infinitive, where the key is not it ("ausgehen" for "davon ausgehen")."""
    verbs: tuple[str, ...] = ()
    """The infinitives of an act that several verbs tell alike."""
    stance: Stance
    takes: frozenset[str]
    """Complements: "clause" (dass, ob, wie, verb-second), "dass" (none before the verb), "fact" (only with
    dass), "source" (none: "wie X erfuhr"), "judged" (what "es" is called, with the clause), "zu", "quote", "object",
    "thing" (its passive tells whom it befalls, not what is said), "several" (all objects together), "ground:" (the
    reason behind a preposition), "dative", prepositions."""
    negated: Stance | None = None
    """The stance under "nicht" or "kein"; None: as the stance."""
    needs: tuple[str, ...] = ()
    """Words of which one must stand in the clause ("davon", "sich")."""
    reflexive: bool = False
    """Whether "sich" must stand there too: "sprach sich gegen Zölle aus", not "sprach ein Verbot gegen ihn aus"."""
    weak: bool = False
    """Whether it says something only with a clause and a speaker who is an actor."""
    things: bool = False
    """Whether its subject is a report or study, not a person."""
    future: Stance | None = None
    """The stance of a content in the future; None: an expectation."""
    mode: Mode = Mode.REPORTED
    """The mode of an act whose object is told: "spricht von einem Erfolg" gives words, "verurteilte" does not."""
    objects: tuple[str, ...] = ()
    """Lemmas or endings of object nouns that make the act one; empty: any."""
    strict: bool = False
    """Whether only these objects make the act one, whoever acts; else a named speaker may have any."""

    @property
    def infinitives(self) -> tuple[str, ...]:
        """Its verbs, by the infinitive."""
        return self.verbs or (self.verb or self.key,)

    def wants(self, noun: str) -> bool:
        """Whether a noun is one of its objects, or a compound that ends in one: "Waffenlieferung" of "Lieferung"."""
        return any(noun.lower().endswith(each.lower()) for each in self.objects)


class FrameKind(StrEnum):
    """Where the source stands in a fixed frame."""

    BEFORE = "before"
    """"laut X", "nach Angaben von X"."""
    BEHIND = "behind"
    """"X zufolge"."""
    INSERTED = "inserted"
    """", so X,"."""
    CARRIED = "carried"
    """"demnach": the source is the one before."""


@dataclass(frozen=True, kw_only=True)
class Frame(Row):
    """A fixed frame that names a source: "laut", "zufolge", "so"."""

    TABLE: ClassVar[str] = "frames"

    words: tuple[str, ...]
    kind: FrameKind
    nouns: bool = False
    """Whether a noun of saying must follow ("nach Angaben von")."""
    relay: bool = False
    """Whether the source is one whom another speaker passes on ("unter Berufung auf")."""
    stance: Stance = Stance.ASSERTS
    only: frozenset[str] = frozenset()
    """Lemmas of the only nouns of saying that may follow; empty: any."""


@dataclass(frozen=True, kw_only=True)
class SayingNoun(Row):
    """A noun of saying: "Angaben", "Bericht", "Dementi"; also as the last part of a compound."""

    TABLE: ClassVar[str] = "saying_nouns"

    nouns: tuple[str, ...]
    """Lemmas."""
    stance: Stance
    complement: bool = True
    """Whether "dass", "ob" or a zu-infinitive behind it gives what is said."""


@dataclass(frozen=True, kw_only=True)
class StanceWords(Row):
    """Words inside the content or beside the cue that turn its stance."""

    TABLE: ClassVar[str] = "stance_words"

    stance: Stance
    words: tuple[str, ...]
    """Lower-case words or stems of the content."""
    verbs: frozenset[str] = frozenset()
    """Neutral verbs (infinitives) that give way; empty: all that assert."""
    held: bool = False
    """Whether they count behind these verbs alone, not in words that are quoted."""
    first: bool = False
    """Whether they count in the first clause alone: "…, vermutlich sind es mehr" is an aside."""


@dataclass(frozen=True, kw_only=True)
class SpeechWords(Row):
    """Small closed sets of words that the readers of statements ask for by name."""

    TABLE: ClassVar[str] = "speech_words"

    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TopicWords(Row):
    """What a statement is about, by stems of its words."""

    TABLE: ClassVar[str] = "topics"

    topic: Topic
    stems: tuple[str, ...]
    weak: tuple[str, ...] = ()
    """Stems that fit several topics."""
