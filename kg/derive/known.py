"""From which day on something can have been known: by publication, and by the day it was said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from kg.derive.records import ArticleRecord, Corpus
from kg.derive.times import Window

__all__ = ["Known", "known_claims", "known_of_all", "known_of_first", "known_statements", "public_day"]


class Known(NamedTuple):
    """The day by which it was certainly published, and the day by which it was certainly said; None: not known."""

    public: date | None
    said: date | None


def known_statements(corpus: Corpus) -> dict[str, Known]:
    """When each statement could be known."""
    return {
        iri: _known(corpus.articles[statement.article].published, corpus.said(statement))
        for iri, statement in corpus.statements.items()
    }


def known_claims(corpus: Corpus) -> dict[str, Known]:
    """When each claim could be known."""
    return {
        iri: _known(corpus.articles[claim.article].published, corpus.told(claim))
        for iri, claim in corpus.claims.items()
    }


def public_day(article: ArticleRecord) -> date | None:
    """The day by which an article, in the words that it has, was certainly out."""
    return _end(article.published)


def known_of_first(parts: Iterable[Known]) -> Known:
    """When something could be known that each of its parts gives by itself."""
    return _joined(parts, min)


def known_of_all(parts: Iterable[Known]) -> Known:
    """When something could be known that needs all its parts."""
    given = list(parts)
    public = None if any(part.public is None for part in given) else _joined(given, max).public
    said = None if any(part.said is None for part in given) else _joined(given, max).said
    return Known(public, said)


def _known(published: Window | None, told: Window | None) -> Known:
    public, said = _end(published), _end(told)
    # What stands in an article had been said when it came out, however vague its own date is.
    days = [day for day in (public, said) if day is not None]
    return Known(public, min(days) if days else None)


def _joined(parts: Iterable[Known], choose: Callable[[list[date]], date]) -> Known:
    given = list(parts)
    public = [part.public for part in given if part.public is not None]
    said = [part.said for part in given if part.said is not None]
    return Known(choose(public) if public else None, choose(said) if said else None)


def _end(when: Window | None) -> date | None:
    return None if when is None or when.last == date.max else when.last
