"""Texts and figures that a clause takes for its speaker: whose they are, else nobody."""

from __future__ import annotations

from kg.extract.kinds import described
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.firm_names import as_firm
from kg.extract.statements.speakers.voices import source
from kg.model import ActorKind

__all__ = ["is_nobody", "maker"]

_LONG = 6
"""From how many letters on a noun is the last part of others."""


def is_nobody(page: Page, voice: Voice, *, acts: bool) -> bool:
    """As in "die Statistik", "den Bildern": figures and the like that nobody is named with are no source; those of
    "nach ersten Untersuchungen" are one, but nobody who `acts`."""
    told = acts and _noun(page, voice, "no tellers") is not None
    return told or _noun(page, voice, "no sources") is not None or _untold(page, voice)


def maker(page: Page, voice: Voice) -> Voice | None:
    """As in "ein Rundschreiben des Ministeriums", "eine Gallup-Umfrage": whose text it is; None where it is none or
    nobody's."""
    pollster = _pollster(page, voice)
    if pollster is not None:
        return pollster
    noun = _noun(page, voice, "no sources") or _noun(page, voice, "texts")
    places = (place for place in range(voice.first, voice.last) if page.token(place).form == noun)
    head = next(places, None)
    number = page.phrase_at(head + 1) if head is not None else -1
    if head is None or number < 0:
        return None
    phrase = page.text.phrases[number]
    if phrase.first != head + 1 or phrase.preposition is not None or "gen" not in phrase.cases:
        return None
    found = source(page, phrase.first, limit=page.sentence(head).last)
    if found is None or found.first <= head:
        return None
    return None if maker(page, found) or is_nobody(page, found, acts=False) else found


def _pollster(page: Page, voice: Voice) -> Voice | None:
    """The institute whose name begins a compound: "Gallup" of "einer Gallup-Umfrage"."""
    name, _, noun = page.token(voice.last - 1).form.rpartition("-")
    told = len(voice.actors) == 1 and voice.actors[0].label_de.endswith(f"{name}-{noun}")
    if not told or name.lower() not in page.words("pollsters"):
        return None
    return voice._replace(actors=(as_firm(described(name)),))


def _untold(page: Page, voice: Voice) -> bool:
    """As in "nach bisherigen Informationen": nobody tells whose they are; "Medieninformationen" are those of media."""
    alone = page.form(voice.last - 1) in page.words("known by nobody")
    return alone and _noun(page, voice, "known by nobody") == page.token(voice.last - 1).form


def _noun(page: Page, voice: Voice, group: str) -> str | None:
    """The noun of a voice whose actor is only described, by a noun of a group: not "Statistik Merkur"."""
    if voice.pronoun or len(voice.actors) != 1:
        return None
    if voice.actors[0].kind is not ActorKind.GROUP or voice.actors[0].registered:
        return None
    words = voice.actors[0].label_de.split()
    if page.token(voice.first).tag == "ADJA" and page.form(voice.first) == words[0].lower():
        words = words[1:]  # "Neuere Messungen" at the beginning of a sentence
    at = next((n for n, word in enumerate(words) if word.rpartition("-")[2][:1].isupper()), None)
    named = at is not None and at + 1 < len(words) and words[at + 1][0].isupper()
    return words[at] if at is not None and not named and _ends(words[at].lower(), page.words(group)) else None


def _ends(word: str, nouns: frozenset[str]) -> bool:
    """Whether a word is one of the nouns or ends in a longer one: "Kandidaten" are no data."""
    return word.rpartition("-")[2] in nouns or word.endswith(tuple(noun for noun in nouns if len(noun) >= _LONG))
