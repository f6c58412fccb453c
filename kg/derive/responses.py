"""Which statement answers which, where the article itself ties them.

A statement answers an earlier one of its article by another speaker
- where it denies, confirms or declines to comment on the very words of the other ("was Moskau dementiert");
- where it refers to it by a noun with the name of its speaker ("bestätigte die Angaben aus Seoul");
- where it denies or declines and refers to reports of the event that the other claims ("wies Berichte zurück, wonach
  Truppen im Hafen seien");
- where it does so by a noun that points back ("wies diese Meldung zurück"), or by a pronoun alone; then the nearest one
  on the same topic is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from kg.derive.records import Corpus, StatementRecord
from kg.lang import Language
from kg.lang.responses import ResponseRow, ResponseUse

__all__ = ["Words", "matches", "responses", "words_of"]

ANSWERING = frozenset({"denies", "confirms", "declines"})
ENDING = re.compile(r"(?:er|en|es|em|e|s|n)$")
_WORD = re.compile(r"\w+")
SHORTEST_NAME = 3
BESIDE = 7
"""A name stands before its noun ("KCNA-Meldung") or among the six words behind it ("Angaben aus Seoul")."""


class Words(NamedTuple):
    """The table of referring words by what they do."""

    noun: frozenset[str]
    pointer: frozenset[str]
    article: frozenset[str]
    complement: frozenset[str]
    pronoun: frozenset[str]


def words_of(language: Language) -> Words:
    """The referring words of a language."""
    rows = language.table(ResponseRow).values()
    return Words(*(frozenset(form for row in rows if row.use is use for form in row.forms) for use in ResponseUse))


def matches(row: ResponseRow, words: str) -> bool:
    """Whether a form of the row stands in these words; of a noun, also as the last part of a compound."""
    tokens = _tokens(words)
    if row.use is ResponseUse.NOUN:
        return any(_is_noun(token, frozenset(row.forms)) for token in tokens if token[:1].isupper())
    lowered = [token.lower() for token in tokens]
    if row.use is ResponseUse.PRONOUN:
        return lowered[-1] in row.forms
    nouns = {at for at, token in enumerate(tokens) if token[:1].isupper()}
    step = -1 if row.use is ResponseUse.COMPLEMENT else 1
    return any(word in row.forms and at + step in nouns and at > 0 for at, word in enumerate(lowered))


def responses(corpus: Corpus, words: Words, event_of: Mapping[str, str]) -> dict[str, str]:
    """Every statement that answers another one → that other; `event_of` gives the event of each claim."""
    by_article: dict[str, list[StatementRecord]] = {}
    for statement in corpus.statements.values():
        by_article.setdefault(statement.article, []).append(statement)
    found = {}
    for article, statements in by_article.items():
        ordered = sorted(statements, key=lambda each: (each.start, each.end, each.iri))
        text = corpus.articles[article].text
        for at, statement in enumerate(ordered):
            earlier = [other for other in reversed(ordered[:at]) if not set(other.speakers) & set(statement.speakers)]
            answered = _answered(statement, earlier, text, corpus, words, event_of)
            if answered is not None:
                found[statement.iri] = answered.iri
    return found


def _answered(
    statement: StatementRecord,
    earlier: list[StatementRecord],
    text: str,
    corpus: Corpus,
    words: Words,
    event_of: Mapping[str, str],
) -> StatementRecord | None:
    answering = statement.stance in ANSWERING
    if answering:
        for other in earlier:
            if other.stance not in ANSWERING and statement.content and statement.content == other.content:
                return other
    near = [other for other in earlier if _shares_topic(statement, other) and other.stance != "declines"]
    said = _tokens(_own_words(statement, text) if answering else statement.content) if near else []
    for at in (at for at, token in enumerate(said) if token[:1].isupper() and _is_noun(token, words.noun)):
        beside = said[max(at - 1, 0) : at + BESIDE]
        for other in near:
            if any(_named(name, beside) for name in _names(other, corpus)):
                return other
        same = _on_same_event(statement, near, event_of)
        if same is not None or (answering and _points_back(said, at, words)):
            return same or next(iter(near), None)
    alone = [token.lower() for token in _tokens(statement.content)]
    pronoun = answering and len(alone) == 1 and alone[0] in words.pronoun
    return next(iter(near), None) if pronoun else None


def _on_same_event(
    statement: StatementRecord, near: list[StatementRecord], event_of: Mapping[str, str]
) -> StatementRecord | None:
    if statement.stance not in {"denies", "declines"}:
        return None
    own = _events(statement, event_of)
    return next((other for other in near if _events(other, event_of) & own), None)


def _events(statement: StatementRecord, event_of: Mapping[str, str]) -> set[str]:
    return {event_of[claim] for claim in statement.expresses if claim in event_of}


def _own_words(statement: StatementRecord, text: str) -> str:
    """The words of a statement without those that name its speaker."""
    return (text[statement.start : statement.end] or statement.content).replace(statement.speaker_words, " ", 1)


def _points_back(said: list[str], at: int, words: Words) -> bool:
    before = said[at - 1].lower() if at else ""
    after = said[at + 1].lower() if at + 1 < len(said) else ""
    return before in words.pointer or (before in words.article and after not in words.complement)


@lru_cache(maxsize=50_000)
def _is_noun(token: str, nouns: frozenset[str]) -> bool:
    lowered = token.lower()
    return lowered in nouns or lowered.endswith(_last_parts(nouns))


@lru_cache(maxsize=8)
def _last_parts(nouns: frozenset[str]) -> tuple[str, ...]:
    return tuple(noun for noun in nouns if len(noun) > SHORTEST_NAME + 1)


def _shares_topic(statement: StatementRecord, other: StatementRecord) -> bool:
    return not statement.topics or not other.topics or bool(set(statement.topics) & set(other.topics))


def _names(statement: StatementRecord, corpus: Corpus) -> Iterator[frozenset[str]]:
    yield _stems(statement.speaker_words)
    for speaker in statement.speakers:
        for actor in dict.fromkeys((speaker, corpus.principal(speaker))):
            record = corpus.actors.get(actor)
            for name in record.names if record is not None else ():
                yield _stems(name)


def _named(name: frozenset[str], beside: list[str]) -> bool:
    lowered = [token.lower() for token in beside]
    return bool(name) and all(any(token.startswith(stem) for token in lowered) for stem in name)


@cache
def _stems(name: str) -> frozenset[str]:
    """The words of a name without their endings; articles and other short words left out."""
    long = (token for token in _tokens(name) if len(token) >= SHORTEST_NAME and (token[:1].isupper() or len(token) > 5))
    return frozenset(ENDING.sub("", token.lower()) if len(token) > 5 else token.lower() for token in long)


def _tokens(words: str) -> list[str]:
    return _WORD.findall(words)
