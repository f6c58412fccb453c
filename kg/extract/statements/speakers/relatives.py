"""Whether a relative clause tells what is done to somebody: "die Kammer, der sie vorwirft, …"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.model import Clause, ClauseKind, Phrase

__all__ = ["told_to_her"]


def told_to_her(page: Page, clause: Clause, phrase: Phrase) -> bool:
    """As in "die Kammer, der sie Trägheit vorwirft": "der" behind a feminine noun is the dative."""
    his = page.form(phrase.head) in page.words("his article") and page.token(phrase.head).tag == "PRELS"
    if not his or clause.kind is not ClauseKind.RELATIVE or page.form(clause.first - 1) != ",":
        return False
    number = page.phrase_of[clause.first - 2]
    noun = page.text.phrases[number] if number >= 0 else None
    if noun is None or noun.head != clause.first - 2 or page.token(noun.head).tag != "NN":
        return False  # "die Firma Holms, der …"
    return page.form(noun.first) in page.words("feminine article") or noun.gender == "f"
