"""What is asked or looked for, and no source: "die Suche nach Beweisen", "eine Befragung des Zeugen nach Quellen"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page

__all__ = ["sought"]


def sought(page: Page, place: int) -> bool:
    """Whether a noun or verb asks or looks for what stands behind the "nach" at a position, or that is a speech after
    which something is done ("nach der Rede des Kanzlers"); "nach Angaben" and what else names sources most often does
    so behind nouns as well: "weil die Nachfrage nach Angaben der Bank sinkt"."""
    number = page.phrase_of[place]
    phrase = page.text.phrases[number] if number >= 0 else None
    if phrase is None or phrase.preposition != place or page.form(place) not in page.words("behind what seeks"):
        return False
    if page.token(phrase.head).lemma.lower() in page.words("over when it happens"):
        return True
    verb = page.clause_of[place] >= 0 and page.text.clauses[page.clause_of[place]].lemma in page.words("asking after")
    told = page.token(phrase.head).lemma.lower() in page.words("told by somebody")
    return (verb and (not told or _inquires(page, place))) or (not told and _seeking(page, place))


def _inquires(page: Page, place: int) -> bool:
    """As in "fragte nach seiner Meinung": not in "sucht nach Angaben des Amtes Zeugen"."""
    return page.token(place + 1).tag in {"PPOSAT", "ART"}


def _seeking(page: Page, place: int) -> bool:
    """Whether the noun before a position, or the one whose genitive stands there, asks or looks for something."""
    for _ in range(2):
        number = page.phrase_of[place - 1] if place else -1
        if number < 0:
            return False
        phrase = page.text.phrases[number]
        if page.token(phrase.head).lemma.lower().endswith(tuple(page.words("seeking nouns"))):
            return True
        if "gen" not in phrase.cases:
            return False
        place = phrase.first
    return False
