"""Which of those who spoke goes on in a sentence that names nobody: the last, or whoever tells of him."""

from __future__ import annotations

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.model import Mode, Stance
from kg.model.record import Record, record

__all__ = ["Resolved", "told_last"]

_NOUN = 5
"""The rank of what a noun of saying holds."""
_WISHES = frozenset({Stance.EXPECTS, Stance.DEMANDS})
_NEAR = 2
"""How many sentences before an act whoever tells of it has spoken at the latest."""


@record
class Resolved(Record):
    """A statement with a speaker who is somebody."""

    found: Found
    voice: Voice


def told_last(page: Page, spoken: list[Resolved]) -> Resolved | None:
    """The last statement that others go on with: of one told within another the outer."""
    told = next((each for each in reversed(spoken) if not each.found.beside), spoken[-1] if spoken else None)
    if told is None:
        return None
    if _told_by_way(page, told):
        told = next((each for each in reversed(spoken) if _before(page, each, told)), told)
    if told.found.rank == _NOUN:
        here = page.sentence(told.found.at).number
        beside = (e for e in spoken if page.sentence(e.found.at).number == here and e.found.rank != _NOUN)
        told = next((each for each in beside if not each.found.beside), told)
    outer = (each for each in spoken if each is not told and each.found.mode is not Mode.REPORTED)
    return next((each for each in outer if each.found.content.contains(told.voice.span)), told)


def _told_by_way(page: Page, told: Resolved) -> bool:
    """As in "Gehofft hatte das Team auf zwei Stunden", "Sie hatte ihn um Hilfe gebeten": what somebody had wished."""
    found = told.found
    wish = found.mode is Mode.REPORTED and found.stance in _WISHES and page.clause_of[found.at] >= 0
    finite = page.text.clauses[page.clause_of[found.at]].finite if wish else None
    return finite is not None and page.form(finite) in page.words("had")


def _before(page: Page, each: Resolved, told: Resolved) -> bool:
    here, there = (page.sentence(one.found.at).number for one in (told, each))
    own = each.found.mode is not Mode.REPORTED and not each.found.beside
    return own and 0 < here - there <= _NEAR and each.voice.actors != told.voice.actors
