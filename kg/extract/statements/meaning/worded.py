"""The stance that the words of what is said give to a neutral verb: "gefährlich", "stimmt nicht", "Beweise"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract.statements.common.page import Page
from kg.lang import Language
from kg.lang.saying import StanceWords
from kg.model import Span, Stance

__all__ = ["of_words"]

_LETTERS = re.compile(r"[^\w]+")
_CLAUSES = re.compile(r"[,;.:!?]\s")
_GAP = r"(?: \w+){0,5}? "
"""What "…" in a row stands for: at most five words."""
_BEGIN = 4
"""Letters of its first word by which a row is told to be out of the question; shorter words stand whole."""
_BEFORE = 3
"""Words before a hit among which a negation turns it off."""
_TURNED_OFF = frozenset({Stance.WARNS, Stance.CONFIRMS, Stance.CRITICISES})


class _Row(NamedTuple):
    stance: Stance
    verbs: frozenset[str]
    pattern: re.Pattern[str]
    begins: frozenset[str]
    """What a word begins with in all that the pattern finds."""
    own: frozenset[str]
    """The words of the table: a negation among others in a hit ("verstoße nicht gegen") turns it off."""
    held: bool
    first: bool


def of_words(page: Page, verb: str | None, content: Span) -> Stance | None:
    """The stance that the words of the content give to a neutral verb."""
    said = page.text.words(content).lower()
    every, first = (" " + _LETTERS.sub(" ", part) + " " for part in (said, _CLAUSES.split(said, maxsplit=1)[0]))
    begins = {word[:_BEGIN] for word in every.split()}
    for row in _rows(page.language):
        if row.begins.isdisjoint(begins) or (row.verbs and verb not in row.verbs and (row.held or verb is not None)):
            continue
        words = first if row.first else every
        for hit in row.pattern.finditer(words):
            around = [*words[: hit.start()].split()[-_BEFORE:], *(set(hit.group().split()) - row.own)]
            if row.stance not in _TURNED_OFF or not _refused(page, around):
                return row.stance
    return None


def _refused(page: Page, before: list[str]) -> bool:
    return any(word in page.words("negation") or word in page.words("without") for word in before)


@cache
def _rows(language: Language) -> tuple[_Row, ...]:
    rows = language.table(StanceWords).values()
    return tuple(_row(row) for row in rows)


def _row(row: StanceWords) -> _Row:
    pattern = re.compile("|".join(_pattern(words) for words in row.words))
    firsts = [words.split()[0] for words in row.words]
    assert all(len(first) >= _BEGIN or f"{first} " in words for first, words in zip(firsts, row.words, strict=True))
    begins = frozenset(first[:_BEGIN] for first in firsts)
    own = frozenset(word for words in row.words for word in words.split())
    return _Row(row.stance, row.verbs, pattern, begins, own, held=row.held, first=row.first)


def _pattern(words: str) -> str:
    return " " + _GAP.join(re.escape(part.strip()) for part in words.split("…")) + (" " if words[-1] == " " else "")
