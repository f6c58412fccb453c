"""Several persons in a row ("A (CDU), der Vorsitzende B und C"), and two told of before ("Beide riefen …")."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.model import ActorKind, ActorMention, Clause, MentionForm

__all__ = ["NUMBERS", "names_joined", "pair_told", "people_listed"]

NUMBERS = {"three": 3, "four": 4, "five": 5}
"""How many "die drei" are, by the group of the word."""
_NAMES = frozenset({MentionForm.NAME, MentionForm.METONYM})
_FEWEST = 3
"""Persons of a list; two stand beside "und" alone."""


def people_listed(page: Page, clause: Clause) -> Voice | None:
    """The voice of the persons whom a clause names in a row that "und" ends, none behind a preposition; else None."""
    places = range(clause.first, clause.last)
    named = dict.fromkeys(m for place in places for m in page.named.get(place, ()) if m.first == place and _name(m))
    row = list(named)
    if len(row) < _FEWEST or page.token(row[0].first - 1).tag in {"APPR", "APPRART"}:
        return None
    gaps = [range(before.last, after.first) for before, after in pairwise(row)]
    if not all(_joined(page, gap) for gap in gaps) or all(page.token(p).tag != "KON" for p in gaps[-1]):
        return None
    actors = tuple(dict.fromkeys(mention.actor for mention in row))
    span = page.span(row[0].first, row[-1].last)
    if span is None:
        return None
    return Voice(span, row[0].first, row[-1].last, actors, pronoun=False, plural=True, gender=None)


def _name(mention: ActorMention) -> bool:
    return mention.actor.kind is ActorKind.PERSON and mention.form is MentionForm.NAME


def _joined(page: Page, gap: range) -> bool:
    """Whether a comma or "und" stands between two names, and no verb."""
    marks = any(page.form(place) == "," or page.token(place).tag == "KON" for place in gap)
    return marks and not any(page.token(place).tag[0] == "V" for place in gap)


def pair_told(page: Page, clause: Clause) -> Voice | None:
    """As in "Beide riefen Riga auf", "Die beiden riefen": the two that were told of, before or behind the verb."""
    assert clause.finite is not None
    for place in (clause.finite - 1, clause.finite + 1):
        led = place - (place == clause.finite - 1 and page.token(place - 1).tag == "ART")
        several = led < place and any(page.form(place) in page.words(group) for group in NUMBERS)
        told = several or page.form(place) in page.words("both")
        alone = told and (page.phrase_of[place] < 0 or _of_two(page, led, place))
        if alone and (place > clause.finite or led in page.own(clause)[:1]):
            span = page.text.span(led, place + 1)
            return Voice(span, led, place + 1, (), pronoun=True, plural=True, gender=None)
    return None


def _of_two(page: Page, first: int, place: int) -> bool:
    """Whether "die beiden" stands without a noun."""
    phrase = page.text.phrases[page.phrase_of[place]]
    return first < place and phrase.first == first and phrase.last == place + 1


def names_joined(page: Page, first: int, last: int) -> bool:
    """As in "Rom und Wien warnte der Minister": two names joined before a verb of one."""
    named = dict.fromkeys(m for place in range(first, last) for m in page.named.get(place, ()) if m.first == place)
    pairs = pairwise(mention for mention in named if mention.form in _NAMES)
    return any(page.token(one.last).tag == "KON" and one.last + 1 == other.first for one, other in pairs)
