"""Whom a part in a trial means: "der Ankläger" is the prosecutor named, "die Angeklagte" the one woman without one."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.ahead import titles
from kg.extract.statements.speakers.somebody import definite, gender_told
from kg.model import Actor, ActorKind, ActorMention, MentionForm

__all__ = ["party_meant"]

_NAMED = frozenset({MentionForm.NAME, MentionForm.OFFICE})
_PARTS = ("prosecutors", "judges", "assessors", "counsels")
"""Groups of words for one part each; prosecutors before counsels, as "Staatsanwalt" ends in "Anwalt"."""
_ACCUSED = "accused"


def party_meant(page: Page, voice: Voice) -> Actor | None:
    """The one person whom the article names with the same part in a trial, or the one accused; None for all others."""
    words = range(voice.first, voice.last)
    if len(words) != 2 or voice.plural or not definite(page, voice.first):
        return None
    noun = page.token(voice.last - 1).lemma.lower()
    gender = gender_told(page, voice, noun)
    if noun in page.words(_ACCUSED):
        return _only({m.actor for m in _people(page, gender) if m.first < voice.first and not _has_part(page, m)})
    part = _part(page, noun)
    if part is None:
        return None
    return _only({m.actor for m in _people(page, gender) if part in _parts_of(page, m)})


def _only(found: set[Actor]) -> Actor | None:
    return next(iter(found)) if len(found) == 1 else None


def _people(page: Page, gender: str) -> list[ActorMention]:
    """The mentions of people of a gender; a woman is one by her name or title, a man also where nothing tells."""
    known = {"f"} if gender == "f" else {"m", None}
    people = (m for m in page.mentions.actors if m.actor.kind is ActorKind.PERSON and m.form in _NAMED)
    return [mention for mention in people if (mention.actor.gender or mention.gender) in known]


def _part(page: Page, noun: str) -> str | None:
    return next((part for part in _PARTS if noun.endswith(tuple(page.words(part)))), None)


def _parts_of(page: Page, mention: ActorMention) -> set[str | None]:
    """The parts that the titles of a mention tell."""
    return {_part(page, token.lemma.lower()) for token in titles(page, mention)}


def _has_part(page: Page, mention: ActorMention) -> bool:
    """Whether somebody is named with a part in the trial or as a speaker somewhere."""
    same = (other for other in page.mentions.actors if other.actor == mention.actor)
    nouns = {token.lemma.lower() for other in same for token in titles(page, other)}
    posts = tuple(page.words("posts of one") | page.words("anyone") | page.words("man or woman"))
    return any(_part(page, noun) is not None or noun.endswith(posts) for noun in nouns)
