"""A clause while it grows, what may be taken up again as one, and the verbs that may tell of it from outside."""

from __future__ import annotations

from functools import cache

from kg.analyse.forms import mood_of, verb_lemma
from kg.analyse.segments import Segment
from kg.analyse.tagger import Word
from kg.lang import Language
from kg.lang.saying import SayingVerb
from kg.model import ClauseKind, Mood

__all__ = ["Open", "begun", "taken_up", "telling", "told_again"]


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

    def again(self, built: list[Open], segment: Segment) -> Open:
        """A new clause with the same helping verb ("hat gesagt, sie bleibe, und versprochen, …")."""
        clause = begun(built, ClauseKind.MAIN)
        clause.take(segment)
        clause.finite, clause.sure = self.finite, True
        if self.finite is not None:
            clause.places.insert(0, self.finite)
        return clause

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


def told_again(segment: Segment, words: list[Word], built: list[Open], language: Language) -> Open | None:
    """As in "Er hat gesagt, dass sie bleibe, und versprochen, …": the clause whose helping verb goes for a second
    participle of saying."""
    if not segment.coordinated or segment.kind is not None or segment.zu:
        return None
    if not _says(segment.places[-1], words, language):
        return None
    for clause in reversed(built):
        if clause.kind is not ClauseKind.MAIN or clause.finite is None or words[clause.finite].subjunctive:
            continue
        fits = words[clause.finite].lemma == "haben" and (clause.zu or clause is not built[-1])
        return clause if fits and any(_says(place, words, language) for place in clause.places) else None
    return None


def _says(place: int, words: list[Word], language: Language) -> bool:
    """Whether it is a participle of a verb of saying."""
    return "VVPP" in words[place].can and verb_lemma(words[place].low, "VVPP", language) in telling(language)


@cache
def telling(language: Language) -> frozenset[str]:
    """The infinitives of the verbs of saying."""
    return frozenset(verb for row in language.table(SayingVerb).values() if not row.verbs for verb in row.infinitives)
