"""What web pages put around an article: rows of `boilerplate.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from kg.lang.tables import Row

__all__ = ["BoilerplateRow", "Where", "core"]

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_INDENT = re.compile(r"^[\s>»›▶►→•·*+#–—-]+")


class Where(StrEnum):
    """What a row's pattern is held against."""

    LINE = "line"
    """The whole line, without bullets, arrows and punctuation at its ends; case does not count."""
    START = "start"
    """The beginning of a line or sentence; case does not count."""
    END = "end"
    """Closing words after a sentence end: only they are clutter."""
    CAPTION = "caption"
    """Closing words of a line: the whole line is clutter."""
    TOPIC = "topic"
    """A web word; a sentence that has one is clutter if it also has an `address` and no `guard`."""
    ADDRESS = "address"
    """Words by which a site speaks to its reader, or of itself."""
    GUARD = "guard"
    """Words that show that somebody else is speaking: the sentence is prose."""
    GLUED = "glued"
    """A button that lost its line break: clutter at the start of a line, directly before a capital."""
    SEAM = "seam"
    """Two lines that lost their break: it was where the match ends."""
    UNFINISHED = "unfinished"
    """The end of a line that goes on in the next."""
    DATELINE = "dateline"
    """The beginning of an article's first paragraph."""


@dataclass(frozen=True, kw_only=True)
class BoilerplateRow(Row):
    """One kind of web clutter."""

    TABLE: ClassVar[str] = "boilerplate"

    where: Where
    pattern: str
    """A regular expression."""
    longest: int = 40
    """A line of more words is not taken for clutter by this row."""
    opens: bool = False
    """Whether the lines without a full stop that follow belong to it (a heading over teasers)."""
    words: tuple[str, ...] = ()
    """The row is tried only where one of these words stands between spaces; empty: always."""
    whole: bool = False
    """Whether the rest of the line belongs to the sentence that begins so."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern; case counts except in whole lines, line beginnings and topics."""
        loose = self.where in {Where.LINE, Where.START, Where.TOPIC}
        return re.compile(self.pattern, re.IGNORECASE if loose else 0)

    def matches(self, words: str) -> bool:
        """Whether the row takes the line or sentence for its own."""
        if len(words.split()) > self.longest:
            return False
        if self.where is Where.LINE:
            return self.regex.fullmatch(core(words)) is not None
        if self.where in {Where.START, Where.GLUED, Where.DATELINE}:
            return self.regex.match(_INDENT.sub("", words, count=1)) is not None
        if self.where is Where.END:
            return re.search(rf"[.!?…“”\"»«)]\s*(?:{self.pattern})", words) is not None
        if self.where is Where.CAPTION:
            return re.search(rf"(?:^|(?<=\W))(?:{self.pattern})$", words) is not None
        if self.where is Where.TOPIC:
            return re.search(rf"\b(?:{self.pattern})\b", words, re.IGNORECASE) is not None
        return self.regex.search(words) is not None


def core(words: str) -> str:
    """A line without the bullets, arrows and punctuation marks at its ends."""
    return _EDGES.sub("", words)
