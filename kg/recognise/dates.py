"""Date expressions as partial dates, counted from the article's reference day or days.

A bare weekday means the last one not after the reference; the coming one is seven days later. Words that nothing fixes
("zuletzt", a month without year in an article without date) give no mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import compress
from typing import NamedTuple

from kg.lang import Language
from kg.lang.dates import Dates, DateWords
from kg.lang.memory import Memory
from kg.lang.numbers import Limits
from kg.model import DateMention, PartialDate, Qualifier, Span, Text
from kg.recognise.dateanchors import anchor_of
from kg.recognise.dateparts import Parts
from kg.recognise.dateread import READINGS

__all__ = ["date_mentions"]

_BEFORE, _AFTER = 5, 8
_LONGEST_WINDOW = 10
_MONTH = len("2024-10")
_BEFORE_THAT = frozenset({"anchor_before", "before"})
"""Slots of what lies before another day: "am Vortag", "tags zuvor"."""
_LINKED = frozenset({"anchor", "later", "then", "soon", "weekday_linked"})
"""Readings that count from the date before."""


class _Rule(NamedTuple):
    row: Dates
    pattern: re.Pattern[str]


class _Rules(NamedTuple):
    by_form: Memory[str, tuple[_Rule, ...]]
    """The rules to try where a word form stands."""
    values: dict[str, dict[str, str]]
    about: frozenset[str]
    """Words before a number that is no year: "rund 2000"."""


def date_mentions(text: Text, language: Language) -> tuple[DateMention, ...]:
    """All date expressions in the order of the text."""
    rules = _rules(language)
    tried = list(map(rules.by_form.__getitem__, [token.form for token in text.tokens]))
    found: list[DateMention] = []
    end = 0
    for position in compress(range(len(tried)), tried):
        if position < end:
            continue
        match = _best(text, position, end, tried[position], rules.about)
        mention = None if match is None else _mention(text, match, rules, found)
        if mention is not None:
            found.append(mention)
            end = mention.last
    return tuple(found)


class _Match(NamedTuple):
    rule: _Rule
    match: re.Match[str]
    offset: int
    """Where the searched words begin in the text."""

    @property
    def length(self) -> int:
        return self.match.end() - self.match.start()


def _best(
    text: Text, position: int, floor: int, rules: tuple[_Rule, ...], about: frozenset[str]
) -> _Match | None:  # fmt: skip
    """The longest date that covers the token at `position`; `floor` is where the date before ends."""
    sentence = text.sentence_at(position)
    first = max(floor, sentence.first, position - _BEFORE)
    last = min(sentence.last, position + _AFTER)
    offset = text.tokens[first].start
    words = text.article.text[offset : text.tokens[last - 1].end]
    token = text.tokens[position]
    best: _Match | None = None
    for rule in rules:
        for match in rule.pattern.finditer(words):
            covers = match.start() + offset < token.end and match.end() + offset > token.start
            if covers and (best is None or match.end() - match.start() > best.length):
                best = _Match(rule, match, offset)
    if best is not None and "year" in best.match.groupdict() and best.match.group() == token.form:
        return best if best.rule.row.sure or _is_year(text, position, about) else None
    return best


def _mention(text: Text, found: _Match, rules: _Rules, told: list[DateMention]) -> DateMention | None:
    span = Span(found.offset + found.match.start(), found.offset + found.match.end())
    first, last = _tokens(text, span)
    row, values = found.rule.row, dict(_valued(found.match, rules))
    anchor = anchor_of(text, row, told, first, apart="anchor_before" in values)
    fixed = None if row.means in _LINKED else READINGS[row.means](Parts(values, None, anchor))
    when = fixed or _agreed(values, anchor, row, text.article.reference)
    if when is None:
        return None
    return DateMention(text.span(first, last), first, last, when, fixed is None, row.rule)


def _agreed(
    values: dict[str, str], anchor: PartialDate | None, row: Dates, reference: PartialDate | None
) -> PartialDate | None:
    """What all days of the reference agree on, else the days between; None where they lie too far apart."""
    days = _reference_days(reference)
    found = [READINGS[row.means](Parts(values, day, anchor)) for day in days]
    if row.means in _LINKED and (anchor is not None or _BEFORE_THAT.isdisjoint(values)):
        found = [READINGS[row.means](Parts(values, None, anchor))]
    dates = sorted({when for when in found if when is not None})
    if not dates or len(found) != sum(when is not None for when in found):
        return None
    if row.means == "ago" and values.get("unit") == "week":
        wide = _spread(dates).widened()
        return wide if len(wide.edtf) == _MONTH else _spread(dates)
    if len(dates) == 1:
        return dates[0]
    return None if len(days) > _LONGEST_WINDOW else _spread(dates)


def _spread(dates: list[PartialDate]) -> PartialDate:
    firsts = [when.earliest for when in dates if when.earliest is not None]
    lasts = [when.latest for when in dates if when.latest is not None]
    return PartialDate.between(min(firsts), max(lasts))


def _reference_days(reference: PartialDate | None) -> tuple[date, ...]:
    return () if reference is None else reference.days()


def _is_year(text: Text, position: int, about: frozenset[str]) -> bool:
    """Whether a number of four digits is a year: no noun is counted by it and no number stands beside it."""
    tags = [token.tag for token in text.tokens[position + 1 : position + 3]] + ["", ""]
    after = text.tokens[position + 1].form if position + 1 < len(text.tokens) else ""
    before = text.tokens[position - 1] if position else None
    if before is not None and (
        before.form.lower() in about or before.tag in {"CARD", "ADJA", "PIAT"} or before.form[-1] in "-/$€:"
    ):
        return False
    if tags[0] == "ADJA" and (text.sentence_at(position).first == position or int(text.tokens[position].form) % 100):
        return True
    round_number = text.tokens[position].form.endswith("00")
    if tags[0] == "NE" and round_number:
        return False
    return tags[0] not in {"NN", "CARD"} and tags[:2] != ["ADJA", "NN"] and after not in {"%", ":", "/"}


def _tokens(text: Text, span: Span) -> tuple[int, int]:
    """The positions of the tokens that a span covers."""
    sentence = next(s for s in text.sentences if s.start <= span.start < s.end)
    tokens = text.tokens[sentence.first : sentence.last]
    places = [token.position for token in tokens if token.start < span.end and span.start < token.end]
    return places[0], places[-1] + 1


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
    table = language.table(DateWords)
    values = {row.key: dict(_word_values(row)) for row in table.values()}
    slots: dict[str, tuple[str, ...]] = {}
    for key, row in table.items():
        for word in values[key] if row.trigger else ():
            slots[word] = (*slots.get(word, ()), key)
    slots |= {day + part.removeprefix("-"): ("weekday",) for day in values["weekday"] for part in values["daypart"]}
    months = tuple(word for word in values["month"] if len(word) > 2 and word.isalpha())
    rules = [_rule(row, values) for row in language.table(Dates).values()]
    by_slot = {some: tuple(r for r in rules if _has_slot(r.row, some)) for some in set(slots.values())}
    figures = tuple(rule for rule in rules if not any(rule in some for some in by_slot.values()))
    by_month = by_slot["month",]

    def by_form(form: str) -> tuple[_Rule, ...]:
        low = form.lower()
        if low in slots:
            return by_slot[slots[low]] + (open_ends if low in opening else ())
        if form[0].isdigit():
            return figures if (form.isdigit() and len(form) == 4) or "." in form or "-" in form else ()
        if low.startswith(months) and len(low) > 6:
            return by_month
        return open_ends if low in opening else ()

    opening = frozenset(word for row in language.table(Dates).values() for word in row.opens)
    open_ends = tuple(rule for rule in rules if rule.row.opens)
    limits = [row for row in language.table(Limits).values() if row.qualifier is Qualifier.ABOUT]
    return _Rules(Memory(by_form, 65536), values, frozenset(word for row in limits for word in row.words))


def _has_slot(row: Dates, slots: tuple[str, ...]) -> bool:
    """Whether the pattern of a row has one of the slots, or opens at words of its own among them."""
    return any(f"{{{slot}}}" in row.pattern for slot in slots)


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
