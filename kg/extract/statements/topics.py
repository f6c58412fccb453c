"""What a statement is about, by the stems of its words."""

from __future__ import annotations

from kg.extract.statements.page import Page
from kg.lang.saying import TopicWords
from kg.model import Span, Topic

__all__ = ["topics"]


def topics(page: Page, content: Span, before: tuple[Topic, ...]) -> tuple[Topic, ...]:
    """The topics that the words name; else those of the statement before; else "other"."""
    words = page.text.words(content).lower() + " "
    rows = page.language.table(TopicWords).values()
    named = tuple(row.topic for row in rows if any(stem in words for stem in row.stems))
    return named or before or (Topic.OTHER,)
