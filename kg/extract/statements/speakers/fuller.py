"""Which body a bare noun means that was told of before with more words: "die Küstenwache" of "die griechische
Küstenwache", "der Beirat" of "der Kunstbeirat"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.kinds import kind_of
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import definite, personal, speaks
from kg.extract.statements.speakers.voices import voice_of
from kg.model import Actor, ActorKind, Phrase

__all__ = ["told_fuller"]

_REACH = 8
"""How many sentences it looks back."""
_SHORT = 4
"""Letters of a noun at least: "Rat" ends many."""


def told_fuller(page: Page, voice: Voice) -> Actor | None:
    """The body of the nearest phrase before whose noun ends in the same one and has a name, a place or a first part."""
    noun = _noun(page, voice)
    if noun is None:
        return None
    for phrase in _before(page, voice):
        head = page.token(phrase.head)
        if phrase.plural is True or not head.lemma.lower().endswith(noun):
            continue
        if not (head.lemma.lower() != noun or _told_apart(page, phrase)):
            continue
        found = voice_of(page, phrase, None)
        if found is not None and not found.pronoun and len(found.actors) == 1 and _is_body(found.actors[0], voice):
            return found.actors[0]
    return None


def _noun(page: Page, voice: Voice) -> str | None:
    """The noun of "die Küstenwache" or, behind a preposition, of "laut Küstenwache"."""
    if voice.plural or len(voice.actors) != 1 or voice.actors[0].registered:
        return None
    place = voice.last - 1
    bare = voice.first == place and place > 0 and page.token(place - 1).tag == "APPR"
    led = voice.first == place - 1 and definite(page, voice.first)
    noun = page.token(place).lemma.lower()
    if voice.actors[0].label_de.lower() not in {noun, page.form(place)}:
        return None  # known already
    body = page.token(place).tag == "NN" and not personal(page, place)
    body = body and (speaks(page, place) or kind_of(page.language, page.token(place).form, single=True) is not None)
    return noun if (bare or led) and body and len(noun) >= _SHORT else None


def _before(page: Page, voice: Voice) -> Iterator[Phrase]:
    """The noun phrases before the voice, the nearest first."""
    first = page.text.sentences[max(page.sentence(voice.first).number - _REACH, 0)].first
    last = -1
    for place in range(voice.first - 1, first - 1, -1):
        number = page.phrase_of[place]
        if number >= 0 and number != last:
            last = number
            if page.text.phrases[number].head < voice.first:
                yield page.text.phrases[number]


def _told_apart(page: Page, phrase: Phrase) -> bool:
    """Whether a place, a state or a word with a capital stands right before the noun, or a name behind it."""
    place, behind = phrase.head - 1, phrase.head + 1
    capital = page.token(place).form[0].isupper() and page.sentence(place).first != place
    before = (
        phrase.first <= place and page.token(place).tag in {"ADJA", "NN"} and (capital or bool(page.named.get(place)))
    )
    return before or bool(page.named.get(behind) and page.token(behind).tag == "NE")


def _is_body(actor: Actor, voice: Voice) -> bool:
    person = actor.kind in {ActorKind.PERSON, ActorKind.STATE}
    return not person and actor != voice.actors[0] and actor.label_de != voice.actors[0].label_de
