"""Dates as metadata give them: EDTF, and the timestamps of web pages and databases."""

from __future__ import annotations

import re

from kg.model import PartialDate

__all__ = ["metadata_date"]

_TIMESTAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}.*")
_UNSPECIFIED = re.compile(r"(?P<year>\d{2}XX|\d{3}X|\d{4})(?:-(?P<month>\d{2}|XX)(?:-XX)?)?")
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
_SEASON_BEGINS = {"21": 3, "22": 6, "23": 9, "24": 12}


def metadata_date(words: str) -> PartialDate:
    """Reads an EDTF date or interval of level 0 or 1, or the day of a timestamp; ValueError names the fault.

    What level 1 leaves open becomes the days that it can mean: "2024-10-XX" the month, "202X" ten years, a season the
    months from its first to its last beginning in common use.
    """
    words = words.strip()
    stamp = _TIMESTAMP.fullmatch(words)
    if stamp is not None:
        words = stamp[1]
    first, slash, last = words.partition("/")
    if slash:
        return PartialDate.parse(f"{_beginning(first)}/{_end(last)}")
    return PartialDate.parse(_closed(words))


def _beginning(part: str) -> str:
    return _closed(part).partition("/")[0]


def _end(part: str) -> str:
    return _closed(part).rpartition("/")[2]


def _closed(part: str) -> str:
    """A date of level 1 in level 0."""
    season = _SEASON.fullmatch(part)
    if season is not None:
        year, first = int(season[1]), _SEASON_BEGINS[season[2]]
        last = (first + 2) % 12 + 1
        return f"{year}-{first:02}/{year + (first == 12)}-{last:02}"
    open_parts = _UNSPECIFIED.fullmatch(part)
    if open_parts is None or "X" not in part:
        return part
    year_words, month = open_parts["year"], open_parts["month"]
    if "X" in year_words:
        return f"{year_words.replace('X', '0')}/{year_words.replace('X', '9')}"
    return year_words if month in {None, "XX"} else f"{year_words}-{month}"
