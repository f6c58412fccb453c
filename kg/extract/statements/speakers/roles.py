"""Whom a longer description means by what the registry tells of somebody named: "der Sekretär des russischen Rates"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import definite
from kg.model import Actor, ActorKind, MentionForm

__all__ = ["role_meant"]

_REACH = 8
"""How many sentences a role looks back for who is named."""
_STEM = 5
"""Letters by which a word is known in another case: "russischen", "Russischer"."""
_CONTENT = frozenset({"NN", "NE", "ADJA"})
_NAMED = frozenset({MentionForm.NAME, MentionForm.OFFICE})


def role_meant(page: Page, voice: Voice) -> Actor | None:
    """The one person named before whose role in the registry begins with the noun and holds all other words."""
    if voice.plural or len(voice.actors) != 1 or voice.actors[0].kind is not ActorKind.GROUP:
        return None
    words = [page.token(p).lemma.lower() for p in range(voice.first, voice.last) if page.token(p).tag in _CONTENT]
    if len(words) < 2 or not definite(page, voice.first):
        return None
    here = page.sentence(voice.first).number
    people = {
        mention.actor
        for mention in page.mentions.actors
        if mention.first < voice.first
        and mention.form in _NAMED
        and mention.actor.kind is ActorKind.PERSON
        and here - page.sentence(mention.first).number <= _REACH
    }
    found = {person for person in people if _holds(person, words)}
    return found.pop() if len(found) == 1 else None


def _holds(person: Actor, words: list[str]) -> bool:
    """Whether a registered role has all words, one of them as its first noun."""
    role = (person.role_de or "").partition("(")[0].partition(";")[0].split()
    first = next((word.lower() for word in role if word[0].isupper()), None)
    if not person.registered or first is None or not any(word.endswith(first) for word in words):
        return False
    stems = {word.lower()[:_STEM] for word in role}
    return all(word[:_STEM] in stems for word in words)
