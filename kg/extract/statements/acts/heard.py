"""A noun of saying that is the act itself: "Aus Moskau kamen Dementis", "Kritik am Plan kam von den Bauern"."""

from __future__ import annotations

from decimal import Decimal

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.voices import source
from kg.extract.statements.words.content import object_words, sentence_end
from kg.lang.saying import SayingNoun
from kg.model import Clause, Mode, Phrase, Span, Stance

__all__ = ["heard"]

_ACTS = frozenset({Stance.DENIES, Stance.CRITICISES, Stance.WARNS, Stance.CONFIRMS})


def heard(page: Page, phrase: Phrase, row: SayingNoun) -> Found | None:
    """As in "Aus Moskau kamen Dementis": the noun itself is the act."""
    number = page.clause_of[phrase.head]
    none = page.form(phrase.first) in page.words("not one")
    if row.stance not in _ACTS or number < 0 or phrase.preposition is not None or none:
        return None
    clause = page.text.clauses[number]
    if clause.lemma not in page.words("heard"):
        return None
    for other in page.phrases_in(clause):
        if other.preposition is not None and page.form(other.preposition) in page.words("out of"):
            voice = source(page, other.preposition + 1, limit=clause.last)
            content = _object(page, clause, phrase, other) or _told(page, clause, phrase, row)
            if voice is not None and content is not None and page.named.get(other.head):
                cue = page.token(phrase.head).span
                mode = Mode.REPORTED if content.start < page.token(clause.last - 1).end else Mode.INDIRECT
                return Found(phrase.head, content, voice, row.stance, mode, cue, row.rule, Decimal("0.7"), rank=6)
    return None


def _told(page: Page, clause: Clause, phrase: Phrase, row: SayingNoun) -> Span | None:
    """As in "Scharfe Kritik kam aus Paris: Das reiche nicht": what stands behind the colon, else the noun; but a bare
    "Kritik" tells nothing."""
    colon = page.form(clause.last) == ":" and clause.last + 1 < page.sentence(clause.first).last
    quoted = colon and any(page.spoken[clause.last + 1 : clause.last + 3])
    words = page.span(clause.last + 1, sentence_end(page, clause.first)) if colon and not quoted else None
    bare = phrase.first == phrase.head and row.stance is Stance.CRITICISES
    return words or (None if bare else page.span(phrase.first, phrase.last))


def _object(page: Page, clause: Clause, phrase: Phrase, source: Phrase) -> Span | None:
    """What the act is about: "Kritik an dem Einsatz kam aus Paris"."""
    number = page.phrase_of[phrase.last] if phrase.last < clause.last else -1
    about = page.text.phrases[number] if number >= 0 else None
    if about is None or about.preposition is None or about.first != phrase.last or about == source:
        return None
    return object_words(page, clause, about, drop_preposition=True)
