"""A statement → the properties of its node."""

from __future__ import annotations

from collections.abc import Iterator

from kg.describe.iris import kg, term
from kg.describe.literals import decimal, partial_date, plain, spanned
from kg.describe.scope import Pair, Scope
from kg.model import Statement

__all__ = ["statement_pairs"]


def statement_pairs(statement: Statement, scope: Scope) -> Iterator[Pair]:
    """Property and value of one act of saying; spans become words and offsets in the article's text."""
    yield term("rdf", "type"), kg("Statement")
    yield kg("inArticle"), scope.node
    yield kg("stance"), kg(statement.stance)
    yield kg("mode"), kg(statement.mode)
    yield from ((kg("topic"), kg(topic)) for topic in statement.topics)
    yield from _words(statement, scope)
    yield from partial_date("saidOn", statement.said_on)
    yield from scope.actors(kg("speaker"), statement.speakers)
    yield from scope.actors(kg("via"), statement.via)
    yield from _ties(statement, scope)
    yield kg("rule"), plain(statement.rule)
    yield kg("certainty"), decimal(statement.certainty)
    if statement.reason is not None:
        yield kg("reason"), plain(statement.reason)


def _words(statement: Statement, scope: Scope) -> Iterator[Pair]:
    text, language = scope.article.text, scope.article.language
    yield from spanned("content", statement.content, text, language)
    yield from spanned("speaker", statement.speaker, text, language, words_name="speakerText")
    yield from spanned("cue", statement.cue, text, language)


def _ties(statement: Statement, scope: Scope) -> Iterator[Pair]:
    if statement.relays is not None:
        yield kg("relays"), scope.nodes[statement.relays]
    if statement.continues is not None:
        yield kg("continues"), scope.nodes[statement.continues]
    yield from ((kg("expresses"), claim) for claim in scope.expressed.get(statement.key, ()))
