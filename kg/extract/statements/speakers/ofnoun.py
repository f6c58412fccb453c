"""Of whom somebody is where a noun tells it: "ein Sprecher des Senders" is one of the station named before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.extract.kinds import described
from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import NAMING, definite, personal
from kg.extract.statements.speakers.spoken_for import spoken_for
from kg.model import Actor, ActorKind, Phrase

__all__ = ["of_noun_told"]

_LONGEST = 4
"""Words of "der Sprecher des Senders" at most."""
_PEOPLES = frozenset({ActorKind.STATE, ActorKind.GROUP})


def of_noun_told(page: Page, voice: Voice, meant: Callable[[Voice], Voice | None]) -> Voice | None:
    """The voice of "ein Sprecher des Senders" with the name of the station, as "Sprecher (Halmtv)", with that of
    a person as "Sprecher von Hanna Holm"; None where the noun of the genitive stands for nobody who is named."""
    phrase = _genitive(page, voice)
    owner = None if phrase is None else _owner(page, voice, phrase, meant)
    if phrase is None or owner is None:
        return None
    return voice._replace(actors=(_of(page, voice, phrase, owner),), reason="of whom the genitive tells")


def _genitive(page: Page, voice: Voice) -> Phrase | None:
    """The phrase of "des Senders" behind the noun of an unnamed group of one article and one noun."""
    group = len(voice.actors) == 1 and voice.actors[0].kind is ActorKind.GROUP and not voice.pronoun
    if not group or not 2 < voice.last - voice.first <= _LONGEST:
        return None
    place = voice.last - 2
    number = page.phrase_at(place) if definite(page, place) and personal(page, place - 1) else -1
    phrase = page.text.phrases[number] if number >= 0 else None
    one = phrase is not None and phrase.first == place and phrase.plural is not True and phrase.preposition is None
    return phrase if one and page.token(voice.last - 1).tag == "NN" else None


def _owner(page: Page, voice: Voice, phrase: Phrase, meant: Callable[[Voice], Voice | None]) -> Actor | None:
    """The body or person whom the noun of the genitive is known for, or means; nobody for "der Mann", "der Kurier"."""
    noun = page.token(phrase.head).lemma.lower()
    title = noun == page.form(phrase.head) and page.form(phrase.first) in page.words("genitive articles")
    if title or "-" in noun or noun in page.words("man or woman"):
        return None
    named = (m for m in page.named.get(phrase.head, ()) if m.form in NAMING and m.first >= phrase.first)
    known = next((m.actor for m in named), described(page.token(phrase.head).lemma))
    if known.label_de.lower() == noun:
        span = page.text.span(phrase.first, phrase.last)
        of = voice._replace(span=span, first=phrase.first, last=phrase.last, actors=(known,), plural=False, gender=None)
        found = meant(of)
        known = found.actors[0] if found is not None and len(found.actors) == 1 else known
    return None if known.label_de.lower() == noun or known.kind in _PEOPLES else known


def _of(page: Page, voice: Voice, phrase: Phrase, owner: Actor) -> Actor:
    actor, noun = voice.actors[0], page.token(phrase.first - 1).form
    words = actor.label_de.partition(noun)[0] + noun
    if owner.kind is not ActorKind.PERSON:
        return spoken_for(page, actor, words, owner)
    (of,) = page.words("whose it is")
    told = described(f"{words} {of} {owner.label_de}")
    return replace(actor, id=told.id, label_en=told.label_en, label_de=told.label_de, aliases=(actor.label_de,))
