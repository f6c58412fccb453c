"""Whom "dieser" and "diese" mean: not the subject of the sentence before, but who is named last in it."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import personal, speaks
from kg.extract.statements.speakers.voices import voice_of
from kg.model import ActorKind

__all__ = ["pointed"]


def pointed(page: Page, voice: Voice, here: int) -> Voice | None:
    """The last phrase for somebody in the sentence before; None where the pronoun is none that points there."""
    if here <= 0 or not page.form(voice.first).startswith(tuple(page.words("pointing back"))):
        return None
    before = page.text.sentences[here - 1]
    for place in range(before.last - 1, before.first - 1, -1):
        number = page.phrase_of[place]
        phrase = page.text.phrases[number] if number >= 0 else None
        if phrase is None or phrase.head != place or page.spoken[place]:
            continue
        if not (page.named.get(place) or speaks(page, place) or personal(page, place)):
            continue
        fits = phrase.plural is None or phrase.plural == voice.plural
        found = voice_of(page, phrase, None) if fits else None
        if found is not None and not found.pronoun:
            one = len(found.actors) == 1 and found.actors[0].kind is ActorKind.PERSON
            return None if one and voice.plural else found._replace(plural=voice.plural)
    return None
