"""Which club or firm is called by the people of its town: "der FC Halmberg … teilten die Halmberger mit"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import describes
from kg.extract.statements.speakers.subjects import subject
from kg.model import Actor, ActorKind, ActorMention, MentionForm, Sentence

__all__ = ["townspeople_meant"]

_REACH = 8
"""How many sentences the name is looked for."""
_TOLD = frozenset({MentionForm.DESCRIPTION, MentionForm.ADJECTIVE})
_LONGER = 2
"""By how many letters a town is longer at most than the beginning of its people's name: "Bremen", "Bremer"."""
_SHORT = 3
"""Letters of a town at least."""


def townspeople_meant(page: Page, voice: Voice) -> Actor | None:
    """The body named last that has the town in its name or is told to be from there; None for other words."""
    town = _town(page, voice)
    if town is None:
        return None
    here = page.sentence(voice.first).number
    for sentence in reversed(page.text.sentences[max(here - _REACH, 0) : here + 1]):
        body = next(_bodies(page, sentence, town, voice.first), None)
        if body is not None:
            return body
    return None


def _bodies(page: Page, sentence: Sentence, town: str, before: int) -> Iterator[Actor]:
    """The bodies of the town named in a sentence before a position, and those that act there: "Werder Bremen"."""
    for mention in reversed(page.mentions.actors):
        inside = sentence.first <= mention.first < min(sentence.last, before) and mention.form is MentionForm.NAME
        if inside and mention.actor.kind is ActorKind.ORGANISATION and _from(page, mention, town):
            yield mention.actor
    for clause in page.clauses_in(sentence):
        told = subject(page, clause) if clause.first < before else None
        if told is not None and len(told.actors) == 1 and told.last < before and _named_so(page, told.actors[0], town):
            yield told.actors[0]


def _town(page: Page, voice: Voice) -> str | None:
    """What the name of the town begins with: "halmberg" for "die Halmberger"."""
    if (
        not voice.plural
        or voice.last - voice.first != 2
        or page.form(voice.first) not in page.words("the")
        or len(voice.actors) != 1
    ):
        return None
    noun = page.token(voice.last - 1)
    peoples = any(m.form not in _TOLD for m in page.named.get(noun.position, ()))
    trade = describes(page, noun.position) or noun.lemma.lower().endswith(tuple(page.words("researchers")))
    if peoples or trade or voice.actors[0].kind is not ActorKind.GROUP or not noun.form[0].isupper():
        return None
    stem = next((noun.form.removesuffix(end) for end in _ends(page) if noun.form.endswith(end)), "")
    return stem.lower() if len(stem) >= _SHORT else None


def _ends(page: Page) -> list[str]:
    """The endings of the people of a town, the longest first: "ern" of "den Halmbergern"."""
    ends = page.words("ending of a town")
    return sorted((*ends, *(f"{end}n" for end in ends)), key=len, reverse=True)


def _named_so(page: Page, actor: Actor, town: str) -> bool:
    """Whether a name of more words holds the town: "FC Halmberg"."""
    words = [word.lower() for word in actor.label_de.split()]
    own = [word for word in words if word.startswith(town) and word not in _people(page, town)]
    return len(words) > 1 and any(len(word) - len(town) <= _LONGER for word in own)


def _from(page: Page, mention: ActorMention, town: str) -> bool:
    """As in "die Halmberger Firma Merkur", "der FC Halmberg"."""
    places = range(max(mention.first - 2, 0), mention.first + 2)
    led = any(page.form(place) in _people(page, town) for place in places)
    return led or _named_so(page, mention.actor, town)


def _people(page: Page, town: str) -> set[str]:
    return {f"{town}{end}" for end in page.words("ending of a town")}
