"""Whom "der Gast" and "der Gastgeber" mean: who was received, and by whom."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.somebody import definite
from kg.extract.statements.speakers.subjects import subject
from kg.model import Actor, ActorKind, Clause, MentionForm

__all__ = ["guest_meant"]

_REACH = 4
"""How many sentences are looked through: its own and those before."""
_NAMED = frozenset({MentionForm.NAME, MentionForm.OFFICE})


def guest_meant(page: Page, voice: Voice) -> Actor | None:
    """The person received or receiving whom a definite description means; None where nobody is told to receive."""
    if voice.plural or voice.pronoun or not definite(page, voice.first):
        return None
    noun = next((page.token(p).lemma.lower() for p in range(voice.first, voice.last) if page.token(p).tag == "NN"), "")
    guest, host = (noun.endswith(tuple(page.words(group))) for group in ("one received", "one who receives"))
    if not guest and not host:
        return None
    here = page.sentence(voice.first).number
    for sentence in reversed(page.text.sentences[max(here - _REACH + 1, 0) : here + 1]):
        for clause in reversed(page.clauses_in(sentence)):
            pair = _pair(page, clause) if clause.last <= voice.first else None
            if pair is not None:
                return pair[0] if guest else pair[1]
    return None


def _pair(page: Page, clause: Clause) -> tuple[Actor | None, Actor | None] | None:
    """The guest and the host of whom a clause tells; None where it tells of no visit."""
    if clause.lemma not in page.words("receive") | page.words("visit"):
        return None
    told = subject(page, clause)
    actor = told.actors[0] if told is not None and len(told.actors) == 1 else None
    if told is None or actor is None or actor.kind is not ActorKind.PERSON:
        return None
    others = dict.fromkeys(m.actor for place in page.own(clause) for m in page.named.get(place, ())
                           if m.form in _NAMED and m.actor.kind is ActorKind.PERSON and m.actor != actor)  # fmt: skip
    other = next(iter(others)) if len(others) == 1 else None
    receives = (clause.lemma in page.words("receive")) != clause.passive
    return (other, actor) if receives else (actor, other)
