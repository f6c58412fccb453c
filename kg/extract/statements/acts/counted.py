"""What somebody counts: "Der Generalstab kam auf etwa 90 Tote", "Kiew geht von mindestens 30 aus"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from kg.extract.statements.common.cues import cue_span, rows_of
from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.meaning.topics import main_topic, names_topic
from kg.extract.statements.speakers.somebody import describes, speaks
from kg.extract.statements.speakers.speakers import speaker_of
from kg.extract.statements.words.begins import number_begin
from kg.extract.statements.words.content import object_words
from kg.extract.statements.words.objects import strong
from kg.lang import Language
from kg.lang.saying import SayingVerb
from kg.model import Clause, ClauseKind, Mode, Phrase, Span

__all__ = ["counted"]

_COUNT = "count"


def counted(page: Page) -> Iterator[Found]:
    """Every number of people, weapons or blows that somebody gives by a verb of counting."""
    counting = _counting(page.language)
    for clause in page.text.clauses:
        if not clause.verbs or clause.finite is None or page.spoken[clause.finite] or not page.prose(clause.first):
            continue
        if counting.isdisjoint((clause.lemma, *(page.token(place).lemma for place in clause.verbs))):
            continue
        rows = [(row, taken) for row in rows_of(page, clause) for taken in row.takes if taken.startswith(_COUNT)]
        voice = speaker_of(page, clause) if rows and not clause.passive else None
        if voice is None or not _somebody(page, voice):
            continue
        for row, taken in rows:
            found = _found(page, clause, row, taken.removeprefix(_COUNT).removeprefix(":"), voice)
            if found is not None:
                yield found
                break


@cache
def _counting(language: Language) -> frozenset[str]:
    """The infinitives of the verbs that give a number."""
    rows = language.table(SayingVerb).values()
    return frozenset(v for row in rows if any(t.startswith(_COUNT) for t in row.takes) for v in row.infinitives)


def _somebody(page: Page, voice: Voice) -> bool:
    places = range(voice.first, voice.last)
    return strong(voice) or any(speaks(page, place) or describes(page, place) for place in places)


def _found(page: Page, clause: Clause, row: SayingVerb, preposition: str, voice: Voice) -> Found | None:
    for place in page.own(clause):
        if page.token(place).tag != "CARD" or voice.first <= place < voice.last or page.dated(place):
            continue
        begin = number_begin(page, place)
        if preposition and page.form(begin - 1) != preposition:
            continue
        content = _content(page, clause, begin, place)
        about = content is not None and (names_topic(page, content) or (_bare(page, place) and main_topic(page)))
        if content is None or not about:
            continue
        fronted = bool(preposition) and "object" in row.takes and begin > (clause.finite or clause.last)
        rank, sure, cue = (
            5 if fronted and _object_in_front(page, clause, voice) else 7,
            Decimal("0.7"),
            cue_span(page, clause),
        )
        return Found(clause.finite or place, content, voice, row.stance, Mode.INDIRECT, cue, row.rule, sure, rank=rank)
    return None


def _bare(page: Page, place: int) -> bool:
    """Whether no noun is counted: "geht von mindestens 90 aus"."""
    return page.token(place + 1).tag in {"$.", "$,", "PTKVZ", "VVPP", "VVINF", "VVFIN", "KON"}


def _content(page: Page, clause: Clause, begin: int, place: int) -> Span | None:
    number = page.phrase_of[place]
    phrase: Phrase | None = page.text.phrases[number] if number >= 0 else None
    if phrase is None or phrase.last <= place + 1:
        return page.span(begin, place + 1)
    words = object_words(page, clause, phrase, drop_preposition=True)
    other = next((c for c in page.around(clause) if c.kind is ClauseKind.FRAGMENT and c.first > place), None)
    if words is not None and other is not None and page.form(other.first) in page.words("among them"):
        return Span(page.token(begin).start, max(words.end, page.token(other.last - 1).end))
    end = None if words is None else min(words.end, words.end if other is None else page.token(other.first - 2).end)
    return None if end is None else Span(page.token(begin).start, end)


def _object_in_front(page: Page, clause: Clause, voice: Voice) -> bool:
    """As in "Die Zahl der Opfer bezifferte er auf 90": the number says more than what is counted."""
    front = (p for p in page.phrases_in(clause) if p.last <= (clause.finite or clause.first) and p.preposition is None)
    return any(not voice.first <= phrase.head < voice.last for phrase in front)
