"""Fighters behind whom no state stands, as actors of their own: "14 Aufständische", "den prorussischen Rebellen"."""

from __future__ import annotations

import re

from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.kinds import described
from kg.model import Actor, ActorKind, Token

__all__ = ["bands", "fighters", "is_band"]

_BAND = "x-group-"
_STEM = 4
"""Letters that a noun shares with what its group is called."""
_WEAK = re.compile(r"e[nmrs]?$")
"""The ending of an adjective."""


def _band(scene: Scene, nominal: Nominal) -> Actor | None:
    """The group that a noun phrase calls rebels, separatists or the like, under its description in the plural; None for
    any other noun phrase, and for fighters of whom nothing more is told."""
    row = nominal.people
    if row is None or not row.called or nominal.actor is not None:
        return None
    tokens = scene.text.tokens
    marks = [m for t in tokens[nominal.first : nominal.head] if t.tag == "ADJA" and (m := _mark(scene, t)) is not None]
    front, hyphen, last = tokens[nominal.head].form.rpartition("-")
    plain = last[:_STEM].lower() == row.called[:_STEM].lower()
    if not plain or (row.personnel is not None and not marks):
        return None
    label = " ".join([*marks, f"{front}{hyphen}{row.called}"])
    return described(label)


def fighters(scene: Scene, nominal: Nominal) -> str | None:
    """The group that a phrase such as "den Rebellen" means: the one of these words that speaks in the article, or the
    one group named with it before ("die Rebellengruppe M23"), else whoever is called so; None for other people."""
    row = nominal.people
    if row is None or nominal.actor is not None or not row.called:
        return None
    first = nominal.first if nominal.determiner is None else nominal.determiner + 1
    words = scene.text.words(scene.text.span(first, nominal.last))
    spoke = [s for s in scene.statements if s.speaker is not None and len(s.speakers) == 1]
    called = (s.speakers[0] for s in spoke if s.speaker is not None and scene.text.words(s.speaker) == words)
    own = _band(scene, nominal)
    named = _named_before(scene, nominal) if not nominal.owners and "-" not in words else set()
    return next(called, None) or (named.pop() if len(named) == 1 else None) or (own.id if own is not None else None)


def _named_before(scene: Scene, nominal: Nominal) -> set[str]:
    """The groups before a noun phrase whose names say what they are ("die Rebellengruppe M23")."""
    before = [m for m in scene.mentions.actors if m.last <= nominal.first and m.actor.kind in _GROUPS]
    noun = nominal.lemma.capitalize()
    return {m.actor.id for m in before if noun in scene.text.words(m.span)}


_GROUPS = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION})


def _mark(scene: Scene, adjective: Token) -> str | None:
    """An adjective as it stands before a plural, if it tells who they are ("prorussische"), not what they do."""
    word = _WEAK.sub("", adjective.form.lower())
    endings = tuple(word.removeprefix("-") for word in scene.words.jobs["origin"])
    return f"{word}e" if word.endswith(endings) and word not in scene.words.jobs["no-origin"] else None


def bands(scene: Scene) -> dict[str, Actor]:
    """All such groups that an article speaks of, by id."""
    people = scene.words.people
    known = ((noun, people.nearest(noun)) for noun in scene.nouns_in(people))
    called = {noun for noun, row in known if row is not None and row.called}
    near = (s for s in scene.text.sentences if called and not called.isdisjoint(scene.nouns[s.first : s.last]))
    named = (n for s in near for n in scene.nominals[s.number] if n.people is not None and n.people.called)
    return {actor.id: actor for n in named if (actor := _band(scene, n)) is not None}


def is_band(actor_id: str | None) -> bool:
    """Whether an id is that of a group that only a description names."""
    return actor_id is not None and actor_id.startswith(_BAND)
