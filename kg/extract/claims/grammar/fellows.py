"""Who is named together: "Polen und Litauen", "Truppen aus Polen und Litauen", "deutsche und polnische Ausbilder"."""

from __future__ import annotations

from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.nominative import is_set_apart
from kg.extract.claims.grammar.scene import Scene
from kg.model import Actor

__all__ = ["fellows"]


def fellows(scene: Scene, nominal: Nominal) -> list[Actor]:
    """All whom a noun phrase and those joined to it name as doers or owners; nobody where they are alternatives."""
    sentence = scene.nominals[scene.sentence_of(nominal.first).number]
    place = sentence.index(nominal) if nominal in sentence else 0
    after = list(sentence[place + 1 :])
    before = sentence[place - 1] if place and nominal.coordinated else None
    if any(is_set_apart(scene, one) for one in (nominal, before) if one is not None):
        return []
    if nominal.actor is None and after and after[0].attached and after[0].actor is not None:
        nominal, after, before = after[0], after[1:], None
    joined = [nominal]
    for one in after:
        if not _goes_on(scene, joined[-1], one):
            break
        joined.append(one)
    first = before.first if before is not None else nominal.first
    between = range(first, joined[-1].last)
    neither = any(_is_nor(scene, one) for one in joined)
    if any(scene.is_a(p, "or") for p in between) or not (neither or any(scene.is_a(p, "and") for p in between)):
        return []
    if nominal.actor is not None:
        return [n.actor.actor for n in joined if n.actor is not None]
    adjective = before is not None and before.actor is None and before.people is None and before.first == before.head
    front = before.owners if adjective and before is not None else ()
    return [mention.actor for mention in (*front, *nominal.owners)]


def _goes_on(scene: Scene, before: Nominal, after: Nominal) -> bool:
    """Whether a noun phrase is the next of a list of names."""
    if after.people is not None or after.pronoun:
        return False
    comma = after.first == before.last + 1 and scene.text.tokens[before.last].tag == "$,"
    return (
        after.coordinated or _is_nor(scene, after) or (comma and after.actor is not None and after.first == after.head)
    )


def _is_nor(scene: Scene, nominal: Nominal) -> bool:
    """ "Weder Polen noch Rumänien": whether a name is the second of two of whom something is denied."""
    opens = scene.sentence_of(nominal.first).first
    nor = nominal.first > opens and scene.is_a(nominal.first - 1, "nor")
    return nor and any(scene.is_a(p, "neither") for p in range(opens, nominal.first))
