"""Whose people were hurt: by how the victims are called, by the sentences before, by the place that was struck."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.claims.conflict import struck_country
from kg.extract.claims.context import people_before
from kg.extract.claims.drafts import Desk
from kg.extract.claims.frames import How, Match
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.slots import is_genitive, owner, seated, subject
from kg.extract.claims.strangers import of_others, strange
from kg.model import Casualties, ClauseKind, Deployment

__all__ = ["Before", "both_sides", "counted_out", "loser", "mourner", "sent_before", "strangers", "teller", "whose"]


class Before(NamedTuple):
    """What an article has told before: casualties, and deployments of people who may be among them."""

    hurt: list[Casualties]
    moved: Sequence[Deployment]


_BACK = 4
"""Sentences back in which those who were sent are still meant by "das Kontingent", "ihre Verluste"."""


def sent_before(desk: Desk, position: int, before: Before) -> str | None:
    """Who sent the people of the last deployment that was told not far before a token."""
    scene = desk.scene
    earliest = scene.text.sentences[max(scene.sentence_of(position).number - _BACK, 0)].start
    near = [m.sender for m in before.moved if earliest <= m.evidence.start < scene.text.tokens[position].start]
    return near[-1] if near else None


def whose(desk: Desk, match: Match, victims: Nominal | None, before: Before) -> str | None:
    """Whose the victims are: as they are called, else the people of the country that was struck."""
    scene = desk.scene
    if victims is not None and (named := owner(scene, victims)) is not None:
        return named
    if victims is not None and victims.actor is not None:
        return scene.power(victims.actor.actor)
    if (side := _sided(desk, match, victims)) is not None:
        return side
    if victims is not None and strangers(desk, victims):
        return None
    known = _known(desk, match, victims, before)
    if known is not None or (victims is None and counted_out(desk, match)):
        return known
    if (country := struck_country(scene, match.at)) is not None:
        return country
    return _from_before(desk, match, victims, before.hurt)


def _sided(desk: Desk, match: Match, victims: Nominal | None) -> str | None:
    """ "auf armenischer Seite", "Russlands Verluste stiegen auf 700 Tote", "räumte ein, dass eigene Soldaten"."""
    scene = desk.scene
    for nominal in scene.inside(match.clause):
        side = nominal.lemma in scene.words.jobs["side"] and nominal.preposition is not None
        if (side or scene.is_noun(nominal, "loss")) and nominal is not victims:
            whose_side = owner(scene, nominal)
            if whose_side is not None:
                return whose_side
    own = victims is not None and any(scene.is_a(p, "own") for p in range(victims.first, victims.head))
    if not own or match.clause.parent is None:
        return None
    top = subject(scene, scene.text.clauses[match.clause.parent])
    return scene.power(top.actor.actor) if top is not None and top.actor is not None else None


def strangers(desk: Desk, victims: Nominal) -> bool:
    """Fighters of no state, and people known by a word that nobody knows ("ausländische Söldner")."""
    if victims.people is not None and victims.people.stateless:
        return True
    return strange(desk, victims) if _civilian(victims) else of_others(desk, victims)


def _civilian(victims: Nominal) -> bool:
    return victims.people is not None and victims.people.civilian


def _known(desk: Desk, match: Match, victims: Nominal | None, before: Before) -> str | None:
    """Those told before: "von ihnen", "beide", "20 weitere" in the same sentence, "die Männer", soldiers."""
    scene = desk.scene
    if victims is None and (whole := _partitive(desk, match)) is not None:
        return whole
    sentence = scene.sentence_of(match.at)
    same = [f.of for f in before.hurt if sentence.start <= f.evidence.start < sentence.end]
    if victims is None:
        return same[-1] if same else None
    soldiers = victims.people is not None and not victims.people.civilian
    theirs = victims.determiner is not None and scene.text.tokens[victims.determiner].tag == "PPOSAT"
    if not (soldiers or theirs or _back(desk, victims)):
        return None
    if theirs and scene.is_a(victims.determiner or 0, "his") and (state := _of_teller(desk, match)) is not None:
        return state
    return people_before(scene, victims.first) or (sent_before(desk, match.at, before) if theirs else None)


def _back(desk: Desk, victims: Nominal) -> bool:
    """ "die Männer", "einer der Soldaten": people told before."""
    scene = desk.scene
    definite = any(scene.is_a(p, "the") for p in range(victims.first, victims.head))
    return definite and victims.lemma in scene.words.jobs["men"]


def _from_before(desk: Desk, match: Match, victims: Nominal | None, found: list[Casualties]) -> str | None:
    """Those told in the sentence before; "in der Region" those of the article, if of one country; who admits."""
    scene = desk.scene
    sentence = scene.sentence_of(match.at)
    top = subject(scene, match.clause)
    if top is not None and not match.clause.passive and victims is not None:
        told = match.clause.lemma in scene.words.jobs["admit"] and not _civilian(victims) and top.actor is not None
        if told or match.how is How.VERB:
            return scene.power(top.actor.actor) if told and top.actor is not None else None
    near = [f.of for f in found if f.evidence.start >= scene.text.sentences[max(sentence.number - 1, 0)].start]
    every = {f.of for f in found if f.of is not None}
    if near:
        return near[-1]
    there = victims is not None and _there(desk, match)
    if victims is not None and len(every) == 1 and (there or match.how is not How.VERB):
        return every.pop()
    return None


def _of_teller(desk: Desk, match: Match) -> str | None:
    """The state of whoever says it."""
    here = desk.scene.text.tokens[match.at].span
    told = [s.speakers[0] for s in desk.scene.statements if s.speakers and s.content.contains(here)]
    return desk.scene.power(desk.scene.actors.get(told[0])) if told else None


def teller(desk: Desk, match: Match) -> str | None:
    """Of "46.000 gefallene Soldaten", or losses without a name, those of the state of whoever speaks of them."""
    scene = desk.scene
    here = scene.text.tokens[match.at].span
    if match.how is How.PARTICIPLE and not scene.is_a(match.at, "fallen"):
        return None
    if match.how is How.NOUN and match.clause.lemma not in scene.words.jobs["admit"]:
        return None
    told = [s.speakers[0] for s in scene.statements if s.speakers and s.content.contains(here)]
    top = subject(scene, match.clause)
    if not told and (top is None or top.actor is None):
        return None
    return scene.power(scene.actors.get(told[0]) if told else (top.actor.actor if top and top.actor else None))


def _there(desk: Desk, match: Match) -> bool:
    """ "in der Region", "in der Stadt": where the article has been before."""
    scene = desk.scene
    inside = scene.inside(match.clause)
    places = [n for n in inside if n.determiner is not None and n.place is None and scene.is_noun(n, "near")]
    return any(n.attached if n.preposition is None else scene.is_a(n.preposition, "place") for n in places)


def _partitive(desk: Desk, match: Match) -> str | None:
    """ "von den 11.000 Soldaten", "von ihnen": whose the people are of whom some were hurt."""
    scene = desk.scene
    for nominal in _wholes(desk, match):
        return owner(scene, nominal) or people_before(scene, nominal.first)
    return people_before(scene, match.clause.first) if counted_out(desk, match) else None


def counted_out(desk: Desk, match: Match) -> bool:
    """Whether those hurt are some of people told before: "1000 davon", "von ihnen", "beide"."""
    own = desk.scene.own_tokens(match.clause)
    some = any(desk.scene.is_a(p, "both") or desk.scene.is_a(p, "among") for p in own)
    return some or bool(_wholes(desk, match))


def _wholes(desk: Desk, match: Match) -> list[Nominal]:
    scene = desk.scene
    after_of = [n for n in scene.inside(match.clause) if n.preposition is not None and scene.is_a(n.preposition, "of")]
    return [n for n in after_of if n.pronoun or (n.people is not None and not n.people.civilian)]


def loser(desk: Desk, match: Match, before: Before) -> tuple[Nominal, str] | None:
    """Who has losses: the subject, also troops by whose they are ("die russischen Verbände"), and its country."""
    scene = desk.scene
    top = subject(scene, match.clause)
    if top is not None and top.actor is not None and (power := scene.power(top.actor.actor)) is not None:
        return top, power
    if match.clause.kind is ClauseKind.RELATIVE:
        return None
    for nominal in scene.inside(match.clause):
        free = nominal.preposition is None and not nominal.pronoun and not is_genitive(scene, nominal)
        if not free or (nominal.cases and "nom" not in nominal.cases):
            continue
        troops = nominal.people is not None and not nominal.people.civilian
        power = seated(scene, nominal) or (owner(scene, nominal) if troops else None)
        if power is None and troops and nominal.determiner is not None:
            power = people_before(scene, nominal.first) or sent_before(desk, nominal.head, before)
        if power is not None:
            return nominal, power
    return None


def both_sides(desk: Desk, match: Match) -> tuple[Nominal, tuple[str, ...]] | None:
    """ "Beide Armeen": the two states that the sentence before speaks of, nobody where it speaks of more or fewer."""
    scene = desk.scene
    sides = (n for n in scene.inside(match.clause) if n.preposition is None and n.lemma in scene.words.jobs["forces"])
    top = next((n for n in sides if any(scene.is_a(p, "both") for p in range(n.first, n.head))), None)
    if top is None:
        return None
    number = scene.sentence_of(match.at).number
    near = [n for s in scene.nominals[max(number - 1, 0) : number + 1] for n in s if n.head < top.first]
    named = [scene.power(n.actor.actor) for n in near if n.actor is not None]
    named += [n.place.place.country for n in near if n.place is not None]
    states = tuple(dict.fromkeys(one for one in named if one is not None))
    return top, states if len(states) == 2 else ()


def mourner(desk: Desk, match: Match) -> str | None:
    """ "bezifferte die eigenen Verluste auf …", "hat 300 Gefallene zu beklagen": those of the subject."""
    scene = desk.scene
    own = any(scene.is_a(p, "own") for p in scene.own_tokens(match.clause))
    mourns = match.clause.lemma in scene.words.jobs["mourn"]
    if not own and not mourns:
        return None
    top = subject(scene, match.clause)
    return scene.power(top.actor.actor) if top is not None and top.actor is not None else None
