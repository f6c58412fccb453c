"""Who goes on speaking: "der Präsident", "der Sprecher" behind words of a president, of a spokesman."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import definite, personal
from kg.extract.statements.speakers.voices import voice_of
from kg.model import Actor, ActorKind, ClauseKind, MentionForm, Mood

__all__ = ["goes_on"]

_SOON = 2
"""How many sentences lie between what one speaker says."""
_NAMING = frozenset({MentionForm.NAME, MentionForm.OFFICE, MentionForm.DESCRIPTION})


def goes_on(page: Page, voice: Voice, spoken: list[Voice]) -> Actor | None:
    """Whom a post means that was just told of: "ein Sprecher", or who spoke last and is named with it.

    Another of the same post may be named in what was said: "Präsident X schrieb, Staatschef Y müsse handeln. …, fügte
    der Präsident hinzu".
    """
    if voice.last - voice.first != 2 or not definite(page, voice.first) or voice.plural:
        return None
    if not personal(page, voice.last - 1):
        return None
    noun = page.token(voice.last - 1).lemma
    someone = _someone(page, voice, noun)
    if someone is not None:
        return someone
    last = spoken[-1] if spoken else None
    if last is None or len(last.actors) != 1 or last.actors[0].kind is not ActorKind.PERSON:
        return None
    if last.actors == voice.actors or page.sentence(voice.first).number - page.sentence(last.first).number > _SOON:
        return None
    if any(_told(page, place) and page.token(place).lemma == noun for place in range(last.last, voice.first)):
        return None
    return last.actors[0] if _named_with(page, last.actors[0], voice.first, noun) else None


def _someone(page: Page, voice: Voice, noun: str) -> Actor | None:
    """As in "Ein Sprecher des Amtes wich aus. …, sagte der Sprecher": whom a sentence before tells of first."""
    here = page.sentence(voice.first)
    first = page.text.sentences[max(0, here.number - _SOON)].first
    for place in range(voice.first - 1, first, -1):
        if page.token(place).lemma != noun or not _told(page, place) or page.phrase_of[place] < 0:
            continue
        phrase = page.text.phrases[page.phrase_of[place]]
        clause = page.text.clauses[page.clause_of[place]]
        if phrase.head != place or page.form(phrase.first) not in page.words("a, in any case"):
            return None
        found = voice_of(page, phrase, clause)
        return found.actors[0] if found is not None and len(found.actors) == 1 else None
    return None


def _told(page: Page, place: int) -> bool:
    """Whether a noun stands in a main clause of the article's own."""
    number = page.clause_of[place]
    if number < 0 or page.token(place).tag != "NN" or page.spoken[place]:
        return False
    clause = page.text.clauses[number]
    return clause.kind is ClauseKind.MAIN and clause.mood is Mood.INDICATIVE


def _named_with(page: Page, actor: Actor, before: int, noun: str) -> bool:
    """Whether somebody was named with a post, or with a compound of it, or is known to hold it."""
    low = noun.lower()
    if any(word.lower().endswith(low) for word in (actor.role_de or "").split()[:2]):
        return True
    for mention in page.mentions.actors:
        if mention.actor == actor and mention.first < before and mention.form in _NAMING:
            places = range(max(0, mention.first - 1), mention.last)
            if any(page.token(place).lemma.lower().endswith(low) for place in places):
                return True
    return False
