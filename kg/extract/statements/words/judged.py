"""What somebody calls a thing that a clause tells: "nannte es einen Skandal, dass das Geld fehle"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.words.calling import over_additions
from kg.extract.statements.words.clause_kinds import Complement, is_that
from kg.extract.statements.words.content import valued
from kg.lang.saying import SayingVerb
from kg.model import Clause, ClauseKind

__all__ = ["judged", "parted"]


def judged(page: Page, clause: Clause, row: SayingVerb) -> Complement | None:
    """As in "hält es für falsch, zu warten": the judgement with the clause behind it that "es" stands for."""
    if "judged" not in row.takes or clause.finite is None:
        return None
    told = next((child for child in page.children(clause) if child.first > clause.finite), None)
    begin = None if told is None or not _tells(page, told) else _begin(page, clause, told)
    content = None if told is None or begin is None else page.span(begin, told.last)
    return None if content is None else Complement(content, "that")


def parted(page: Page, clause: Clause, child: Clause) -> bool:
    """As in "hält die Idee, dass der Staat zahlt, für abwegig": what the clause hangs on is judged behind it."""
    called = clause.lemma in page.words("judging") and clause.finite is not None and clause.finite < child.first
    return called and child.last < clause.last and valued(page, clause, child.last) is not None


def _tells(page: Page, child: Clause) -> bool:
    plain = child.kind is ClauseKind.INFINITIVE and child.opener is None
    return plain or is_that(page, child, page.words("that") - page.words("whether"))


def _begin(page: Page, clause: Clause, told: Clause) -> int | None:
    """Where the judgement begins; None where the verb ends behind it ("hat es als Fehler bezeichnet, dass …")."""
    own = [place for place in page.own(clause) if place < told.first - 1]
    it = next((p for p in own if page.form(p) in page.words("it") and p > (clause.finite or p)), None)
    if it is None or own[-1] != told.first - 2 or page.token(own[-1]).tag in {"PTKVZ", "VVINF"}:
        return None
    if len(clause.verbs) > 1 and own[-1] in clause.verbs and page.token(own[-1]).lemma == clause.lemma:
        return None
    value = valued(page, clause, it)
    if value is not None:
        return value + (page.form(value) in page.words("as being"))
    place = over_additions(page, it + 1)
    return place if clause.lemma in page.words("judging barely") and place <= own[-1] else None
