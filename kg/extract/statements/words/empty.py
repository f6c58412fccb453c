"""Contents that tell nothing: "zeigte sich zufrieden", "berichtete darüber"."""

from __future__ import annotations

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.model import Mode, Stance

__all__ = ["says_nothing"]

_POINTING = frozenset({"ADV", "PROAV", "PAV", "PTKNEG", "PIS", "PIAT", "PDS"})
_FEELING = _POINTING | {"ADJD"}
_ANSWERS = frozenset({Stance.DECLINES, Stance.DENIES, Stance.CONFIRMS})
"""Stances whose act alone tells something: "bestätigte das"."""
_FELT = frozenset({Stance.WARNS, Stance.CRITICISES})
"""Stances that a feeling alone tells: "zeigte sich besorgt"."""


def says_nothing(page: Page, found: Found) -> bool:
    """Whether the object of an act is a mere adverb or adjective; a refusal or a denial tells enough without one."""
    if found.mode is not Mode.REPORTED or found.stance in _ANSWERS:
        return False
    places = range(page.text.place_of(found.content.start), page.text.place_of(found.content.end - 1) + 1)
    wordless = _POINTING if found.stance in _FELT else _FEELING
    return all(page.token(place).tag in wordless for place in places)
