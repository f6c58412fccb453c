"""Who may speak in the plural: nobody alone, unless "und" joins somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.reach import aside_end
from kg.extract.statements.speakers.somebody import NAMING, speaks
from kg.model import ActorKind, Clause, MentionForm, Phrase

__all__ = ["can_speak", "coordinated", "one_land", "one_person"]


def one_land(page: Page, phrase: Phrase, fitting: Sequence[Phrase]) -> bool:
    """As in "China riefen die Minister auf, …": one country before a verb of several, who stand behind it."""
    named = page.named.get(phrase.head, ()) if phrase.last == phrase.first + 1 else ()
    land = any(m.actor.kind is ActorKind.STATE for m in named) and not page.token(phrase.head).form.isupper()
    several = (
        other for other in fitting if other.first > phrase.last and other.plural is not False and can_speak(page, other)
    )
    return land and not coordinated(page, phrase) and any(several)


def one_person(page: Page, clause: Clause, voice: Voice) -> bool:
    """Whether a voice is one named person, who cannot be the subject of "drohen": nobody joined by "und"."""
    around = [*page.own(clause), *range(voice.first, voice.last), voice.last, voice.last + 1]
    joined = any(page.token(place).tag == "KON" for place in around if place < len(page.text.tokens))
    return not voice.pronoun and not joined and [actor.kind for actor in voice.actors] == [ActorKind.PERSON]


def can_speak(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase names somebody: in "Den Einsatz bestätigte Kiew" the object stands first."""
    if page.token(phrase.head).tag in {"PPER", "PDS", "PRELS"}:
        return True
    one_of_people = any(m.form is MentionForm.ADJECTIVE for m in page.named.get(phrase.head, ()))
    named = one_of_people or any(m.form in NAMING for m in page.named.get(phrase.head, ()))
    return named or speaks(page, phrase.head) or _titled(page, phrase)


def _titled(page: Page, phrase: Phrase) -> bool:
    """As in "Präsident Holm": a bare post with a name that no table has."""
    led = phrase.head == phrase.first + 1 and page.token(phrase.first).tag == "NN"
    return led and speaks(page, phrase.first) and page.token(phrase.head).form == page.token(phrase.head).lemma


def coordinated(page: Page, phrase: Phrase) -> bool:
    """Whether "und" or "als auch" follows, a party in brackets or where somebody is from left aside."""
    for place in (phrase.last, aside_end(page, phrase.last)):
        if place + 1 >= len(page.text.tokens):
            return False
        both = page.form(place) in page.words("as being") and page.form(place + 1) in page.words("also")
        if page.token(place).tag == "KON" or both:
            return True
    return False
