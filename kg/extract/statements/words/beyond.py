"""What goes on behind the clause of a frame and is still the source's: "ist laut X alt – viele seien müde"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.words.clause_kinds import cue_like
from kg.extract.statements.words.preceding import shares_subject
from kg.model import Clause, Mood

__all__ = ["beyond", "coordinated"]

_INFINITE = frozenset({"VVPP", "VVINF", "VVIZU", "VAPP", "VAINF"})


def beyond(page: Page, clause: Clause, end: int) -> int:
    """Where the main clause of a frame ends, with those behind it that go on in the subjunctive or with its subject."""
    following = (other for other in page.around(clause) if other.parent is None and other.first >= clause.last)
    return min(end, next((other.first for other in following if not _goes_on(page, other)), end))


def coordinated(page: Page, clause: Clause, last: int) -> bool:
    """As in "wurde laut X verletzt, konnte aber gehen": whether a second verb with the same subject stands before
    `last`."""
    return any(clause.last <= other.first < last and _elided(page, other) for other in page.around(clause))


def _goes_on(page: Page, clause: Clause) -> bool:
    """As in "löste sich laut X auf – viele seien müde"; not what another source is cued for."""
    if page.form(clause.first - 1) == ";":
        return False
    return (
        _elided(page, clause)
        or _rest(page, clause)
        or (clause.mood is Mood.SUBJUNCTIVE_1 and not cue_like(page, clause))
    )


def _rest(page: Page, clause: Clause) -> bool:
    """As in "sollen laut den Wirten, die dort arbeiten, viel Wein getrunken haben": the end of a clause that another
    one parts, by its verbs."""
    place = clause.finite
    if place is None or clause.opener is not None or page.form(clause.first - 1) != ",":
        return False
    closes = place + 1 == clause.last or page.form(place + 1) == "," or page.token(place + 1).tag[0] == "V"
    return closes and place - 1 > clause.first and page.token(place - 1).tag in _INFINITE


def _elided(page: Page, clause: Clause) -> bool:
    return clause.parent is None and page.form(clause.first - 1) not in {":", ";"} and shares_subject(page, clause)
