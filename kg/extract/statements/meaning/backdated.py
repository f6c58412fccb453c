"""Days that a statement takes from the one behind it: the same speaker goes on, and is told when."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.statements.common.page import Page
from kg.model import Role, Statement

__all__ = ["dated_back"]

_SHORT = 5
"""Words of a line above the text, at most."""


def dated_back(page: Page, built: list[Statement]) -> list[Statement]:
    """An act without a day takes that of the next sentence, where the same speaker goes on in the same paragraph."""
    dated = list(built)
    for place in range(len(dated) - 2, -1, -1):
        one, following = dated[place], dated[place + 1]
        if one.said_on is None and one.cue is not None and following.said_on is not None:
            here, there = (page.sentence(page.text.place_of(item.content.start)) for item in (one, following))
            near = there.number - here.number == 1 and here.paragraph == there.paragraph
            framed = one.rule.startswith("frames/") and not _opens(page, one)
            apart = framed or one.rule.startswith("wanting/")
            leads = place == 0 and _leads(page, one)
            if near and not apart and (one.speakers == following.speakers or leads):
                dated[place] = replace(one, said_on=following.said_on)
    return dated


def _opens(page: Page, one: Statement) -> bool:
    """Whether a statement stands in the first sentence of running text, of which the next one tells more."""
    first = next((s for s in page.text.sentences if s.role is Role.PROSE and s.last - s.first > _SHORT), None)
    return page.sentence(page.text.place_of(one.content.start)) == first


def _leads(page: Page, one: Statement) -> bool:
    """Whether an act opens the article in the perfect ("X hat eingeräumt, …"): what follows tells when."""
    sentence = page.sentence(page.text.place_of(one.content.start))
    first = next((s for s in page.text.sentences if s.role is Role.PROSE), None)
    at = None if one.cue is None else page.clause_of[page.text.place_of(one.cue.start)]
    finite = None if at is None or at < 0 else page.text.clauses[at].finite
    return sentence == first and finite is not None and page.form(finite) in page.words("has")
