"""Records → articles: metadata of all origins put together, dates read, ids kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.lang import Language
from kg.model import Article, PartialDate
from kg.read.dates import metadata_date
from kg.read.decoding import is_text
from kg.read.language import foreign_language
from kg.read.problems import Problem
from kg.read.published import Dates, dates_in_text
from kg.read.records import LARGEST, Given, Record
from kg.read.table import Table

__all__ = ["articles"]

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")


def articles(
    record: Record, tables: Sequence[Table], language: Language, ids: dict[str, str]
) -> Iterator[Article | Problem]:
    """The article of a record and what is wrong with its metadata, or why there is none.

    Of several `tables` the first that gives a field counts, before what the record itself gives. `ids` holds the ids
    that are taken and where; an article that is read adds its own.
    """
    given = dict(record.given)
    name = given["id"].value if "id" in given else record.id
    for table in reversed(tables):
        given.update({key: value for key, value in table.get(name, {}).items() if key != "id"})
    refusal = _refusal(record.text, language) or _taken(name, record.source, ids)
    if refusal is not None:
        yield Problem(record.source, refusal)
        return
    ids[name] = record.source
    yield from _finished(name, record, given, language)


def _refusal(text: str, language: Language) -> str | None:
    if not text.strip():
        return "holds no text: give it the article's text or remove it"
    if len(text) > LARGEST:
        return f"has more than {LARGEST // 1_000_000} million characters: split it into articles"
    if not is_text(text):
        return "holds NUL, control characters or halves of characters: give plain text"
    other = foreign_language(text, language)
    if other is not None:
        return f"is in the language {other!r}, only {language.code!r} is read: leave it out or translate it"
    return None


def _taken(name: str, source: str, ids: Mapping[str, str]) -> str | None:
    if name not in ids:
        return None
    return f"has the id {name!r}, which {ids[name]} has already: give one of them another id"


def _finished(name: str, record: Record, given: Mapping[str, Given], language: Language) -> Iterator[Article | Problem]:
    problems: list[Problem] = []
    known = Dates(_date(given, "published", name, problems), _date(given, "updated", name, problems))
    dates = dates_in_text(record.text, language, known)
    url = _url(given, name, problems)
    yield from problems
    yield Article(
        id=name,
        text=record.text,
        headline=_value(given, "headline"),
        url=url,
        publisher=_value(given, "publisher"),
        published=dates.published,
        updated=dates.updated,
        license=_value(given, "license"),
        language=language.code,
        source=record.source,
    )


def _value(given: Mapping[str, Given], field: str) -> str | None:
    return given[field].value if field in given else None


def _date(given: Mapping[str, Given], field: str, name: str, problems: list[Problem]) -> PartialDate | None:
    if field not in given:
        return None
    value, where = given[field]
    try:
        return metadata_date(value)
    except ValueError as fault:
        problems.append(Problem(where, f"{field} of {name!r} is left out: {fault}", article=name))
        return None


def _url(given: Mapping[str, Given], name: str, problems: list[Problem]) -> str | None:
    value = _value(given, "url")
    if value is None or _ADDRESS.fullmatch(value):
        return value
    message = f"url of {name!r} is left out: {value!r} is no web address such as https://example.org/article"
    problems.append(Problem(given["url"].where, message, article=name))
    return None
