"""Quantities of people and things with what limits them; measures, dates, scores and signs are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from kg.lang import Language
from kg.lang.numbers import Limits
from kg.model import DateMention, Qualifier, QuantityMention, Text, Token
from kg.recognise.numerals import Tables, factor_of, figure, tables_of, word_value

__all__ = ["quantity_mentions"]

_DECIMAL = re.compile(r"\d+,\d+")

_THOUSAND = 1000
_DOZEN = 12
"""The least that a noun of number multiplies by."""


class _Number(NamedTuple):
    first: int
    last: int
    value: int | None
    """None of an indefinite heap ("Tausende")."""
    least: int | None


def quantity_mentions(text: Text, dates: Sequence[DateMention], language: Language) -> tuple[QuantityMention, ...]:
    """All quantities in the order of the text, without those that are part of `dates`."""
    tables = tables_of(language)
    taken = {place for mention in dates for place in range(mention.first, mention.last)}
    may_begin = tables.may_begin
    found: list[QuantityMention] = []
    end = 0
    begins = [position for position, token in enumerate(text.tokens) if token.tag == "CARD" or may_begin[token.form]]
    for position in begins:
        if position < end or position in taken:
            continue
        number = _number(text.tokens, position, tables)
        if number is None:
            continue
        end = number.last
        mention = _mention(text, number, tables)
        if not _is_measure(text, number, tables, limited=mention.first < number.first):
            found.append(mention)
            end = mention.last
    return tuple(found)


def _number(tokens: Sequence[Token], position: int, tables: Tables) -> _Number | None:
    """The number that begins at a token: figures or words, with "Millionen" or "Dutzend" behind them."""
    return _heap(tokens, position, tables) or _fraction(tokens, position, tables) or _whole(tokens, position, tables)


def _following(tokens: Sequence[Token], position: int, tables: Tables) -> int:
    """By how much a noun of number at a position multiplies: 12 of "Dutzend"; 0 where none stands there."""
    form = tokens[position].form if position < len(tokens) else ""
    factor = tables.large.get(form) or tables.words.get(form.lower(), 0)
    return factor if factor >= _DOZEN else 0


def _heap(tokens: Sequence[Token], position: int, tables: Tables) -> _Number | None:
    """A number that nobody has counted: "Tausende", "mehrere Hundert", "ein paar Hundert"."""
    form = tokens[position].form
    if form in tables.heaps and (form not in tables.large or tokens[position].tag != "CARD"):
        return _Number(position, position + 1, None, tables.heaps[form])
    few = form.lower() in tables.articles and _form(tokens, position + 1) in tables.few
    if not few and form.lower() not in tables.several:
        return None
    factor = _following(tokens, position + 1 + few, tables)
    return _Number(position, position + 2 + few, None, 2 * factor) if factor else None


def _fraction(tokens: Sequence[Token], position: int, tables: Tables) -> _Number | None:
    """A number with a half or a decimal in it: "eine halbe Million", "anderthalb Dutzend", "1,5 Millionen"."""
    form = tokens[position].form.lower()
    if form in tables.articles and _form(tokens, position + 1) in tables.half:
        factor = _following(tokens, position + 2, tables)
        return _Number(position, position + 3, factor // 2, None) if factor else None
    factor = _following(tokens, position + 1, tables)
    if not factor or not (form in tables.and_a_half or _DECIMAL.fullmatch(form)):
        return None
    half = tables.and_a_half.get(form)
    many = round(float(form.replace(",", ".")) * factor) if half is None else half * factor + factor // 2
    return _Number(position, position + 2, many, None)


def _form(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].form.lower() if position < len(tokens) else ""


def _whole(tokens: Sequence[Token], position: int, tables: Tables) -> _Number | None:
    form = tokens[position].form
    value = _simple(form, tables)
    if value is None:
        return None
    factor = tables.large.get(tokens[position + 1].form, 0) if position + 1 < len(tokens) else 0
    factor = factor or (_following(tokens, position + 1, tables) if value < _THOUSAND else 0)
    if factor >= _DOZEN:
        return _Number(position, position + 2, value * factor, None)
    return None if form.lower() in tables.articles else _Number(position, position + 1, value, None)


def _simple(form: str, tables: Tables) -> int | None:
    if form[0].isdigit():
        return figure(form)
    if form.lower() in tables.pair:
        return tables.pair[form.lower()]
    if form in tables.large:
        return tables.large[form] if tables.large[form] == _DOZEN else None
    return word_value(form.removesuffix("-"), tables)  # "fünf- bis sechstausend"


def _is_measure(text: Text, number: _Number, tables: Tables, *, limited: bool) -> bool:
    """Whether what stands around a number makes it money, time, length, a score, a sign or a year; `limited`: whether a
    word such as "etwa" stands before it."""
    tokens = text.tokens
    second = _range_end(text, number, tables)
    last = number.last if second is None else second.last
    after = tokens[last].form if last < len(tokens) else ""
    before = tokens[number.first - 1].form if number.first else ""
    sign = before in tables.before and not _is_side(tokens, number.first - 1, last)
    if after in tables.behind or sign or (before == "(" and after == ")"):
        return True
    return (
        _is_score(tokens, number, tables) or _is_sign(tokens, number) or _is_lone_year(tokens, number, limited=limited)
    )


def _is_side(tokens: Sequence[Token], sign: int, last: int) -> bool:
    """As in "auf russischer Seite 15 Menschen": a noun told by an adjective, with something else counted behind it."""
    return sign > 0 and tokens[sign - 1].tag == "ADJA" and last < len(tokens) and tokens[last].tag == "NN"


def _is_score(tokens: Sequence[Token], number: _Number, tables: Tables) -> bool:
    """Whether a sign or word joins it with another number ("3:1", "110 zu 65"), or it counts minutes ("86.)")."""
    size = len(tokens)
    first, last = number.first, number.last
    if last + 1 < size and tokens[last].form in tables.against and tokens[last + 1].form[0].isdigit():
        return True
    if first > 1 and tokens[first - 1].form in tables.against and tokens[first - 2].form[0].isdigit():
        return True
    return last + 1 < size and tokens[last].form == "." and tokens[last + 1].form in {",", ")"}


def _is_sign(tokens: Sequence[Token], number: _Number) -> bool:
    """Whether it belongs to the name before it: "Hannover 96"."""
    after = tokens[number.last].tag if number.last < len(tokens) else ""
    return number.first > 0 and tokens[number.first - 1].tag == "NE" and after not in {"NN", "ADJA", "NE"}


def _is_lone_year(tokens: Sequence[Token], number: _Number, *, limited: bool) -> bool:
    """Whether four digits stand without a noun that they count ("etwa 2000 seiner Soldaten" is none)."""
    form = tokens[number.first].form
    if number.last - number.first != 1 or not form.isdigit() or len(form) != 4 or not 1800 <= int(form) < 2100:
        return False
    behind = {"NN", "NE", "ADJA", "PPOSAT", "ART"} if limited else {"NN", "ADJA"}
    behind |= set() if int(form) % 100 else {"NE"}
    return number.last >= len(tokens) or tokens[number.last].tag not in behind


def _mention(text: Text, number: _Number, tables: Tables) -> QuantityMention:
    first, row = _limit(text, number.first, tables)
    second = _range_end(text, number, tables)
    if second is not None and second.value is not None and number.value is not None:
        start = first - 1 if first and text.tokens[first - 1].form.lower() in tables.between else first
        span = text.span(start, second.last)
        least = number.value
        if second.value >= _THOUSAND > least and second.last - second.first == 2:
            least *= second.value // (_simple(text.tokens[second.first].form, tables) or 1)
        elif text.tokens[number.first].form.endswith("-"):
            least *= factor_of(text.tokens[second.first].form, tables)
        return QuantityMention(span, start, second.last, None, None, least, second.value)
    qualifier, lowest, highest = _bounds(number, row)
    return QuantityMention(text.span(first, number.last), first, number.last, number.value, qualifier, lowest, highest)


def _bounds(number: _Number, row: Limits | None) -> tuple[Qualifier | None, int | None, int | None]:
    if number.value is None:
        return None, number.least, None
    if row is None:
        return Qualifier.EXACTLY, number.value, number.value
    least = None if row.minimum is None else number.value + row.minimum
    most = None if row.maximum is None else number.value + row.maximum
    return row.qualifier, least, most


def _limit(text: Text, position: int, tables: Tables) -> tuple[int, Limits | None]:
    """Where the words that limit the number at a position begin, and their row."""
    if position:
        for words, row in tables.limits.get(text.tokens[position - 1].form.lower(), ()):
            first = position - len(words)
            forms = tuple(token.form.lower() for token in text.tokens[max(first, 0) : position])
            if forms == words and first >= text.sentence_at(position).first and not _tells_of(text, first, tables):
                return first, row
    return position, None


def _tells_of(text: Text, position: int, tables: Tables) -> bool:
    """As in "Berichte über 50 Tote", "hatte über 50 Tote berichtet": whether a preposition belongs to the noun before
    or the verb behind it and limits nothing; not "von über 50"."""
    tokens = text.tokens
    if position == 0 or tokens[position].tag != "APPR" or tokens[position - 1].tag in {"APPR", "APPRART"}:
        return False
    inside = range(position, text.sentence_at(position).last)
    behind = takewhile(lambda place: tokens[place].tag[0] != "$", inside)
    told = any(tokens[place].tag[0] == "V" and tokens[place].form in tables.topics for place in behind)
    return told or tokens[position - 1].form.lower() in tables.topics


def _range_end(text: Text, number: _Number, tables: Tables) -> _Number | None:
    """The second number of "5.000 bis 7.000", or of "zwischen 5.000 und 7.000"."""
    tokens = text.tokens
    if number.last + 1 >= len(tokens) or tokens[number.last].form.lower() not in tables.to:
        return None
    second = _number(tokens, number.last + 1, tables)
    if second is None or second.value is None or number.value is None or second.value <= number.value:
        return None
    joins = tokens[number.last].form.lower() == tables.join
    opened = number.first > 0 and tokens[number.first - 1].form.lower() in tables.between
    return second if opened or not joins else None
