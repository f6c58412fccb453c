"""Date expressions as partial dates, counted from the article's reference day or days.

A bare weekday means the last one not after the reference; the coming one is seven days later. Words that nothing fixes
("zuletzt", a month without year in an article without date) give no mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from kg.lang import Language
from kg.lang.dates import Dates, DateWords
from kg.model import DateMention, PartialDate, Span, Text
from kg.recognise.dateread import READINGS, Parts

__all__ = ["date_mentions"]

_BEFORE, _AFTER = 5, 8
_LONGEST_WINDOW = 10


class _Rule(NamedTuple):
    row: Dates
    pattern: re.Pattern[str]


class _Rules(NamedTuple):
    rules: tuple[_Rule, ...]
    triggers: frozenset[str]
    months: tuple[str, ...]
    values: dict[str, dict[str, str]]


def date_mentions(text: Text, language: Language) -> tuple[DateMention, ...]:
    """All date expressions in the order of the text."""
    rules = _rules(language)
    found: list[DateMention] = []
    end = 0
    for position, token in enumerate(text.tokens):
        if position < end or not _triggers(token.form, rules):
            continue
        mention = _at(text, position, end, rules, found[-1] if found else None)
        if mention is not None:
            found.append(mention)
            end = mention.last
    return tuple(found)


def _triggers(form: str, rules: _Rules) -> bool:
    if form[0].isdigit():
        return form.isdigit() and len(form) == 4 or "." in form or "-" in form
    low = form.lower()
    return low in rules.triggers or (len(low) > 6 and low.startswith(rules.months))


def _at(text: Text, position: int, floor: int, rules: _Rules, before: DateMention | None) -> DateMention | None:
    """The longest date that covers the token at `position`; `floor` is where the date before ends."""
    sentence = text.sentence_at(position)
    first = max(floor, sentence.first, position - _BEFORE)
    last = min(sentence.last, position + _AFTER)
    start = text.tokens[first].start
    words = text.article.text[start : text.tokens[last - 1].end]
    token = text.tokens[position]
    best: tuple[int, int, _Rule, re.Match[str]] | None = None
    for rule in rules.rules:
        for match in rule.pattern.finditer(words):
            if match.start() + start < token.end and match.end() + start > token.start:
                if best is None or match.end() - match.start() > best[1] - best[0]:
                    best = (match.start(), match.end(), rule, match)
    if best is None:
        return None
    span = Span(start + best[0], start + best[1])
    if best[2].row.key == "bare year" and not _is_year(text, position):
        return None
    return _mention(text, span, best[2], _values(best[3], rules), before)


def _mention(
    text: Text, span: Span, rule: _Rule, values: dict[str, str], before: DateMention | None
) -> DateMention | None:
    first, last = _tokens(text, span)
    reading = READINGS[rule.row.means]
    anchor = before.when if before is not None else None
    fixed = None if rule.row.means == "anchor" else reading(Parts(values, None, anchor))
    when = fixed or _agreed(values, anchor, rule, text.article.reference)
    if when is None:
        return None
    return DateMention(text.span(first, last), first, last, when, fixed is None, rule.row.rule)


def _agreed(
    values: dict[str, str], anchor: PartialDate | None, rule: _Rule, reference: PartialDate | None
) -> PartialDate | None:
    """What all days of the reference agree on, else the days between; None where they lie too far apart."""
    days = _reference_days(reference)
    found = [READINGS[rule.row.means](Parts(values, day, anchor)) for day in days]
    if not days and rule.row.means == "anchor":
        found = [READINGS["anchor"](Parts(values, None, anchor))]
    dates = sorted({when for when in found if when is not None})
    if not dates or len(found) != sum(when is not None for when in found):
        return None
    if rule.row.means == "ago" and values.get("unit") == "week":
        return _spread(dates).widened()
    if len(dates) == 1:
        return dates[0]
    return None if len(days) > _LONGEST_WINDOW else _spread(dates)


def _spread(dates: list[PartialDate]) -> PartialDate:
    firsts = [when.earliest for when in dates if when.earliest is not None]
    lasts = [when.latest for when in dates if when.latest is not None]
    return PartialDate.between(min(firsts), max(lasts))


def _reference_days(reference: PartialDate | None) -> tuple[date, ...]:
    return () if reference is None else reference.days()


def _is_year(text: Text, position: int) -> bool:
    """Whether a number of four digits is a year: no noun is counted by it and no number stands beside it."""
    tags = [token.tag for token in text.tokens[position + 1 : position + 3]] + ["", ""]
    after = text.tokens[position + 1].form if position + 1 < len(text.tokens) else ""
    before = text.tokens[position - 1] if position else None
    if before is not None and (before.tag == "CARD" or before.form[-1] in "-/$€:"):
        return False
    return tags[0] not in {"NN", "CARD"} and tags[:2] != ["ADJA", "NN"] and after not in {"%", ":", "/"}


def _tokens(text: Text, span: Span) -> tuple[int, int]:
    """The positions of the tokens that a span covers."""
    sentence = next(s for s in text.sentences if s.start <= span.start < s.end)
    places = [p for p in range(sentence.first, sentence.last) if text.tokens[p].span.overlaps(span)]
    return places[0], places[-1] + 1


def _values(match: re.Match[str], rules: _Rules) -> dict[str, str]:
    return dict(_valued(match, rules))


def _valued(match: re.Match[str], rules: _Rules) -> Iterator[tuple[str, str]]:
    for slot, words in match.groupdict().items():
        if words is None:
            continue
        known = rules.values.get(slot)
        if known is None:
            yield slot, words
            continue
        low = words.lower()
        value = known.get(low) or next(
            (v for stem, v in known.items() if stem[-1] == "-" and low.startswith(stem[:-1])), None
        )
        if value is not None:
            yield slot, value


@cache
def _rules(language: Language) -> _Rules:
    values: dict[str, dict[str, str]] = {}
    triggers: set[str] = set()
    for row in language.table(DateWords).values():
        listed = dict(_word_values(row))
        values[row.key] = listed
        if row.trigger:
            triggers |= {word for word in listed if word[-1] != "-"}
    parts = language.table(DateWords)["daypart"]
    triggers |= {day + part for day in values["weekday"] for part in dict(_word_values(parts))}
    rules = tuple(_rule(row, values) for row in language.table(Dates).values())
    months = tuple(word for word in values["month"] if len(word) > 2 and word.isalpha())
    return _Rules(rules, frozenset(triggers), months, values)


def _word_values(row: DateWords) -> Iterator[tuple[str, str]]:
    for listed in row.words:
        words, _, value = listed.rpartition("=")
        for word in words.split():
            yield word.lower(), value.strip()


def _rule(row: Dates, values: dict[str, dict[str, str]]) -> _Rule:
    def slot(found: re.Match[str]) -> str:
        return f"(?P<{found.group(1)}>{_alternatives(values[found.group(1)])})"

    pattern = re.sub(r"\{([a-z_]+)\}", slot, row.pattern)
    return _Rule(row, re.compile(rf"(?<![\w.-])(?:{pattern})(?:(?<=\W)|(?![\w-]))", re.IGNORECASE))


def _alternatives(words: dict[str, str]) -> str:
    listed = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(rf"{re.escape(word[:-1])}\w*" if word[-1] == "-" else re.escape(word) for word in listed)
