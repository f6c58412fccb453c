"""Where a clause ends before what its main clause goes on with: "sagte, wie es sei, und dankt damit allen"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.model import Clause, ClauseKind

__all__ = ["ending"]

_VERBS = frozenset({"VVFIN", "VVPP", "VAFIN", "VMFIN"})
_FINAL = frozenset({"VVFIN", "VVPP"})


def ending(page: Page, clause: Clause) -> int:
    """The end of a dass-clause or an infinitive without a second verb of the clause that it hangs on: "beschloss, zu
    gehen und dankt allen", "hatte überlegt, zu gehen, sich aber dagegen entschieden"."""
    if clause.parent is None or clause.kind not in {ClauseKind.SUBORDINATE, ClauseKind.INFINITIVE}:
        return clause.last
    own = page.own(clause)
    closed = next((place + 1 for place in own if _closes(page, clause, place)), None)
    if closed is None:
        return clause.last
    joint = closed + (page.form(closed) == ",")
    if page.token(joint).tag == "KON" and _acts(page, joint + 1, clause.last):
        return closed
    return closed if _left_over(page, clause, closed) else clause.last


def _closes(page: Page, clause: Clause, place: int) -> bool:
    """Whether the verb at a place ends the clause: its finite verb, or its infinitive with "zu"."""
    if clause.kind is ClauseKind.INFINITIVE:
        token = page.token(place)
        return token.tag == "VVIZU" or (token.tag.endswith("INF") and page.token(place - 1).tag == "PTKZU")
    verb = page.token(place)
    return verb.tag in {"VVFIN", "VAFIN", "VMFIN"} and (place in clause.verbs or place == clause.finite)


def _acts(page: Page, place: int, last: int) -> bool:
    """As in "… und dankt damit allen": a verb right behind "und", with words behind it and no further verb."""
    behind = page.token(place + 1)
    if page.token(place).tag not in _VERBS or place + 2 >= last or behind.tag[0] in "V$":
        return False
    return behind.tag != "PTKZU" and page.form(place).endswith(tuple(page.words("third person endings")))


def _left_over(page: Page, clause: Clause, closed: int) -> bool:
    """As in "hatte überlegt, zu gehen, sich aber dagegen entschieden", "ist mit dem Plan, zu gehen, oft allein": what
    ends the main clause behind an infinitive."""
    main = page.text.clauses[clause.parent or 0]
    helped = main.finite is not None and page.token(main.finite).tag == "VAFIN"
    rest = next((child for child in page.children(clause) if child.first == closed + 1), None)
    if clause.kind is not ClauseKind.INFINITIVE or not helped or rest is None or rest.kind is not ClauseKind.FRAGMENT:
        return False
    told = page.token(rest.last - 1).tag in _FINAL if len(main.verbs) > 1 else page.token(rest.last - 1).tag == "ADJD"
    return page.form(closed) == "," and rest.last >= clause.last and told
