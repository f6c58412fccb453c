"""Citizens who are soldiers: "12.000 Nordkoreaner" in an article or a sentence that tells of soldiers."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner
from kg.model import MentionForm

__all__ = ["at_war", "is_known"]

_MANY = 10
"""How many citizens are taken for troops at least."""


def is_known(desk: Desk, nominal: Nominal, found: list[Found]) -> bool:
    """ "die Nordkoreaner" after a deployment of North Korea, or in an article on North Korean soldiers."""
    if nominal.actor is None or nominal.actor.form is not MentionForm.DEMONYM:
        return False
    if not _several(desk.scene, nominal):
        return False
    if any(desk.scene.is_a(p, "dispatched") for p in range(nominal.first, nominal.head)):
        return True
    power = desk.scene.power(nominal.actor.actor)
    known = any(f.claim.sender == power for f in found) or _has_soldiers(desk.scene, power)
    return known or at_war(desk.scene, nominal)


def _several(scene: Scene, nominal: Nominal) -> bool:
    """Whether it is more than one, or none: by form, number, or as a genitive ("der Einsatz der Nordkoreaner")."""
    plural = nominal.actor is not None and nominal.actor.plural
    none = nominal.determiner is not None and scene.is_a(nominal.determiner, "no")
    return plural or nominal.quantity is not None or none or _is_owned(scene, nominal)


def _is_owned(scene: Scene, nominal: Nominal) -> bool:
    determiner = nominal.determiner
    genitive = nominal.attached and nominal.preposition is None and determiner is not None
    return genitive and scene.text.tokens[determiner or 0].form in scene.words.jobs["of-them"]


def _is_many(nominal: Nominal) -> bool:
    number = nominal.quantity
    return number is not None and max(number.number or 0, number.minimum or 0, number.maximum or 0) >= _MANY


def _has_soldiers(scene: Scene, power: str | None) -> bool:
    """Whether the article names soldiers of a power somewhere."""
    near = (n for number in _with_soldiers(scene) for n in scene.nominals[number])
    return any(owner(scene, n) == power for n in near if n.people is not None and n.people.personnel)


def _with_soldiers(scene: Scene) -> list[int]:
    """The numbers of the sentences in which a word can name soldiers: the noun phrases of the others are not read."""
    people, heads = scene.words.people, scene.words.jobs["heads"]
    known = ((noun, people.nearest(noun)) for noun in scene.nouns_in(people))
    soldiers = {noun for noun, row in known if row is not None and row.personnel}
    named = (
        place
        for place, noun in enumerate(scene.nouns)
        if noun and (noun in soldiers or scene.text.tokens[place].form.lower() in heads)
    )
    return sorted({scene.sentence_of(place).number for place in named})


def at_war(scene: Scene, natives: Nominal) -> bool:
    """Whether a number of citizens stands in a sentence of soldiers, a front or fighting ("an der Front kämpften 900
    Nordkoreaner"), in which nobody is hurt or flees."""
    here = scene.sentence_of(natives.first)
    if not (_is_many(natives) or _is_owned(scene, natives)):
        fights = any(
            scene.is_a(p, job) for p in range(here.first, here.last) for job in ("soldiers-place", "in-battle")
        )
        if not fights or natives.actor is None or not natives.actor.plural or natives.determiner is not None:
            return False
    near = scene.text.sentences[max(here.number - 1, 0) : here.number + 2] if natives.quantity is not None else [here]
    if any(scene.is_a(p, job) for p in range(here.first, here.last) for job in ("hurt", "flee")):
        return False
    return any(_is_of_war(scene, p) for sentence in near for p in range(sentence.first, sentence.last))


def _is_of_war(scene: Scene, position: int) -> bool:
    """Whether a word names soldiers or what only soldiers do."""
    if any(scene.is_a(position, job) for job in ("at-war", "soldiers-place", "in-battle")):
        return True
    row = scene.words.people.nearest(scene.nouns[position]) if scene.nouns[position] else None
    return row is not None and row.personnel is not None and not row.civilian
