"""Names of two people side by side, that look like one: "warf Otto Halm Kranz vor" beside "Eva Kranz"."""

from __future__ import annotations

from collections.abc import Collection

from kg.model import Actor, ActorKind
from kg.recognise.surnames import PersonName
from kg.recognise.unknown import unknown

__all__ = ["apart"]

_PAIR, _THREE = 2, 3
"""Words of a first name and a surname, and of those with one more."""


def apart(names: Collection[PersonName]) -> list[PersonName]:
    """The two names of each of three words whose second and third the article has as surnames of others."""
    threes = [name for name in names if name.last - name.first == _THREE and not name.actor.registered]
    if not threes:
        return []
    whole: dict[str, Actor] = {}
    for name in names:
        words = name.actor.label_de.split()
        if len(words) == _PAIR and name.last - name.first == _PAIR:
            whole.setdefault(words[-1], name.actor)
    found: list[PersonName] = []
    for name in threes:
        words = name.actor.label_de.split()
        if len(words) == _THREE and words[1] in whole and words[2] in whole and whole[words[1]] != whole[words[2]]:
            label = " ".join(words[:_PAIR])
            found.append(
                PersonName(name.first, name.last - 1, unknown(ActorKind.PERSON, label, gender=name.actor.gender))
            )
            found.append(PersonName(name.last - 1, name.last, whole[words[2]]))
    return found
