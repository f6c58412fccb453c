"""What a statement is about, by the stems of its words."""

from __future__ import annotations

from kg.extract.statements.page import Page, place_of
from kg.lang.saying import TopicWords
from kg.model import Span, Topic

__all__ = ["topics"]


def topics(page: Page, content: Span, before: tuple[Topic, ...], *, carried: bool) -> tuple[Topic, ...]:
    """The topics that the words name; where they only point back ("diese Meldung"), those of the sentences before."""
    named = _named(page, content)
    if any(topic is not Topic.OTHER for topic in named):
        return named
    first, last = place_of(page, content.start), place_of(page, content.end - 1)
    if _points(page, first, last):
        back = page.text.sentences[max(0, page.sentence(first).number - 2)]
        context = _named(page, Span(back.start, max(content.start, back.start)))
        return tuple(dict.fromkeys((*context, *named))) or before or (Topic.OTHER,)
    return named or (before if carried and before else (Topic.OTHER,))


def _points(page: Page, first: int, last: int) -> bool:
    """Whether the words point back: "diese Meldung", "dies", "weitere Details"."""
    nouns = tuple(page.words("pointing nouns"))
    return any(
        page.form(place) in page.words("pointing") or page.token(place).lemma.lower().endswith(nouns)
        for place in range(first, last + 1)
    )


def _named(page: Page, span: Span) -> tuple[Topic, ...]:
    words = page.text.words(span).lower() + " "
    rows = page.language.table(TopicWords).values()
    return tuple(dict.fromkeys(row.topic for row in rows if any(stem in words for stem in row.stems)))
