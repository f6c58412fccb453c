"""extract: analysed text and mentions into the facts of one article."""

from __future__ import annotations

from kg.extract.statements import statements
from kg.lang import Language
from kg.model import ArticleFacts, Mentions, Text

__all__ = ["extract"]


def extract(text: Text, mentions: Mentions, language: Language) -> ArticleFacts:
    """The statements and claims of an article, with every actor and place that they name, each once, by id."""
    spoken, speakers = statements(text, mentions, language)
    return ArticleFacts(article=text.article, statements=spoken, claims=(), actors=speakers, places=())
