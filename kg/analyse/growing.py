"""A clause while it grows, what may be taken up again as one, and the verbs that may tell of it from outside."""

from __future__ import annotations

from functools import cache

from kg.analyse.forms import mood_of
from kg.analyse.segments import Segment
from kg.analyse.tagger import Word
from kg.lang import Language
from kg.lang.saying import SayingVerb
from kg.model import ClauseKind, Mood

__all__ = ["Open", "begun", "taken_up", "telling"]


class Open:
    """A clause while it grows."""

    __slots__ = ("finite", "kind", "number", "opener", "parent", "places", "reach", "sure", "zu")

    def __init__(self, number: int, kind: ClauseKind, parent: Open | None, opener: int | None) -> None:
        self.number = number
        self.kind = kind
        self.parent = parent
        self.opener = opener
        self.finite: int | None = None
        self.sure = False
        self.zu = False
        self.places: list[int] = []
        self.reach: list[int] = []

    def take(self, segment: Segment) -> None:
        """Adds a segment's tokens, its finite verb and its infinitive."""
        self.places.extend(segment.places)
        if segment.finite is not None and (self.finite is None or (segment.sure and not self.sure)):
            self.finite, self.sure = segment.finite, segment.sure
        self.zu = self.zu or segment.zu
        self.reach.extend((segment.places[0], segment.places[-1] + 1))

    def beside(self, built: list[Open]) -> Open:
        """A new clause under the same opening word ("dass X liefert und Y zahlt")."""
        return begun(built, self.kind, self.parent, self.opener)

    @property
    def done(self) -> bool:
        """Whether it has the verb that it needs."""
        return self.zu if self.kind is ClauseKind.INFINITIVE else self.finite is not None


def begun(built: list[Open], kind: ClauseKind, parent: Open | None = None, opener: int | None = None) -> Open:
    """A new clause, the next of those that are `built`."""
    clause = Open(len(built), kind, parent, opener)
    built.append(clause)
    return clause


def taken_up(segment: Segment, words: list[Word], stack: list[Open], language: Language) -> bool:
    """As in "Er sagte, die Leute, die dort wohnen, seien arm": whether a verb in the subjunctive is that of the phrase
    before what is inserted, which is then the clause to go on with."""
    if segment.wall != "," or segment.finite != segment.places[0]:
        return False
    if mood_of(words[segment.places[0]].low, language) is Mood.INDICATIVE:
        return False
    told = next((clause for clause in stack[1:-1] if clause.kind is ClauseKind.FRAGMENT), None)
    if told is not None:
        told.kind, told.parent = ClauseKind.MAIN, None
        stack[:] = [told]
    return told is not None


@cache
def telling(language: Language) -> frozenset[str]:
    """The infinitives of the verbs of saying."""
    return frozenset(verb for row in language.table(SayingVerb).values() if not row.verbs for verb in row.infinitives)
