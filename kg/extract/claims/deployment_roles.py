"""The roles of a deployment: sender, people, host, from the words around a verb, a noun or a participle."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.claimants import voices
from kg.extract.claims.deployment_hosts import hosted, reached, told_place
from kg.extract.claims.deployment_senders import (
    by_agent,
    by_speaker,
    demonstrative,
    intended,
    left,
    moves_guests,
    others,
    own,
    own_people,
    sent_by,
    source,
    strange_subject,
    told_before,
)
from kg.extract.claims.drafts import Desk
from kg.extract.claims.frames import How, Match, chain_after
from kg.extract.claims.location import Where, where
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.people import Found, deployed, extent, is_known, names_people, of_others, of_things
from kg.extract.claims.slots import owner, subject
from kg.extract.claims.standins import standin
from kg.lang.deployment import DeploymentRow, People
from kg.lang.frames import Need
from kg.model import Clause

__all__ = ["Roles", "noun_roles", "verb_roles"]


_FAR = 6
"""Sentences in which an article still speaks of the same soldiers."""


class Roles(NamedTuple):
    """What a match tells of a deployment."""

    people: Nominal | None
    sender: str | None
    where: Where
    positions: tuple[int, ...]
    explicit: bool
    placed: bool
    """Whether the words themselves name a country, a place or a war."""
    others: tuple[str, ...] = ()
    """Who sends besides the sender ("Polen und Litauen schicken …")."""
    open: bool = False
    """Whether the host is left to the reader, and no deployment of the sender told before has one."""


def verb_roles(desk: Desk, match: Match, row: DeploymentRow, found: list[Found]) -> Roles | None:
    """The roles of a deployment that a verb tells of; None where nobody is deployed.

    `found`: the deployments told before, which lend their roles to phrases such as "diese Soldaten".
    """
    scene, clause = desk.scene, match.clause
    inside = scene.inside(clause)
    if row.people is People.NONE:
        return _same_again(desk, match, inside, found)
    people = deployed(desk, clause, inside, row, found) or standin(desk, clause, inside, found)
    if people is None and (row.aids or not _pronoun(desk, clause, inside, found)):
        return None
    top = subject(scene, clause)
    place = told_place(desk, clause, inside, row, (top, people))
    sender = _verb_sender(desk, match, row, people, place, found)
    place = reached(desk, match, place, sender, found)
    if row.hosts and place.host is None and not clause.passive:
        place = place._replace(host=sent_by(desk, top, people) or by_speaker(desk, match))
    if row.leaves:
        sender = left(desk, inside, place, match.at) or sender
    positions = [match.at, *clause.verbs, *place.positions]
    positions += [p for n in (people, top) if n is not None for p in extent(n)]
    explicit = sender is not None and place.host is not None
    placed = place.host is not None or place.theatre or place.front
    roles = Roles(people, sender, place, tuple(positions), explicit, placed, others(desk, (people, top), sender))
    return _hosted(roles, found)


def _same_again(desk: Desk, match: Match, inside: tuple[Nominal, ...], found: list[Found]) -> Roles | None:
    """The roles of the deployment that "er" or "sie" means ("Er sei von ganz oben befohlen worden"): the last one, told
    by a noun at most one sentence before."""
    scene, clause = desk.scene, match.clause
    top = next((n for n in inside if n.preposition is None), None)
    if not found or not clause.passive or top is None or not top.pronoun or "nom" not in top.cases:
        return None
    last = found[-1]
    number = scene.sentence_of(clause.first).number
    near = last.core.start >= scene.text.sentences[max(number - 1, 0)].start
    if not near or not any(
        last.core == scene.text.tokens[n.head].span for s in scene.nominals[number - 1 : number] for n in s
    ):
        return None
    same = Where(last.claim.host, (), False, ())
    positions = (top.first, match.at, *clause.verbs)
    return Roles(None, last.claim.sender, same, positions, False, True, open=last.open)


def _hosted(roles: Roles, found: list[Found]) -> Roles:
    where, is_open = hosted(roles.where, roles.sender, found)
    return roles._replace(where=where, open=is_open)


def _verb_sender(
    desk: Desk, match: Match, row: DeploymentRow, people: Nominal | None, place: Where, found: list[Found]
) -> str | None:
    """Who sends: whose the people are, the subject of a verb of sending, a source, whoever was told before."""
    scene, clause = desk.scene, match.clause
    sender = owner(scene, people) if people is not None else None
    if Need.TOLD in row.needs:
        return sender or told_before(desk, found, None, match.at)
    acting = sent_by(desk, subject(scene, clause), people) if not clause.passive else None
    acting = acting or by_speaker(desk, match)
    caused = people is None and row.people is People.SUBJECT
    if sender is None and row.sends and not caused and not demonstrative(desk, people):
        sender = acting
    if sender is None and own_people(desk, people) and not moves_guests(acting, place, found):
        sender = acting
    if sender is None and not (people is not None and of_others(desk, people)):
        sender = source(desk, scene.inside(clause))
        known = found or Need.FOREIGN not in row.needs
        if sender is None and known and not (row.people is People.OBJECT and strange_subject(desk, clause, people)):
            sender = told_before(desk, found, None, match.at)
    return sender or (acting if people is not None and row.people is People.OBJECT else None)


def _pronoun(desk: Desk, clause: Clause, inside: tuple[Nominal, ...], found: list[Found]) -> bool:
    """Whether a pronoun of the clause takes up the people of a claim made at most two sentences before."""
    scene = desk.scene
    pronouns = [n for n in inside if n.pronoun and (n.preposition is None or scene.is_a(n.preposition, "of"))]
    first = scene.sentence_of(clause.first).first
    bare = [p for p in range(clause.first, min(clause.first + 2, clause.last)) if scene.is_a(p, "this")]
    if not found or not (bare or any(n.lemma in scene.words.jobs["they"] for n in pronouns)):
        return False
    sentence = scene.text.sentence_at(first)
    earliest = scene.text.sentences[max(sentence.number - 2, 0)].start
    return found[-1].core.start >= earliest


def noun_roles(desk: Desk, match: Match, row: DeploymentRow, found: list[Found]) -> Roles | None:
    """The roles of a deployment that a noun or a participle before one tells of; None where nobody is deployed."""
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    chain = chain_after(scene, noun)
    itself = match.how is How.PARTICIPLE or row.bare
    people = noun if itself else next((n for n in chain if _can_go(desk, row, n, found)), None)
    if _is_of_nobody(desk, people if itself else None, chain, found):
        return None
    sender = (owner(scene, people) if people is not None else None) or owner(scene, noun)
    whose = noun if row.people is People.NONE else people
    if match.how is How.PARTICIPLE:
        sender = sender or source(desk, tuple(_inside_phrase(scene.inside(match.clause), noun)))
    sender = sender or own(desk, whose, match.clause) or intended(desk, match, people)
    bare = sender is None and people is None
    if people is None and row.people is not People.NONE and not _implied(desk, match, found, bare=bare):
        return None
    place = where(scene, [noun, *chain] if match.how is How.NOUN else _inside_phrase(scene.inside(match.clause), noun))
    around = _where_told(desk, match, row, (sender, place), found)
    explicit = sender is not None and place.host is not None and not row.bare
    explicit, place = explicit or around is not None, around or place
    placed = place.host is not None or place.theatre or (row.bare and (place.front or _denied(desk, noun)))
    sender = sender or _noun_sender(desk, match, people, found)
    positions = [match.at, noun.first, *place.positions, *(extent(people) if people is not None else ())]
    positions += match.clause.verbs if around is not None else ()
    top = subject(scene, match.clause)
    roles = Roles(people, sender, place, tuple(positions), explicit, placed, others(desk, (people, noun, top), sender))
    stays = row.joins and people is not None and place.host is None
    return roles if stays else _hosted(roles, found)


def _where_told(
    desk: Desk, match: Match, row: DeploymentRow, roles: tuple[str | None, Where], found: list[Found]
) -> Where | None:
    """Where mere people are whose phrase does not tell it: where their clause tells of them, whatever they do there, if
    the article has told before that their sender's people are in that country."""
    scene, clause, (sender, place) = desk.scene, match.clause, roles
    if not row.bare or place.host is not None or sender is None:
        return None
    around = where(scene, [n for n in scene.inside(clause) if n != match.nominal])
    stop = ("withdraw", "hurt", "ought", "no")
    leaves = any(scene.is_a(p, word) for p in scene.own_tokens(clause) for word in stop)
    known = any((f.claim.sender, f.claim.host) == (sender, around.host) for f in found)
    return around if known and around.host is not None and not leaves else None


