"""Who has the losses: the subject of a verb of losing, whoever speaks of them, to whom "seine Truppen" belong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.claims.casualties.possessors import of_teller, possessor
from kg.extract.claims.common.context import people_before
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import is_genitive, owner, seated, subject
from kg.model import Casualties, CasualtyType, Clause, ClauseKind, Deployment

__all__ = [
    "Before",
    "among_told",
    "first_troops",
    "loser",
    "mourner",
    "sent_before",
    "teller",
]


class Before(NamedTuple):
    """What an article has told before: casualties, and deployments of people who may be among them."""

    hurt: list[Casualties]
    moved: Sequence[Deployment]
    group: str | None = None
    """Whose soldiers abroad the article is about."""


_NEAR = 2
"""Sentences back in which the dead are told whom "die Opfer" means."""
_BACK = 4
"""Sentences back in which those who were sent are still meant by "das Kontingent", "ihre Verluste"."""


def among_told(desk: Desk, match: Match, hurt: Sequence[Casualties]) -> CasualtyType | None:
    """What befell those whom "unter den Opfern" means: dead or wounded told right before, losses if both."""
    noun, scene = match.nominal, desk.scene
    if noun is None or match.how is not How.NOUN or not scene.is_a(noun.preposition or 0, "below"):
        return None
    number = scene.sentence_of(match.at).number
    earliest = scene.text.sentences[max(number - _NEAR, 0)].start
    near = {one.type for one in hurt if earliest <= one.evidence.start < scene.text.tokens[match.at].start}
    return near.pop() if len(near) == 1 else CasualtyType.LOSSES if near else None


def sent_before(desk: Desk, position: int, before: Before, *, back: int = _BACK) -> str | None:
    """Who sent the people of the last deployment that was told not far before a token."""
    scene = desk.scene
    earliest = scene.text.sentences[max(scene.sentence_of(position).number - back, 0)].start
    near = [m.sender for m in before.moved if earliest <= m.evidence.start < scene.text.tokens[position].start]
    return near[-1] if near else None


def loser(desk: Desk, match: Match, before: Before) -> tuple[Nominal, str] | None:
    """Who has losses: the subject, also troops by whose they are ("die russischen Verbände"), and its country."""
    scene = desk.scene
    if (opening := first_troops(scene, match)) is not None:
        return opening
    top = subject(scene, match.clause)
    if top is not None and top.actor is not None and (power := scene.power(top.actor.actor)) is not None:
        return top, power
    if match.clause.kind is ClauseKind.RELATIVE:
        return None
    for nominal in scene.inside(match.clause):
        if nominal.preposition is None and nominal.pronoun and nominal.lemma in scene.words.jobs["we"]:
            power = of_teller(desk, nominal.head)
            return (nominal, power) if power is not None else None
        if _is_they(scene, nominal, match.clause):
            power = _theirs(desk, nominal, match.clause, before)
            return (nominal, power) if power is not None else None
        power = _of_troops(desk, nominal, before) if _can_lose(scene, nominal) else None
        if power is not None:
            return nominal, power
    return None


def _is_they(scene: Scene, nominal: Nominal, clause: Clause) -> bool:
    """ "sie" as the subject of a verb in the plural."""
    finite = scene.text.tokens[clause.finite].form if clause.finite is not None else ""
    they = nominal.pronoun and nominal.preposition is None and nominal.lemma in scene.words.jobs["they"]
    return they and scene.text.tokens[nominal.head].tag == "PPER" and finite.endswith("n")


def _theirs(desk: Desk, nominal: Nominal, clause: Clause, before: Before) -> str | None:
    """Whose people "sie" means: whoever speaks of themselves, else those who were sent."""
    scene = desk.scene
    if any(scene.is_a(p, "oneself") for p in scene.own_tokens(clause)):
        here = scene.text.tokens[nominal.head].span
        told = next((s.speakers[0] for s in scene.statements if s.speakers and s.content.contains(here)), None)
        return of_teller(desk, nominal.head) or told
    return sent_before(desk, nominal.head, before)


def _can_lose(scene: Scene, nominal: Nominal) -> bool:
    free = nominal.preposition is None and not nominal.pronoun and not is_genitive(scene, nominal)
    return free and (not nominal.cases or "nom" in nominal.cases)


def _of_troops(desk: Desk, nominal: Nominal, before: Before) -> str | None:
    """The power of "das Regime in …", "die Verteidiger von …", "die russischen Verbände", "ihre Truppen"."""
    scene = desk.scene
    power = seated(scene, nominal) or _defended(scene, nominal)
    if power is not None or nominal.people is None or nominal.people.civilian:
        return power
    power = owner(scene, nominal) or possessor(desk, nominal)
    if power is None and nominal.determiner is not None:
        power = people_before(scene, nominal.first) or sent_before(desk, nominal.head, before)
    return power


def first_troops(scene: Scene, match: Match) -> tuple[Nominal, str] | None:
    """Troops with an owner that open a clause before its verb, and whose they are."""
    free = [n for n in scene.inside(match.clause) if n.preposition is None and not n.pronoun and n.head < match.at]
    top = next((n for n in free if not is_genitive(scene, n)), None)
    if top is None or top.people is None or top.people.civilian or (top.cases and "nom" not in top.cases):
        return None
    power = owner(scene, top)
    return (top, power) if power is not None and top.quantity is None else None


def _defended(scene: Scene, nominal: Nominal) -> str | None:
    """ "die Verteidiger von Bachmut": the country of the place."""
    after = chain_after(scene, nominal)[:1] if scene.is_noun(nominal, "defender") else []
    return next((n.place.place.country for n in after if n.place is not None), None)


def mourner(desk: Desk, match: Match, before: Before) -> str | None:
    """ "bezifferte die eigenen Verluste auf …", "hat 300 Gefallene zu beklagen": those of the subject."""
    scene = desk.scene
    own = any(scene.is_a(p, "own") for p in scene.own_tokens(match.clause))
    lost = match.nominal is not None and scene.is_noun(match.nominal, "loss")
    own = own or (lost and match.clause.lemma in scene.words.jobs["concede"])
    mourns = match.clause.lemma in scene.words.jobs["mourn"] or match.clause.lemma in scene.words.jobs["take-home"]
    if not own and not mourns:
        return None
    found = loser(desk, match, before) if match.clause.lemma not in scene.words.jobs["perfect"] else None
    if found is not None and (own or found[0].head < match.at):
        return found[1]
    top = subject(scene, match.clause)
    return scene.power(top.actor.actor) if top is not None and top.actor is not None else None


def teller(desk: Desk, match: Match) -> str | None:
    """Of "46.000 gefallene Soldaten", or losses without a name, those of the state of whoever speaks of them."""
    scene = desk.scene
    here = scene.text.tokens[match.at].span
    if match.how is How.PARTICIPLE and not scene.is_a(match.at, "fallen"):
        return None
    if match.how is How.NOUN and match.clause.lemma not in scene.words.jobs["admit"]:
        return None
    told = [s.speakers[0] for s in scene.statements if s.speakers and s.content.contains(here)]
    if (region := _region(scene, match.clause)) is not None:
        return region
    top = subject(scene, match.clause)
    if not told and (top is None or top.actor is None):
        return None
    return scene.power(scene.actors.get(told[0]) if told else (top.actor.actor if top and top.actor else None))


def _region(scene: Scene, clause: Clause) -> str | None:
    """ "Die Region Brjansk meldete …": the country of a place that is the subject."""
    free = [n for n in scene.inside(clause) if n.preposition is None and not n.pronoun]
    place = free[0].place if free and free[0].actor is None and clause.lemma in scene.words.jobs["admit"] else None
    return place.place.country if place is not None else None
