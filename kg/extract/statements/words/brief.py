"""Words without a verb before their cue: "Ein Skandal, findet die Opposition", "Zu Unrecht, beschied das Gericht"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.words.clause_kinds import Complement
from kg.extract.statements.words.content import sentence_end
from kg.lang.saying import SayingVerb
from kg.model import Clause, ClauseKind, Stance

__all__ = ["brief"]

_SEVERAL = 2
"""Tokens that such words have at least: "Nein" is none."""


def brief(page: Page, clause: Clause, row: SayingVerb) -> Complement | None:
    """What a main clause begins with before a comma and the verb, where nothing is told behind it; only what is said
    is parted so from the verb."""
    acts = clause.passive or (row.stance is not Stance.ASSERTS and "object" in row.takes)  # "Allein, fordern sie …"
    comma = -1 if clause.finite is None else clause.finite - 1
    if acts or clause.kind is not ClauseKind.MAIN or page.form(comma) != "," or comma - clause.first < _SEVERAL:
        return None
    front = range(clause.first, comma)
    own = all(page.clause_of[place] == clause.number and page.form(place) != "," for place in front)
    ends = clause.last >= sentence_end(page, clause.first) and clause.first == page.sentence(clause.first).first
    if not (own and ends) or any(page.token(place).tag[0] == "V" for place in front):
        return None
    content = page.span(clause.first, comma)
    return None if content is None else Complement(content, "before")
