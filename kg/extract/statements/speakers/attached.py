"""Noun phrases that belong to the one before them and so are no subject: "Auf Märkten und Plätzen", "Badawis Frau"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.owned import owner_begins
from kg.model import Clause, MentionForm, Phrase

__all__ = ["belongs_to_another"]

_SEVERAL = frozenset({"PIAT", "PPOSAT", "PDAT"})


def belongs_to_another(page: Page, clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase is a genitive, an attribute or the end of what stands before it in the clause."""
    attached = _genitive_name(page, phrase) or _of_the_noun_before(page, phrase) or _attribute(page, clause, phrase)
    attached = attached or _listed_behind_preposition(page, phrase)
    return (
        attached or _joined_to_preposition(page, clause, phrase) or _other_side(page, phrase) or _cut_name(page, phrase)
    )


def _joined_to_preposition(page: Page, clause: Clause, phrase: Phrase) -> bool:
    """As in "Auf Märkten und Plätzen klagten Leute": before the verb stands only one part of the clause."""
    led = phrase.first - 2 >= clause.first and _led(page, phrase.first - 2) is not None
    joined = page.token(phrase.first - 1).tag == "KON" and page.token(phrase.first).tag in {"NN", "NE"}
    front = clause.opener is None and clause.finite is not None and phrase.last == clause.finite
    return joined and front and led


def _listed_behind_preposition(page: Page, phrase: Phrase) -> bool:
    """As in "aus Syrien, Riga und dem Irak": a name in a row of names that begins behind a preposition."""
    if page.form(phrase.first - 1) != "," or not page.named.get(phrase.head) or phrase.first < 2:
        return False
    kinds = [{m.actor.kind for m in page.named.get(place, ())} for place in (phrase.first - 2, phrase.head)]
    behind = page.phrase_at(phrase.last + 1) if page.token(phrase.last).tag == "KON" else -1
    goes_on = behind >= 0 and bool(page.named.get(page.text.phrases[behind].head))
    return _led(page, phrase.first - 2) is not None and goes_on and not kinds[0].isdisjoint(kinds[1])


def _other_side(page: Page, phrase: Phrase) -> bool:
    """As in "zwischen dem Amt und der Firma Holm": one of the two that stand behind "zwischen"."""
    led = _led(page, phrase.first - 2) if page.token(phrase.first - 1).tag == "KON" else None
    return led is not None and page.form(led) in page.words("between")


def _cut_name(page: Page, phrase: Phrase) -> bool:
    """As in "von den Vereinten Nationen": the end of a name that begins behind a preposition."""
    led = _led(page, phrase.first - 1) is not None
    return led and any(m.first < phrase.first and m.form is MentionForm.NAME for m in page.named.get(phrase.head, ()))


def _led(page: Page, place: int) -> int | None:
    """Where the preposition stands before the noun phrase at a position; None where there is none."""
    number = page.phrase_at(place) if place >= 0 else -1
    return None if number < 0 else page.text.phrases[number].preposition


def _of_the_noun_before(page: Page, phrase: Phrase) -> bool:
    """As in "entgegen der Annahme einiger Fachleute", "seit dessen Einführung": a genitive of several, and what is
    somebody's behind a preposition."""
    if page.form(phrase.first - 1) in page.words("whose") and _led(page, phrase.first - 1) is not None:
        return True
    first = page.token(phrase.first)
    several = first.tag in _SEVERAL and first.form.endswith("er") and phrase.head > phrase.first
    return several and phrase.first > 0 and page.token(phrase.first - 1).tag == "NN" and phrase.plural is not False


def _attribute(page: Page, clause: Clause, phrase: Phrase) -> bool:
    """As in "Die Berichte der Agentur Holm wies Kranz zurück": before the verb stands only one part of the clause."""
    number = page.phrase_of[phrase.first - 1] if phrase.first > clause.first else -1
    fronted = clause.opener is None and clause.finite is not None and phrase.last <= clause.finite
    return fronted and number >= 0 and "gen" in phrase.cases and page.token(phrase.first).tag == "ART"


def _genitive_name(page: Page, phrase: Phrase) -> bool:
    """As in "Badawis Frau", "eine Qualität Schumachers": a name with the ending of the genitive does not act."""
    if owner_begins(page, phrase.last) == phrase.first:
        return True
    form = page.token(phrase.head).form
    names = [m.actor.label_de.split()[-1] for m in page.named.get(phrase.head, ()) if m.form is MentionForm.NAME]
    return form.endswith("s") and form[:-1] in names
