"""Clauses with a verb of saying that nobody has said: conditions, questions, what is wished or only imagined."""

from __future__ import annotations

from kg.extract.statements.common.cues import rows_of
from kg.extract.statements.common.page import Page
from kg.model import Clause, ClauseKind, Stance

__all__ = ["supposed"]


def supposed(page: Page, clause: Clause) -> bool:
    """Whether a clause tells of words that may never be said: "Wenn er sagt, …", "Sollte er sagen, …", "Hat er
    gesagt, …?", "fordert, dass er sagt, …", "ohne dass er sagte, …", "Angenommen, er sagt, …"."""
    if _asked_or_imagined(page, clause):
        return True
    if clause.kind is not ClauseKind.SUBORDINATE or clause.opener is None:
        return False
    if page.form(clause.opener) in page.words("if") or _open_question(page, clause):
        return True
    return _wished(page, clause)


def _asked_or_imagined(page: Page, clause: Clause) -> bool:
    """As in "Sollte er sagen, …", "Hat er gesagt, …?", "ohne dass er sagte, …", "Angenommen, er sagt, …"."""
    sentence = page.sentence(clause.first)
    if clause.finite == clause.first == sentence.first:
        return page.form(clause.first) in page.words("supposing") or page.form(sentence.last - 1) == "?"
    if page.form(clause.first) in page.words("not being so"):
        return page.form(clause.first + 1) in page.words("that")
    return page.form(sentence.first) in page.words("imagined") and page.form(sentence.first + 1) == ","


def _open_question(page: Page, clause: Clause) -> bool:
    """As in "Ob er um Hilfe warb, ist offen"; not where the verb of the main clause was taken for its own."""
    asks = clause.opener is not None and page.form(clause.opener) in page.words("whether")
    return asks and page.own(clause)[-1] == clause.finite


def _wished(page: Page, clause: Clause) -> bool:
    """As in "fordert, dass der Rat sagt, …", "möchte, dass er erklärt, …": what is to be said."""
    if clause.parent is None or page.form(clause.opener or 0) not in page.words("that"):
        return False
    parent = page.text.clauses[clause.parent]
    wishes = parent.lemma in page.words("wishing for") or any(r.stance is Stance.DEMANDS for r in rows_of(page, parent))
    return wishes and (parent.finite or 0) < clause.first
