"""analyse: an article into sentences, tokens, clauses, phrases and quotations, with offsets into its text as given."""

from __future__ import annotations

from kg.analyse.boilerplate import roles
from kg.analyse.clauses import clauses
from kg.analyse.forms import mood_of
from kg.analyse.phrases import phrases
from kg.analyse.quotations import quotations, units
from kg.analyse.readings import DETERMINERS
from kg.analyse.sentences import Block, Stretch, stretches
from kg.analyse.tagger import NOMINAL, Word, tagged
from kg.analyse.tokens import Piece, pieces
from kg.analyse.verbs import left_to_modal
from kg.lang import Language
from kg.model import Article, Clause, Quotation, Role, Sentence, Text, Token

__all__ = ["analyse"]

_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})

_DATELINE = 8
"""Words that a dateline has at most ("KIEW/SEOUL (AFP/dpa)")."""


def analyse(article: Article, language: Language) -> Text:
    """The article's text with its structure; nothing is cut, all offsets count in `article.text`."""
    found = pieces(article.text, 0, len(article.text), language)
    cut = stretches(found, [Block(*part) for part in roles(article.text, language)])
    breaks = {
        stretch.first
        for place, stretch in enumerate(cut)
        if place == 0 or stretch.paragraph != cut[place - 1].paragraph
    }
    marked = quotations(article.text, found, breaks)
    starts = {found[stretch.first].start for stretch in cut} | {
        found[mark.first].start for mark in marked if mark.last - mark.first > 3
    }
    words = tagged(found, starts | _after_marks(cut, found), language)
    left_to_modal(words, language)
    parsed = _clauses(words, cut, marked, language)
    return Text(
        article=article,
        tokens=_tokens(words, parsed, language),
        sentences=tuple(_sentence(number, stretch, words) for number, stretch in enumerate(cut)),
        clauses=parsed,
        phrases=phrases(words, [(stretch.first, stretch.last) for stretch in cut], language),
        quotations=marked,
    )


def _after_marks(cut: list[Stretch], found: list[Piece]) -> set[int]:
    """Words behind a dash, a colon or a dateline's bracket may be capitalised like the first of a sentence."""
    starts: set[int] = set()
    for stretch in cut:
        for place in range(stretch.first, stretch.last - 1):
            piece = found[place]
            if piece.form in {":", "–", "-", "•"} or (piece.form == ")" and place - stretch.first < _DATELINE):
                starts.add(found[place + 1].start)
    return starts


def _clauses(
    words: list[Word], cut: list[Stretch], marked: tuple[Quotation, ...], language: Language
) -> tuple[Clause, ...]:
    parsed: list[Clause] = []
    for stretch in cut:
        if stretch.role is Role.CLUTTER or stretch.role is Role.TABLE:
            continue
        inside = [
            mark for mark in marked if mark.first < stretch.last and mark.last > stretch.first and _speech(mark, words)
        ]
        for places in units(stretch.first, stretch.last, inside):
            parsed += clauses(words, places, len(parsed), language)
    return tuple(parsed)


def _speech(mark: Quotation, words: list[Word]) -> bool:
    """A quotation with a finite verb of its own is parsed by itself; a scare quote is part of its clause."""
    inner = words[mark.first : mark.last]
    before = words[mark.first - 2] if mark.first > 1 else None
    if before is not None and before.tag in NOMINAL and inner[0].can[0] in _FINITE and inner[0].form[0].islower():
        return False  # der Mann „wollte nicht gehen“
    if before is not None and before.tag in DETERMINERS and inner[0].tag in {"ADJA", *NOMINAL}:
        return False  # einem „Angriff, den niemand vergisst“
    return len(inner) > 3 and any(word.can[0] in _FINITE for word in inner)


def _tokens(words: list[Word], parsed: tuple[Clause, ...], language: Language) -> tuple[Token, ...]:
    finite = {place for place, word in enumerate(words) if word.tag[-3:] == "FIN"}
    finite.update(clause.finite for clause in parsed if clause.finite is not None)
    moods = {place: mood_of(words[place].low, language) for place in finite}
    return tuple(
        [
            Token(place, word.start, word.end, word.form, word.lemma, word.tag, moods.get(place))
            for place, word in enumerate(words)
        ]
    )


def _sentence(number: int, stretch: Stretch, words: list[Word]) -> Sentence:
    start, end = words[stretch.first].start, words[stretch.last - 1].end
    return Sentence(number, stretch.first, stretch.last, start, end, stretch.paragraph, stretch.role)
