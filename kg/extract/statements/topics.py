"""What a statement is about, by the stems of its words."""

from __future__ import annotations

from kg.extract.statements.page import Page, place_of
from kg.lang.saying import TopicWords
from kg.model import Span, Topic

__all__ = ["topics"]


def topics(page: Page, content: Span, before: tuple[Topic, ...]) -> tuple[Topic, ...]:
    """The topics that the words name; where they only point back ("diese Meldung"), those of the sentences before."""
    named = _named(page, content)
    if named:
        return named
    place = place_of(page, content.start)
    back = page.text.sentences[max(0, page.sentence(place).number - 2)]
    if any(page.form(p) in page.words("pointing") for p in range(place, page.sentence(place).last)):
        found = _named(page, Span(back.start, content.start))
        if found:
            return found
    return before or (Topic.OTHER,)


def _named(page: Page, span: Span) -> tuple[Topic, ...]:
    words = page.text.words(span).lower() + " "
    rows = page.language.table(TopicWords).values()
    return tuple(dict.fromkeys(row.topic for row in rows if any(stem in words for stem in row.stems)))
