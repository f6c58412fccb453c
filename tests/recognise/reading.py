"""Sentences read as the pipeline reads them, without its later stages."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kg.analyse import analyse
from kg.gazetteer import Gazetteer, load
from kg.lang import language
from kg.model import ActorMention, Article, MentionForm, Mentions, PartialDate, Text
from kg.recognise import recognise

__all__ = ["Read", "actors", "gazetteer", "ids", "read"]


class Read(NamedTuple):
    """A text and what it mentions."""

    text: Text
    mentions: Mentions

    def words(self, mention: ActorMention) -> str:
        """The words of a mention."""
        return self.text.words(mention.span)


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, loaded once."""
    return load()


@cache
def read(words: str, published: str | None = "2024-10-30") -> Read:
    """Some words as an article of a day (or without date)."""
    when = None if published is None else PartialDate(published)
    text = analyse(Article(id="x", text=words, published=when), language("de"))
    return Read(text, recognise(text, language("de"), gazetteer()))


def actors(words: str, published: str | None = "2024-10-30") -> list[tuple[str, str]]:
    """Words and actor id of every mention but adjectives."""
    found = read(words, published)
    named = [mention for mention in found.mentions.actors if mention.form is not MentionForm.ADJECTIVE]
    return [(found.words(mention), mention.actor.id) for mention in named]


def ids(words: str, published: str | None = "2024-10-30") -> list[str]:
    """Actor id of every mention but adjectives."""
    return [actor for _, actor in actors(words, published)]
