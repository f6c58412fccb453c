"""The words that "zufolge" governs: not the name in commas behind them, nor the object right before them."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.model import Phrase

__all__ = ["alone", "before_name"]


def before_name(page: Page, end: int) -> int:
    """The end of the words that a name in commas stands behind: "dem Chef der Partei, Jan Holm, zufolge"."""
    inner = page.phrase_of[end - 2] if end > 3 and page.form(end - 1) == "," else -1
    if inner < 0 or page.form(page.text.phrases[inner].first - 1) != ",":
        return end
    return page.text.phrases[inner].first - 1


def alone(page: Page, phrase: Phrase) -> Phrase:
    """The compound alone where an object stands right before it: "versorgt die Armee US-Angaben zufolge"."""
    head = phrase.head
    compound = of_noun(page, head) is not None and "-" in page.token(head).form
    return phrase._replace(first=head) if compound and page.token(head - 1).tag in {"NN", "NE"} else phrase
