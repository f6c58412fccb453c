"""Names in the genitive that stand behind a noun without an article: "Angaben Kiews", "die Armee Moskaus"."""

from __future__ import annotations

from dataclasses import replace

from kg.model import ActorKind, ActorMention, MentionForm, Phrase, Text

__all__ = ["split_names"]

_OPEN = frozenset({"nom", "acc"})
_GENITIVE = frozenset({"gen"})


def split_names(text: Text, named: dict[int, tuple[ActorMention, ...]]) -> Text:
    """The text with such a name as a phrase of its own; a title and a name ("Präsident Cyrus") stay together."""
    if not any(_named_behind(text, phrase, named) for phrase in text.phrases):
        return text
    parts: list[Phrase] = []
    for phrase in text.phrases:
        parts += _parts(phrase) if _named_behind(text, phrase, named) else [phrase]
    return replace(text, phrases=tuple(parts))


def _named_behind(text: Text, phrase: Phrase, named: dict[int, tuple[ActorMention, ...]]) -> bool:
    head = phrase.head
    if head <= phrase.first or phrase.last != head + 1 or not text.tokens[head].form.endswith("s"):
        return False
    if text.tokens[head - 1].tag != "NN" or head - 1 < phrase.first:
        return False
    return bool(named.get(head)) and all(mention.first == head or _body(mention) for mention in named[head])


def _body(mention: ActorMention) -> bool:
    """As in "Regierung Kiews": a description of a body takes in whose it is."""
    return mention.form is MentionForm.DESCRIPTION and mention.actor.kind is not ActorKind.PERSON


def _parts(phrase: Phrase) -> list[Phrase]:
    cases = phrase.cases | _OPEN if phrase.preposition is None else phrase.cases
    noun = phrase._replace(last=phrase.head, head=phrase.head - 1, cases=cases, plural=None, gender=None)
    return [noun, phrase._replace(first=phrase.head, preposition=None, cases=_GENITIVE, plural=None)]
