"""A feeling or manner that is the act itself: "zeigte sich besorgt", "äußerte sich ausweichend"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.lang.saying import SayingVerb
from kg.model import Clause, Quotation, Span, Stance

__all__ = ["felt", "felt_in_quotes"]

_FELT = frozenset({Stance.WARNS, Stance.CRITICISES, Stance.DECLINES, Stance.ASSERTS})


def felt(page: Page, clause: Clause, row: SayingVerb) -> Span | None:
    """As in "Auch Japan zeigte sich besorgt": the feeling alone is what is told."""
    place = _place(page, clause, row)
    return None if place is None else page.token(place).span


def felt_in_quotes(page: Page, clause: Clause, row: SayingVerb) -> Span | None:
    """As in "zeigte sich „tief besorgt“ über die Kämpfe": the words with what they are about."""
    place = _place(page, clause, row)
    mark = None if place is None else next((m for m in page.text.quotations if m.first <= place < m.last), None)
    if mark is None:
        return None
    return page.span(mark.first - 1, _about(page, clause, mark))


def _about(page: Page, clause: Clause, mark: Quotation) -> int:
    number = page.phrase_at(mark.last + 1) if mark.last + 1 < clause.last else -1
    phrase = page.text.phrases[number] if number >= 0 else None
    if phrase is None or phrase.preposition != mark.last + 1:
        return mark.last + 1
    last = phrase.last
    while last < clause.last and page.phrase_of[last] >= 0:
        last = page.text.phrases[page.phrase_of[last]].last
    return last


def _place(page: Page, clause: Clause, row: SayingVerb) -> int | None:
    """Where the feeling stands, of an act that is told of the speaker itself."""
    own = page.own(clause)
    kept = row.stance is Stance.DECLINES and clause.lemma not in page.words("react")  # "hielt sich bedeckt"
    if not page.has("itself", own) or row.stance not in _FELT or kept:
        return None
    felt_there = (p for p in own if page.form(p) in row.needs and page.token(p).tag in {"ADJD", "VVPP"})
    return next(felt_there, None)
