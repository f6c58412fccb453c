"""The soldiers abroad whom an article is about: dead and losses that nobody is named for are theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner
from kg.model import Deployment, MentionForm, Sentence

__all__ = ["contingent", "first_told", "is_troop", "troop_sentences"]

_LEAD = 1.5
"""How many times as often as those of any other power they must be named."""


def contingent(scene: Scene, moved: Sequence[Deployment]) -> str | None:
    """The power whose soldiers an article names most often, if it has sent some abroad; None if others are near it."""
    abroad = {m.sender for m in moved if m.sender is not None and m.host not in {None, m.sender}}
    if not abroad:
        return None
    named = Counter(power for nominal in _soldiers(scene) if (power := owner(scene, nominal)) is not None)
    named.update(m.sender for m in moved if m.sender is not None)
    (first, most), *others = named.most_common(2)
    if first not in abroad or (others and most < _LEAD * others[0][1]):
        return None
    return first


def first_told(scene: Scene, moved: Sequence[Deployment], power: str | None) -> int:
    """The position of the first character that tells of a power's soldiers, anywhere or as they are sent."""
    tokens = scene.text.tokens
    named = (tokens[n.first].start for n in _soldiers(scene) if power is not None and owner(scene, n) == power)
    sent = [m.evidence.start for m in moved if m.sender == power]
    return min([*sent, *([first] if (first := next(named, None)) is not None else [])], default=0)


def _soldiers(scene: Scene) -> Iterator[Nominal]:
    """The noun phrases for soldiers, and for people by their nation in the plural."""
    for sentence in troop_sentences(scene):
        yield from (n for n in scene.nominals[sentence.number] if is_troop(n))


def troop_sentences(scene: Scene) -> Iterator[Sentence]:
    """The sentences with a word for soldiers, or for people by their nation: no other is read for them."""
    words = scene.words.people
    known = ((noun, words.nearest(noun)) for noun in scene.nouns_in(words))
    troops = {noun for noun, row in known if row is not None and row.personnel}
    demonyms = {m.first for m in scene.mentions.actors if m.form is MentionForm.DEMONYM and m.plural}
    for sentence in scene.text.sentences if troops or demonyms else ():
        named = not troops.isdisjoint(scene.nouns[sentence.first : sentence.last])
        if named or not demonyms.isdisjoint(range(sentence.first, sentence.last)):
            yield sentence


def is_troop(nominal: Nominal) -> bool:
    """Whether a noun phrase names soldiers, or people by their nation in the plural."""
    if nominal.people is not None:
        return nominal.people.personnel is not None
    return nominal.actor is not None and nominal.actor.form is MentionForm.DEMONYM and nominal.actor.plural
