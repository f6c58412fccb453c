"""Tells an article from what web pages put around it: every line gets a role, nothing is cut.

Rules only, from `boilerplate.toml`, made so that they fail on the side of prose: a sentence of the article that is
taken for clutter is a fact lost, an advert that is taken for prose says nothing about anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.analyse.headlines import with_headlines
from kg.analyse.lines import Breaks, blocks, segments
from kg.lang import Language
from kg.lang.boilerplate import BoilerplateRow, Where
from kg.model import Role, Span

__all__ = ["roles"]

_NOTHING = r"(?!)"
_WORDLESS = re.compile(r"[\W\d_]*")
_BARE_ROW = re.compile(r"(?=.*\|)[\s|:=–—-]+|\|.*|.*\|")
_CELL_EDGE = re.compile(r"[|\t]")
_SENTENCE = re.compile(r"\w.*[.!?…]$")
_INDENT = re.compile(r"[\s>»›▶►→•·*+#–—-]*")
_LONGEST_APPEAL = 45
_LONGEST_CREDIT = 80
_LONGEST_LINE = 200
_LONGEST_TEASER = 25

Marked = tuple[Span, Role | None]


def roles(text: str, language: Language) -> tuple[tuple[Span, Role], ...]:
    """The blocks of `text` in order, each with its role; only white space lies outside of all blocks.

    A block is a line, lines that belong together (white space between words may then be a line break), or a part of a
    line: clutter that was run into it, and what is left. Offsets count code points in `text`; no block begins or ends
    with white space.
    """
    rules = _rules(language)
    breaks = Breaks(rules.seam, rules.unfinished, rules.is_alone)
    marked = [mark for block in blocks(text, breaks) for mark in _mark_line(text, block, rules)]
    return with_headlines(text, _with_teasers(text, marked, rules), rules.dateline)


@dataclass(frozen=True, slots=True)
class _Rules:
    rows: tuple[BoilerplateRow, ...]
    alone: re.Pattern[str]
    start: re.Pattern[str]
    end: re.Pattern[str]
    caption: re.Pattern[str]
    topic: re.Pattern[str]
    address: re.Pattern[str]
    address_words: frozenset[str]
    guard: re.Pattern[str]
    glued: re.Pattern[str]
    seam: re.Pattern[str]
    unfinished: re.Pattern[str]
    dateline: re.Pattern[str]

    def is_alone(self, words: str) -> bool:
        """Whether a line is clutter by its words alone."""
        return len(words) <= _LONGEST_LINE and self.alone.fullmatch(words) is not None

    def row(self, where: Where, words: str) -> BoilerplateRow | None:
        """The row of one kind that takes `words` for clutter."""
        return next((row for row in self.rows if row.where is where and row.matches(words)), None)


@lru_cache(maxsize=8)
def _rules(language: Language) -> _Rules:
    rows = tuple(language.table(BoilerplateRow).values())

    def joined(where: Where, form: str = "{}") -> re.Pattern[str]:
        chosen = [row for row in rows if row.where is where]
        either = "|".join(f"(?:{row.pattern})" for row in chosen) or _NOTHING
        return re.compile(form.format(f"(?:{either})"), chosen[0].regex.flags if chosen else 0)

    return _Rules(
        rows=rows,
        alone=joined(Where.LINE, r"[\W_]*{}[\W_]*"),
        start=joined(Where.START),
        end=joined(Where.END, r"[.!?…“”\"»«)]\s*(?P<words>{})"),
        caption=joined(Where.CAPTION, r"(?:^|(?<=\W)){}$"),
        topic=joined(Where.TOPIC, r"\b{}\b"),
        address=joined(Where.ADDRESS),
        address_words=frozenset(word for row in rows if row.where is Where.ADDRESS for word in row.words),
        guard=joined(Where.GUARD),
        glued=joined(Where.GLUED),
        seam=joined(Where.SEAM),
        unfinished=joined(Where.UNFINISHED),
        dateline=joined(Where.DATELINE),
    )


def _mark_line(text: str, block: Span, rules: _Rules) -> Iterator[Marked]:
    words = block.of(text)
    if _is_table_row(words) and not rules.is_alone(words):
        yield block, Role.TABLE
    elif _is_clutter(words, rules):
        yield block, Role.CLUTTER
    elif (button := rules.glued.match(words)) is not None:
        after = block.start + button.end()
        yield Span(block.start, after), Role.CLUTTER
        yield from _mark_line(text, Span(after, block.end), rules)
    else:
        yield from _mark_parts(block, text, sorted(_clutter_parts(text, block, rules)))


def _is_table_row(words: str) -> bool:
    """Whether it is a row of cells, none of them a sentence."""
    if _BARE_ROW.fullmatch(words):
        return True
    cells = _CELL_EDGE.split(words)
    if len(cells) < 2 or len(words.split()) > 30:
        return False
    return all(len(cell.split()) <= 8 and not _SENTENCE.search(cell.strip()) for cell in cells)


def _is_clutter(words: str, rules: _Rules) -> bool:
    """Whether a whole line is clutter."""
    if _WORDLESS.fullmatch(words):
        return True
    if rules.is_alone(words):
        return rules.row(Where.LINE, words) is not None
    if words[-1] != "." and rules.caption.search(words, max(0, len(words) - _LONGEST_CREDIT)):
        return rules.row(Where.CAPTION, words) is not None
    return _opens_clutter(words, rules, whole=True)


def _opens_clutter(words: str, rules: _Rules, *, whole: bool) -> bool:
    indent = _INDENT.match(words)
    assert indent is not None
    if not rules.start.match(words, indent.end()):
        return False
    row = rules.row(Where.START, words)
    return row is not None and (row.whole or not whole)


def _clutter_parts(text: str, block: Span, rules: _Rules) -> Iterator[Span]:
    for found in rules.end.finditer(text, block.start, block.end):
        yield Span(*found.span("words"))
    for sentence in segments(text, block):
        words = sentence.of(text)
        if _opens_clutter(words, rules, whole=False) or _is_appeal(words, rules):
            yield sentence


def _is_appeal(words: str, rules: _Rules) -> bool:
    """Whether the site speaks to its reader about itself, and nobody else does; what is quickly told comes first."""
    parts = words.split()
    return (
        not rules.address_words.isdisjoint(parts)
        and len(parts) <= _LONGEST_APPEAL
        and rules.guard.search(words) is None
        and rules.topic.search(words) is not None
        and rules.address.search(words) is not None
    )


def _mark_parts(block: Span, text: str, clutter: list[Span]) -> Iterator[Marked]:
    """The block cut at the stretches of clutter in it."""
    at = block.start
    for part in clutter:
        if part.end <= at:
            continue
        yield from _rest(text, Span(at, part.start))
        yield Span(max(at, part.start), part.end), Role.CLUTTER
        at = part.end
    yield from _rest(text, Span(at, block.end))


def _rest(text: str, span: Span) -> Iterator[Marked]:
    words = span.of(text)
    if words.strip():
        start = span.start + len(words) - len(words.lstrip())
        role = Role.CLUTTER if _WORDLESS.fullmatch(words) else None
        yield Span(start, start + len(words.strip())), role


def _with_teasers(text: str, marked: list[Marked], rules: _Rules) -> list[Marked]:
    """Lines that are no sentences, after a heading such as "more on this": teasers of other articles."""
    result: list[Marked] = []
    in_list = False
    for span, role in marked:
        words = span.of(text)
        if role is Role.CLUTTER:
            row = rules.row(Where.LINE, words) if rules.is_alone(words) else None
            in_list = row.opens if row is not None else in_list
        elif role is None and in_list:
            in_list = not _SENTENCE.search(words.rstrip("!?")) and len(words.split()) <= _LONGEST_TEASER
        result.append((span, Role.CLUTTER if in_list and role is None else role))
    return result
