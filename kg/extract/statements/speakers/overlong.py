"""Where a speaker ends whose phrase holds a word of something else: "nach Angaben der Experten Senfgas", "der Konzern
Montagfrüh"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.speakers.somebody import is_thing, personal, speaks
from kg.model import MentionForm, Phrase

__all__ = ["own_phrase"]


def own_phrase(page: Page, phrase: Phrase) -> Phrase:
    """The phrase up to the noun of who speaks; the same one where nothing else stands behind it."""
    for place in range(phrase.first, phrase.head):
        if page.token(place).tag == "NN" and (_day_behind(page, place) or _other_behind(page, place)):
            return phrase._replace(head=place, last=place + 1)
    return phrase


def _day_behind(page: Page, place: int) -> bool:
    """As in "teilte der Konzern Mittwochabend mit"; not "Otto Sonntag"."""
    day = page.form(place + 1).startswith(tuple(page.words("weekdays")))
    return day and (speaks(page, place) or personal(page, place))


def _other_behind(page: Page, place: int) -> bool:
    """As in "laut Experten Senfgas": behind several whom no "und" joins stands no name, behind one no abstract noun."""
    behind = page.token(place + 1)
    text = of_noun(page, place) is not None and page.token(place).lemma != page.token(place).form
    if text and page.form(place).startswith(tuple(page.words("press and media"))):
        return behind.form[0].isupper()  # "laut Medienberichten Clubchef Otto Kranz"
    if behind.tag != "NN" or page.named.get(place + 1) or page.token(place + 2).tag == "KON":
        return False
    if is_thing(page, place + 1) and (personal(page, place) or speaks(page, place)):
        return True
    described = (m for m in page.named.get(place, ()) if m.last == place + 1)
    return text or any(m.plural and m.form is MentionForm.DESCRIPTION for m in described)
