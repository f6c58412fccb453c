"""How articles tell the day on which they appeared: rows of `published.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kg.lang.tables import Row

__all__ = ["PublishedKind", "PublishedRow", "compiled"]


class PublishedKind(StrEnum):
    """What a row is for."""

    MONTH = "month"
    WEEKDAY = "weekday"
    DATE = "date"
    """What a date looks like; `{weekday}` and `{month}` stand for the forms of those rows. Its groups are weekday, day,
    month (a number) or name, year or short (two digits), or iso."""
    PUBLISHED = "published"
    """A note on the day of publication; `{date}` stands for the date pattern."""
    UPDATED = "updated"
    """A note on the day of the last change."""


@dataclass(frozen=True, kw_only=True)
class PublishedRow(Row):
    """A name of the calendar, or one way to note a day; patterns of notes stand in the order of their weight."""

    TABLE: ClassVar[str] = "published"

    kind: PublishedKind
    number: int = 0
    """Of a month (1 to 12) or weekday (Monday is 0)."""
    forms: tuple[str, ...] = ()
    """All spellings of its name."""
    pattern: str = ""
    """A regular expression; `^` and `$` stand for ends of lines, case counts where it does not say otherwise."""
    top: bool = False
    """Whether the note counts only near the beginning of the text."""


def compiled(rows: Iterable[PublishedRow]) -> dict[str, re.Pattern[str]]:
    """The patterns of the dates and notes among `rows` by key, with names and dates filled in."""
    rows = tuple(rows)
    names = {
        kind: "|".join(re.escape(form) for row in rows if row.kind is kind for form in row.forms)
        for kind in (PublishedKind.MONTH, PublishedKind.WEEKDAY)
    }
    dates = [
        row.pattern.replace("{weekday}", f"(?i:{names[PublishedKind.WEEKDAY]})").replace(
            "{month}", f"(?i:{names[PublishedKind.MONTH]})"
        )
        for row in rows
        if row.kind is PublishedKind.DATE
    ]
    patterns = {}
    for row in rows:
        if row.kind is PublishedKind.DATE:
            patterns[row.key] = re.compile(dates[0])
        elif row.pattern:
            patterns[row.key] = re.compile(row.pattern.replace("{date}", f"(?:{dates[0]})"), re.MULTILINE)
    return patterns
