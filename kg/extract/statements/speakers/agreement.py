"""Whether a pronoun agrees with somebody named or speaking before, in number and gender."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.model import ActorKind, ActorMention, MentionForm

__all__ = ["agrees", "fits", "is_name", "lone_name"]


def agrees(voice: Voice, other: Voice) -> bool:
    """Whether a pronoun agrees with a speaker in number and gender; "er" is no body."""
    if voice.plural or len(other.actors) != 1:
        return voice.plural and (len(other.actors) > 1 or other.plural)
    actor = other.actors[0]
    known = actor.gender or other.gender
    if actor.kind is not ActorKind.PERSON and voice.gender == "m" and known != "m":
        return False
    if actor.kind not in {ActorKind.PERSON, ActorKind.ORGANISATION} and voice.gender == "f" and known != "f":
        return False
    return voice.gender is None or known is None or known == voice.gender


def is_name(page: Page, other: Voice) -> bool:
    """Whether a voice is one word that its tag makes a name, of whom nothing else is known."""
    return not other.actors[0].registered and other.last == other.first + 1 and page.token(other.first).tag == "NE"


def lone_name(page: Page, other: Voice) -> bool:
    """Whether a voice is such a name and its sentence names no person beside it, of whom the pronoun may tell."""
    sentence = page.sentence(other.first)
    named = (m for m in page.mentions.actors if sentence.first <= m.first < sentence.last)
    people = any(m.actor.kind is ActorKind.PERSON and m.form is MentionForm.NAME for m in named)
    return is_name(page, other) and not people


def fits(voice: Voice, mention: ActorMention) -> bool:
    """Whether a pronoun agrees with somebody named."""
    if voice.plural or mention.plural:
        return voice.plural == mention.plural
    known = mention.actor.gender or mention.gender
    if mention.actor.kind is ActorKind.PERSON:
        return known is None or voice.gender is None or known == voice.gender
    return known is not None and known == voice.gender
