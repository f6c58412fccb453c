"""The rows of tables that make facts: a `yes` sentence must give a fact by that row, a `no` sentence none."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pytest

from kg.analyse import analyse
from kg.extract import extract
from kg.gazetteer import Gazetteer, load
from kg.lang import Row, language
from kg.model import Article, ArticleFacts, PartialDate, Statement
from kg.recognise import recognise

__all__ = ["Example", "examples", "rules_in", "statements_in"]


class Example(NamedTuple):
    """A sentence of a row and whether the row must make a fact of it."""

    rule: str
    sentence: str
    expected: bool


def examples(kind: type[Row]) -> list[object]:
    """Every sentence of every row of a table, as parameters named by row and sort."""
    found = []
    for row in language("de").table(kind).values():
        sentences = [(words, True) for words in row.yes] + [(words, False) for words in row.no]
        for number, (words, expected) in enumerate(sentences):
            id_ = f"{row.key}-{'yes' if expected else 'no'}-{number}"
            found.append(pytest.param(Example(row.rule, words, expected), id=id_))
    return found


def rules_in(words: str) -> frozenset[str]:
    """The rules of all facts that the stages make of some words."""
    facts = _facts(words)
    return frozenset(fact.rule for fact in (*facts.statements, *facts.claims))


def statements_in(words: str) -> tuple[Statement, ...]:
    """The statements that the stages find in some words."""
    return _facts(words).statements


@cache
def _facts(words: str) -> ArticleFacts:
    """What the stages make of some words, published on Wednesday, 30 October 2024."""
    article = Article(id="example", text=words, published=PartialDate("2024-10-30"))
    text = analyse(article, language("de"))
    return extract(text, recognise(text, language("de"), _gazetteer()), language("de"))


@cache
def _gazetteer() -> Gazetteer:
    return load()