def _is_of_nobody(desk: Desk, itself: Nominal | None, chain: list[Nominal], found: list[Found]) -> bool:
    """Whether things are deployed, or nobody of whom that can be told."""
    if itself is not None:
        return not (names_people(desk, itself) or _is_told_of(desk, itself, chain, found))
    return of_things(desk.scene, chain)


def _is_told_of(desk: Desk, natives: Nominal, chain: list[Nominal], found: list[Found]) -> bool:
    """Whether "die Nordkoreaner in Russland" are those of a deployment, and no other people of their country there."""
    host = where(desk.scene, [natives, *chain]).host
    return is_known(desk, natives, found) and any(f.claim.host == host or host is None for f in found)


def _noun_sender(desk: Desk, match: Match, people: Nominal | None, found: list[Found]) -> str | None:
    """Whoever was told before, or the subject of a clause that is not about the deeds of others."""
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    if (sender := by_agent(desk, noun)) is not None:
        return sender
    told = None if of_others(desk, people or noun) else told_before(desk, found, None, match.at)
    if told is not None or people is None or match.clause.lemma in scene.words.jobs["of-others"]:
        return told
    return sent_by(desk, subject(scene, match.clause), people)


def _can_go(desk: Desk, row: DeploymentRow, nominal: Nominal, found: list[Found]) -> bool:
    return names_people(desk, nominal) or (not row.joins and is_known(desk, nominal, found))


def _implied(desk: Desk, match: Match, found: list[Found], *, bare: bool) -> bool:
    """Whether a noun without people means soldiers: "die militärische Präsenz", or one that was told before; who means
    to send is taken to send the soldiers of whom the article speaks."""
    noun = match.nominal
    assert noun is not None
    assert isinstance(match.row, DeploymentRow)
    if match.row.joins and any(n.actor is not None for n in chain_after(desk.scene, noun)):
        return False
    if not bare and any(n.people is not None and n.people.personnel for n in _near(desk, noun)):
        return True
    if any(desk.scene.is_a(p, "military") for p in range(noun.first, noun.head)):
        return True
    return bool(found) and (noun.determiner is not None if bare else True)


def _near(desk: Desk, noun: Nominal) -> list[Nominal]:
    number = desk.scene.sentence_of(noun.first).number
    return [n for s in desk.scene.nominals[max(number - _FAR, 0) : number + 1] for n in s if n.head < noun.first]


def _denied(desk: Desk, noun: Nominal) -> bool:
    """Whether somebody denies the reports on these people."""
    return any(voice.denies for voice in voices(desk.scene, desk.scene.text.span(noun.first, noun.last)))


def _inside_phrase(inside: tuple[Nominal, ...], noun: Nominal) -> list[Nominal]:
    return [n for n in inside if noun.first <= n.first < noun.head or (noun.attached and n.last == noun.first)]
