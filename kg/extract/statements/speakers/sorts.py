"""Which body a description means by its sort: "das Höchstgericht", "das Blatt", "die Rebellen", "die Organisation"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import may_be_several
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.firms import telling
from kg.extract.statements.speakers.somebody import definite
from kg.lang import Language
from kg.lang.sorts import Sorts
from kg.model import Actor, ActorKind, MentionForm, Span

__all__ = ["sort_meant"]

_LONGEST = 4
"""Words of a description at most."""
_NAMES = frozenset({MentionForm.NAME, MentionForm.DESCRIPTION, MentionForm.COMPOUND})


def sort_meant(page: Page, voice: Voice, spoken: list[Voice], content: Span) -> Actor | None:
    """The nearest of its sort who speaks or acts, or who alone is named in a sentence; None for no such description.

    `content` are the words said: who is named in them alone does not speak.
    """
    rows = _rows(page, voice)
    if not rows:
        return None
    here = page.sentence(voice.first).number
    for number in range(here, max(here - rows[0].reach, -1), -1):
        told = (other.actors for other in telling(page, number, voice, spoken) if len(other.actors) == 1)
        found = next((actors[0] for actors in told if _fits(page, voice, rows, actors[0])), None)
        named = set(_named(page, number, voice, rows, content)) if found is None else {found}
        if named:
            return named.pop() if len(named) == 1 and voice.actors[0] not in named else None
    return None


def _rows(page: Page, voice: Voice) -> list[Sorts]:
    """The sorts that a definite description of one body names by its last word."""
    words = range(voice.first, voice.last)
    if not 1 < len(words) <= _LONGEST or not (definite(page, voice.first) or _first_of_state(page, voice)):
        return []
    if len(voice.actors) != 1 or voice.actors[0].kind is ActorKind.PERSON:
        return []
    if any(page.token(place).tag != "ADJA" for place in words[1:-1]):
        return []
    form, lemma = page.form(voice.last - 1), page.token(voice.last - 1).lemma
    numbers = {voice.plural, voice.plural or may_be_several(page, voice.first)}
    told = [(word, plural) for word in (form, lemma) for plural in numbers]
    rows = [row for row in _sorts(page.language) if any(row.describes(w, plural=plural) for w, plural in told)]
    named = any(mention.form is MentionForm.NAME for mention in page.named.get(voice.last - 1, ()))
    if voice.actors[0].registered and (named or "-" in form):  # "die Merkur-Zeitung"
        return [row for row in rows if form in row.endings + row.whole]
    return rows


def _first_of_state(page: Page, voice: Voice) -> bool:
    """As in "Spaniens größte Zeitung": there is one."""
    names = (m for m in page.named.get(voice.first, ()) if m.form is MentionForm.NAME and m.last == voice.first + 1)
    owned = any(m.actor.kind is ActorKind.STATE for m in names)
    most = page.form(voice.first + 1).endswith(tuple(page.words("superlatives")))
    return owned and most and page.token(voice.first).form.endswith("s")


@cache
def _sorts(language: Language) -> tuple[Sorts, ...]:
    return tuple(language.table(Sorts).values())


def _named(page: Page, number: int, voice: Voice, rows: list[Sorts], content: Span) -> Iterator[Actor]:
    """Those of the sort whom a sentence names before the description, outside the words said."""
    sentence = page.text.sentences[number]
    for mention in page.mentions.actors:
        inside = sentence.first <= mention.first < min(sentence.last, voice.first) and mention.form in _NAMES
        if inside and not content.contains(mention.span) and _fits(page, voice, rows, mention.actor):
            yield mention.actor


def _fits(page: Page, voice: Voice, rows: list[Sorts], actor: Actor) -> bool:
    """Whether somebody is of one of the sorts, has a name, and is of no other state than the description."""
    if not any(_is_one(page, row, actor) for row in rows):
        return False
    states = {m.actor.id for place in range(voice.first, voice.last) for m in page.named.get(place, ())
              if m.actor.kind is ActorKind.STATE}  # fmt: skip
    return not states or actor.acts_for is None or actor.acts_for in states


def _is_one(page: Page, row: Sorts, actor: Actor) -> bool:
    if actor.id in row.actors or row.named_so(actor.label_de):
        return True
    return actor.kind in row.kinds and (actor.registered or _has_name(page, actor))


def _has_name(page: Page, actor: Actor) -> bool:
    """Whether an actor is not only described: by a mention of its name or by more words with capitals than one."""
    capitals = sum(word[0].isupper() for word in actor.label_de.split())
    return capitals > 1 or any(m.actor == actor and m.form is MentionForm.NAME for m in page.mentions.actors)
