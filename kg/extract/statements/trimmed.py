"""Words without the clause behind them that names who told of the act: "…, wie die Agentur mitteilte"."""

from __future__ import annotations

from kg.extract.statements.cues import rows_of
from kg.extract.statements.found import Found
from kg.extract.statements.page import Page, place_of
from kg.model import Clause, ClauseKind

__all__ = ["trimmed"]


def trimmed(page: Page, found: Found) -> Found:
    """The statement without such a clause at the end of its words; as it is where none stands there."""
    first, last = place_of(page, found.content.start), place_of(page, found.content.end - 1)
    for clause in page.clauses_in(page.sentence(last)):
        ends = first + 1 < clause.first <= last and clause.last >= last
        if ends and found.at not in {clause.first, clause.finite} and _as_told(page, clause):
            content = page.span(first, clause.first - 1)
            return found if content is None else found._replace(content=content)
    return found


def _as_told(page: Page, clause: Clause) -> bool:
    if clause.kind is not ClauseKind.SUBORDINATE or clause.opener is None or page.spoken[clause.first]:
        return False
    told = page.form(clause.opener) in page.words("as") and page.form(clause.opener - 1) == ","
    return told and any(row.takes & {"clause", "quote"} for row in rows_of(page, clause))
