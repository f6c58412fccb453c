"""What stands behind an object and belongs to it: "das Abkommen, das …", "hat Berichte bestritten, wonach …"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.words.clause_kinds import SUBJUNCTIVE
from kg.model import Clause, ClauseKind

__all__ = ["with_followers"]

_CLOSING = frozenset({"VVPP", "VAPP", "VAINF", "VVINF"})
_DEFINITE = frozenset({"PDAT", "PPOSAT", "NE", "PDS", "PPER"})


def with_followers(page: Page, end: int) -> int:
    """The end of an object with the relative clause behind it: "das Abkommen, das sie im Mai schlossen"."""
    comma = end + (page.token(end).tag == "PTKVZ")  # "geht von 40 aus, die …"
    clause = _clause_behind(page, comma)
    if clause is not None and _reports(page, clause, comma):
        return clause.last
    if clause is not None and clause.kind is ClauseKind.RELATIVE:
        return end if comma > end and clause.mood in SUBJUNCTIVE else clause.last
    closed = _behind_verbs(page, comma)
    clause = _clause_behind(page, closed)
    return clause.last if clause is not None and _limits(page, clause, end, apart=closed > comma) else end


def _clause_behind(page: Page, comma: int) -> Clause | None:
    """The clause that begins behind a comma."""
    place = comma + 1
    number = page.clause_of[place] if page.form(comma) == "," and place < len(page.clause_of) else -1
    clause = page.text.clauses[number] if number >= 0 else None
    return clause if clause is not None and clause.first == place else None


def _behind_verbs(page: Page, place: int) -> int:
    """The place behind the verbs that close a clause: "hat Fälle ⟦gemeldet⟧, …"."""
    while page.token(place).tag in _CLOSING:
        place += 1
    return place


def _limits(page: Page, clause: Clause, end: int, *, apart: bool) -> bool:
    """As in "hat von Fällen berichtet, in denen …", "hat einen Bericht bestritten, wonach …": whether a clause tells
    which things are meant; of a known one, "den Plan", it only tells more."""
    if page.form(clause.first) in page.words("according to which"):
        return True
    if clause.kind is ClauseKind.SUBORDINATE and page.form(clause.first) in page.words("where"):
        return not apart
    number = page.phrase_of[end - 1]
    phrase = page.text.phrases[number] if number >= 0 else None
    if phrase is None:
        return False
    first = page.token(phrase.first if phrase.preposition is None else phrase.preposition + 1)
    known = first.tag in _DEFINITE or (first.tag == "ART" and first.form.lower() not in page.words("a, in any case"))
    return apart and clause.kind is ClauseKind.RELATIVE and not known and first.tag != "APPRART"


def _reports(page: Page, clause: Clause, comma: int) -> bool:
    """As in "nannte den Vorwurf, er habe gelogen, absurd": a report that stands inside the clause around it."""
    around = page.text.clauses[clause.parent] if clause.parent is not None else None
    inside = around is not None and around.kind is ClauseKind.MAIN and clause.last < around.last
    behind = {page.clause_of[place] for place in range(clause.last, min(clause.last + 2, len(page.clause_of)))}
    inside = inside and clause.parent in behind  # not "… sei und niemand ihn brauche"
    return inside and clause.first == comma + 1 and clause.kind in {ClauseKind.MAIN, ClauseKind.SUBORDINATE}
