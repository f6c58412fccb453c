"""What somebody sees in a thing: "sieht in dem Besuch ein Signal an Rom"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.words.content import object_words
from kg.lang.saying import SayingVerb
from kg.model import Clause, Phrase, Span

__all__ = ["seen_in"]


def seen_in(page: Page, clause: Clause, row: SayingVerb) -> Span | None:
    """The thing and what is seen in it; the latter alone where the thing stands before the verb."""
    if "object behind in" not in row.takes:
        return None
    phrases = page.phrases_in(clause)
    seen = next((phrase for phrase in phrases if _seen(page, phrase, row)), None)
    inside = page.words("inside a text")
    things = (p for p in phrases if p.preposition is not None and page.form(p.preposition) in inside)
    thing = None if seen is None else next((p for p in things if not _when(page, p)), None)
    if seen is None or thing is None or thing.preposition is None:
        return None
    words = object_words(page, clause, seen, drop_preposition=False, stops=row.needs)
    begin = page.token(thing.preposition).start
    joined = words is not None and thing.last <= seen.first and (clause.finite or seen.first) < thing.first
    return Span(begin, words.end) if words is not None and joined else words


def _seen(page: Page, phrase: Phrase, row: SayingVerb) -> bool:
    return phrase.preposition is None and "acc" in phrase.cases and row.wants(page.token(phrase.head).lemma)


def _when(page: Page, phrase: Phrase) -> bool:
    return page.dated(phrase.head)
