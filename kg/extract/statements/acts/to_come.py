"""What is told in the present of a deed that is still to be done: "wir schicken Busse", "Ziel sei es, zu helfen"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.meaning.stance import negated
from kg.model import Clause

__all__ = ["aims", "to_come"]


def aims(page: Page, clause: Clause) -> bool:
    """As in "Ziel sei es, eine Brigade aufzustellen": nobody else's aim is named."""
    return page.form(clause.first) in page.words("aim") and clause.finite == clause.first + 1


def to_come(page: Page, clause: Clause) -> bool:
    """As in "Polen stelle Busse bereit", "wir schicken Busse", "man prüfe, ob …", "wenn …, schlagen wir zurück": what
    is told in the present of a deed that is still to be done."""
    assert clause.finite is not None
    done = page.has("done or going on", page.own(clause))
    if page.token(clause.finite).tag != "VVFIN" or negated(page, clause) or done or not _present(page, clause.finite):
        return False
    weighs = clause.lemma in page.words("weighing") and any(
        child.opener is not None and page.form(child.opener) in page.words("whether") for child in page.children(clause)
    )
    return weighs or clause.lemma in page.words("deeds to come") or _in_case(page, clause)


def _present(page: Page, finite: int) -> bool:
    """Whether a verb stands in the present: "schicken", "schickt", "schicke"; not "schickten"."""
    form, lemma = page.form(finite), page.token(finite).lemma
    stem = lemma.removesuffix("n").removesuffix("e")
    return form in {lemma, f"{stem}t", f"{stem}et", f"{stem}e"}


def _in_case(page: Page, clause: Clause) -> bool:
    """As in "Wenn er kommt, schlagen wir zurück": what is to be done if something happens."""
    if clause.finite != clause.first or clause.lemma in page.words("no deed"):
        return False
    before = next((other for other in page.around(clause) if other.last == clause.first - 1), None)
    if before is None:
        return False
    verb_first = before.finite == before.first and page.form(before.first) in page.words("weak subjunctive")
    return verb_first or (before.opener is not None and page.form(before.opener) in page.words("if"))
