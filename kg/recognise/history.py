"""Whom an article has named so far: what "der Minister" and "das Ministerium" refer back to."""

from __future__ import annotations

from collections.abc import Sequence

from kg.gazetteer import Gazetteer
from kg.lang.nouns import Bodies, NounRow, Offices, Organisations, Titles
from kg.model import Actor, ActorKind, ActorMention, MentionForm
from kg.recognise.described import Described

__all__ = ["History"]

_GOVERNMENT = "government"
"""What a government is to its state."""


class History:
    """The named people and bodies of one article in the order of the text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._people: list[tuple[Actor, Described | None]] = []
        self._bodies: list[tuple[Actor, Described | None]] = []
        self._governed: list[Actor] = []
        self._kinds = {actor: body for (_, body), actor in gazetteer.bodies.items()}

    def add(self, mentions: Sequence[ActorMention], phrase: Described | None) -> None:
        """Notes mentions that begin at one place, with the phrase that they were found in."""
        for mention in mentions:
            actor = mention.actor
            phrase = phrase if phrase is None or mention.last >= phrase.last else None
            if actor.kind is ActorKind.PERSON:
                self._people.append((actor, phrase))
            elif self._kinds.get(actor.id) == _GOVERNMENT:
                self._governed.append(actor)
            elif phrase is not None and isinstance(phrase.sense.row, Bodies) and phrase.sense.row.state:
                self._governed += [actor] if actor.kind is ActorKind.STATE else []
            elif mention.form in {MentionForm.NAME, MentionForm.DESCRIPTION} and _is_body(actor, phrase):
                self._bodies.append((actor, phrase))

    def person(self, phrase: Described) -> Actor | None:
        """The last person named with the same title, one that ends so, or who holds or held the office."""
        row = phrase.sense.row
        for actor, named in reversed(self._people):
            fits = self._holds(actor, row) or (named is not None and _same_title(named, phrase))
            if fits and _of_gender(actor, phrase) and (not phrase.owners or actor.acts_for in phrase.owners):
                return actor
        return None

    def body(self, row: Bodies, noun: str, *, alike: bool = True, part: str = "") -> Actor | None:
        """The last body of the same sort that the noun fits; of governments the last state described so.

        Without `alike` only one that was named by the same noun, with a `part` of a compound by the same compound.
        """
        if row.state:
            return self._governed[-1] if self._governed else None
        for actor, named in reversed(self._bodies):
            same = named is not None and named.sense.row.rule == row.rule and _is_noun(named, noun, part)
            sort = self._kinds.get(actor.id) == row.body or (actor.kind is row.kind and _stands_for_kind(row))
            if same or (alike and sort and not part):
                return actor
        return None

    def last_person(self, gender: str | None = None, owners: Sequence[str] = ()) -> Actor | None:
        """The person named last, of a gender where one is given, and of no other state than the owners (a party's)."""
        states = {*owners, *(self._gazetteer.actors[owner].acts_for for owner in owners)}
        for actor, _ in reversed(self._people):
            foreign = bool(owners) and actor.registered and actor.acts_for is not None and actor.acts_for not in states
            if not foreign and (gender is None or actor.gender in {gender, None}):
                return actor
        return None

    def organisation(self, phrase: Described, row: Organisations) -> Actor | None:
        """The last organisation named with the same noun, else with one of its row, or the last medium where the word
        is for media."""
        other: Actor | None = None
        for actor, named in reversed(self._bodies):
            same = named is not None and named.sense.row.rule == row.rule
            if same and named is not None and _as_it_is(named) == _as_it_is(phrase):
                return actor
            if other is None and (same or (actor.kind is row.kind and row.kind is not ActorKind.ORGANISATION)):
                other = actor
        return other

    def _holds(self, actor: Actor, row: NounRow) -> bool:
        if not isinstance(row, Offices) or row.role is None or not actor.registered:
            return False
        return any(post.role == row.role for post in self._gazetteer.held(actor.id))


def _is_noun(named: Described, noun: str, part: str) -> bool:
    """Whether a phrase has a noun, with the first part of a compound where one is asked for."""
    return named.reading.nominative == noun and part in {"", named.sense.part}


def _as_it_is(phrase: Described) -> tuple[str, str]:
    """The noun of a phrase and the first part of its compound."""
    return phrase.reading.nominative, phrase.sense.part


def _of_gender(actor: Actor, phrase: Described) -> bool:
    """Whether the noun is a man's or a woman's as the person is one: "die Ministerin" is not Minister Kranz."""
    return None in {actor.gender, phrase.reading.gender} or actor.gender == phrase.reading.gender


def _same_title(named: Described, phrase: Described) -> bool:
    """Whether somebody named with one title may be meant by another: "Außenminister" by "Minister"."""
    noun, before = _stem(phrase), _stem(named)
    if named.sense.row.rule == phrase.sense.row.rule and (noun.endswith(before) or _may_be_any(phrase.sense.row)):
        return True
    return isinstance(phrase.sense.row, Titles) and before.endswith(noun)


def _stem(phrase: Described) -> str:
    """The noun in small letters, of men and women alike: "Staatsanwältin" is "staatsanwalt"."""
    noun = phrase.reading.nominative.lower()
    return noun.removesuffix("in").replace("ä", "a") if phrase.reading.gender == "f" else noun.replace("ä", "a")


def _may_be_any(row: NounRow) -> bool:
    """Whether the nouns of a row are said of one person: an office by any of its names, "Politiker" for a senator."""
    return isinstance(row, Offices) or (isinstance(row, Titles) and row.loose)


def _is_body(actor: Actor, phrase: Described | None) -> bool:
    """Whether an actor can be referred back to: no group, and no single word that only its tag makes a name."""
    sure = actor.registered or phrase is not None or " " in actor.label_de or actor.label_de.isupper()
    return sure and actor.kind is not ActorKind.GROUP


def _stands_for_kind(row: Bodies) -> bool:
    """Whether a bare noun may mean any body of its kind: "das Ministerium", "der Dienst"; not "das Innenamt"."""
    return row.kind is ActorKind.INTELLIGENCE_SERVICE or (row.kind is ActorKind.MINISTRY and row.general)
