"""The day of words that stand in a text: when it was made public, or when its makers spoke of it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.statements.common.found import Found
from kg.extract.statements.common.page import Page
from kg.extract.statements.speakers.authors import AUTHOR
from kg.extract.statements.speakers.documents import document, published
from kg.extract.statements.speakers.resolved import Resolved
from kg.model import PartialDate, Statement

__all__ = ["adjoins", "of_text"]

_FAR = 3
"""Sentences from where a text is named to what is quoted from it."""


def of_text(page: Page, one: Resolved, before: Sequence[Statement]) -> PartialDate | None:
    """The day of words whose speaker was found by the text that they stand in; `before`: the statements so far."""
    return _of_text(page, one) or _of_same_text(page, one, before)


def _of_text(page: Page, one: Resolved) -> PartialDate | None:
    """The day on which the text was made public that says so."""
    here = page.sentence(one.found.at)
    if one.voice.reason == AUTHOR:
        before = page.text.sentences[max(0, here.number - _FAR) : here.number]
        return next((day for one in reversed(before) if (day := published(page, one.first)) is not None), None)
    voice = one.found.voice
    first, last = (one.found.at, here.last) if voice is None else (voice.first, voice.last)
    texts = (document(page, place) for place in range(first, last))
    text = next((text for text in texts if text is not None), None)
    return None if text is None else published(page, text.head)


def _of_same_text(page: Page, one: Resolved, before: Sequence[Statement]) -> PartialDate | None:
    """As in "verurteilten die Tat am Montag in einer Erklärung. Sie sei feige, hieß es darin": the day of what the same
    speakers said right before, with their text."""
    last = next((other for other in reversed(before[-len(one.voice.actors) - 2 :]) if _is_among(other, one)), None)
    return last.said_on if one.voice.reason == AUTHOR and last is not None and adjoins(page, last, one.found) else None


def _is_among(other: Statement, one: Resolved) -> bool:
    return bool(other.speakers) and set(other.speakers) <= {actor.id for actor in one.voice.actors}


def adjoins(page: Page, last: Statement, found: Found) -> bool:
    """Whether a statement stands in the sentence before, in the same paragraph."""
    here, there = (page.sentence(page.text.place_of(span.start)) for span in (found.content, last.content))
    return here.paragraph == there.paragraph and here.number - there.number <= 1
