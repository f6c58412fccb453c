"""Words that two cues claim: "Das Amt widersprach: Man habe nichts gewusst, sagte Holm."."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.resolved import Resolved
from kg.model import Mode, Stance

__all__ = ["cued_once"]


def cued_once(page: Page, spoken: list[Resolved]) -> list[Resolved]:
    """Without an act before a colon whose words the cue behind them gives to somebody; his act is what it is."""
    kept: list[Resolved] = []
    for one in spoken:
        before = kept[-1] if kept else None
        if before is not None and _claims(page, before, one):
            stance = before.found.stance if one.found.stance is Stance.ASSERTS else one.found.stance
            kept[-1] = one._replace(found=one.found._replace(stance=stance))
        else:
            kept.append(one)
    return kept


def _claims(page: Page, before: Resolved, one: Resolved) -> bool:
    """Whether two statements have the same words, the first with its cue and a colon before them."""
    first, second = before.found, one.found
    start, end = page.text.place_of(second.content.start), page.text.place_of(second.content.end - 1)
    alike = first.content.overlaps(second.content) and first.mode is second.mode is Mode.INDIRECT
    if first.stance is second.stance:
        return False
    colon = any(page.form(place) == ":" for place in (start - 1, start - 2)) and first.at < start
    return alike and colon and second.at > end and second.cue is not None
