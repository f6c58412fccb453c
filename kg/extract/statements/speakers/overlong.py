"""Where a speaker ends whose phrase holds a word of something else: "nach Angaben der Experten Senfgas", "der Konzern
Montagfrüh"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import of_noun
from kg.extract.statements.speakers.somebody import is_thing, personal, speaks
from kg.model import MentionForm, Phrase

__all__ = ["own_phrase"]


def own_phrase(page: Page, phrase: Phrase) -> Phrase:
    """The phrase up to the noun of who speaks, or that of the text to which it belongs: "eine Reuters am Montag
    vorliegende Studie"; the same one where nothing else stands behind it."""
    at_hand = _at_hand(page, phrase.last)
    if at_hand is not None and at_hand.head > phrase.head:
        return at_hand
    for place in range(phrase.first, phrase.head):
        if page.token(place).tag == "NN" and (_day_behind(page, place) or _other_behind(page, place)):
            return phrase._replace(head=place, last=place + 1)
    return phrase


def _at_hand(page: Page, place: int) -> Phrase | None:
    """The phrase of "vorliegende Studie" at a position, or behind "am Montag" there: who has the text is not its
    author."""
    number = page.phrase_at(place)
    day = page.text.phrases[number] if number >= 0 else None
    place = day.last if day is not None and day.preposition == place else place
    number = page.phrase_at(place)
    told = number >= 0 and page.form(place).startswith(tuple(page.words("at hand")))
    return page.text.phrases[number] if told and page.token(place).tag == "ADJA" else None


def _day_behind(page: Page, place: int) -> bool:
    """As in "teilte der Konzern Mittwochabend mit"; not "Otto Sonntag"."""
    day = page.form(place + 1).startswith(tuple(page.words("weekdays")))
    return day and (speaks(page, place) or personal(page, place))


def _other_behind(page: Page, place: int) -> bool:
    """As in "laut Experten Senfgas": behind several whom no "und" joins stands no name, behind one no abstract noun."""
    behind = page.token(place + 1)
    if page.form(place).endswith(tuple(page.words("rules"))):
        return behind.tag == "NN"  # "laut Verfassung Politiker"
    text = of_noun(page, place) is not None and page.token(place).lemma != page.token(place).form
    if text and page.form(place).startswith(tuple(page.words("press and media"))):
        return behind.form[0].isupper()  # "laut Medienberichten Clubchef Otto Kranz"
    if behind.tag != "NN" or page.named.get(place + 1) or page.token(place + 2).tag == "KON":
        return False
    if is_thing(page, place + 1) and (personal(page, place) or speaks(page, place)):
        return True
    described = (m for m in page.named.get(place, ()) if m.last == place + 1)
    return text or any(m.plural and m.form is MentionForm.DESCRIPTION for m in described)
