"""The roles of a deployment: sender, people, host, from the words around a verb, a noun or a participle."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.claimants import voices
from kg.extract.claims.context import forces_before, land_before
from kg.extract.claims.drafts import Desk
from kg.extract.claims.frames import How, Match, chain_after
from kg.extract.claims.location import Where, where
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.people import Found, deployed, extent, names_people, of_others, of_things
from kg.extract.claims.slots import owner, seated, subject
from kg.lang.deployment import DeploymentRow, People
from kg.lang.frames import Need
from kg.model import Clause

__all__ = ["Roles", "noun_roles", "verb_roles"]


class Roles(NamedTuple):
    """What a match tells of a deployment."""

    people: Nominal | None
    sender: str | None
    where: Where
    positions: tuple[int, ...]
    explicit: bool
    placed: bool
    """Whether the words themselves name a country, a place or a war."""


def verb_roles(desk: Desk, match: Match, row: DeploymentRow, found: list[Found]) -> Roles | None:
    """The roles of a deployment that a verb tells of; None where nobody is deployed.

    `found`: the deployments told before, which lend their roles to phrases such as "diese Soldaten".
    """
    scene, clause = desk.scene, match.clause
    inside = scene.inside(clause)
    people = deployed(desk, clause, inside, row, found)
    if people is None and not _pronoun(desk, clause, inside, found):
        return None
    top = subject(scene, clause)
    place = where(scene, inside)
    if place.host is None and any(scene.is_a(p, "there-place") for p in scene.own_tokens(clause)):
        place = place._replace(here=True)
    sender = _verb_sender(desk, match, row, people, place, found)
    if row.hosts and place.host is None and not clause.passive:
        place = place._replace(host=_sender(desk, top, people))
    elif place.here:
        place = place._replace(host=_last_host(found, sender) or land_before(scene, match.at, other_than=sender))
    if row.leaves:
        sender = _left(desk, inside, place, match.at) or sender
    host = place.host if place.host is not None or place.theatre else _last_host(found, sender)
    positions = [match.at, *clause.verbs, *place.positions]
    positions += [p for n in (people, top) if n is not None for p in extent(n)]
    explicit = sender is not None and place.host is not None
    placed = place.host is not None or place.theatre
    return Roles(people, sender, place._replace(host=host), tuple(positions), explicit, placed)


def _verb_sender(
    desk: Desk, match: Match, row: DeploymentRow, people: Nominal | None, place: Where, found: list[Found]
) -> str | None:
    """Who sends: whose the people are, the subject of a verb of sending, a source, whoever was told before."""
    scene, clause = desk.scene, match.clause
    sender = owner(scene, people) if people is not None else None
    acting = _sender(desk, subject(scene, clause), people) if not clause.passive else None
    if sender is None and row.sends and not _demonstrative(desk, people):
        sender = acting
    if sender is None and _own_people(desk, people) and acting != place.host:
        sender = acting
    if sender is None and not (people is not None and of_others(desk, people)):
        sender = _source(desk, scene.inside(clause))
        if sender is None and (found or Need.FOREIGN not in row.needs):
            sender = _context(desk, found, None, match.at)
    return sender or (acting if people is not None and row.people is People.OBJECT else None)


def _demonstrative(desk: Desk, people: Nominal | None) -> bool:
    return people is not None and people.determiner is not None and desk.scene.is_a(people.determiner, "this")


def _own_people(desk: Desk, people: Nominal | None) -> bool:
    """Whether people are new and nobody's, so that they are the subject's ("stationierte 1100 Soldaten in …")."""
    return people is not None and people.determiner is None and not of_others(desk, people)


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


def _sender(desk: Desk, top: Nominal | None, people: Nominal | None) -> str | None:
    if top is None or top is people:
        return None
    named = desk.scene.power(top.actor.actor) if top.actor is not None else None
    return named or seated(desk.scene, top)


def _source(desk: Desk, inside: tuple[Nominal, ...]) -> str | None:
    """ "aus Nordkorea", "von Nordkorea" as agent."""
    for nominal in inside:
        if nominal.preposition is None or nominal.actor is None or nominal.people is not None:
            continue
        if desk.scene.text.tokens[nominal.last].tag in {"ADJA", "VVPP"} and any(n.first > nominal.last for n in inside):
            continue
        if nominal.attached and _is_source(desk, inside, nominal):
            continue
        if desk.scene.is_a(nominal.preposition, "agent") or desk.scene.is_a(nominal.preposition, "source"):
            return desk.scene.power(nominal.actor.actor)
    return None


def _left(desk: Desk, inside: tuple[Nominal, ...], place: Where, position: int) -> str | None:
    """The country that is left: named, or "das Land", the state named last before."""
    scene = desk.scene
    for nominal in inside:
        if nominal.preposition is None and nominal.actor is not None and scene.power(nominal.actor.actor) != place.host:
            return scene.power(nominal.actor.actor)
    named = [n for s in scene.nominals for n in s if n.head < position and n.actor is not None]
    powers = [scene.power(n.actor.actor) for n in named if n.actor is not None]
    return next((p for p in reversed(powers) if p is not None and p != place.host), None)


def _is_source(desk: Desk, inside: tuple[Nominal, ...], nominal: Nominal) -> bool:
    """ "nach Angaben aus Paris": where the news comes from, not the people."""
    before = [n for n in inside if n.last <= nominal.first]
    return bool(before) and before[-1].lemma in desk.signs.nouns


def _context(desk: Desk, found: list[Found], sender: str | None, position: int) -> str | None:
    """The sender of the last deployment of the article, or whose people it has named last."""
    if sender is not None or found:
        return sender if sender is not None else found[-1].claim.sender
    scene = desk.scene
    named = [n for s in scene.nominals for n in s if n.head < position and names_people(desk, n)]
    whose = next((one for n in reversed(named) if (one := owner(scene, n)) is not None), None)
    return whose or forces_before(scene, position)


def _last_host(found: list[Found], sender: str | None) -> str | None:
    """The host of the last deployment with the same sender."""
    return next((f.claim.host for f in reversed(found) if f.claim.sender == sender), None)


def noun_roles(desk: Desk, match: Match, row: DeploymentRow, found: list[Found]) -> Roles | None:
    """The roles of a deployment that a noun or a participle before one tells of; None where nobody is deployed."""
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    chain = chain_after(scene, noun)
    if match.how is How.NOUN and not row.bare and of_things(scene, chain):
        return None
    itself = match.how is How.PARTICIPLE or row.bare
    people = noun if itself else next((n for n in chain if names_people(desk, n)), None)
    if match.how is How.PARTICIPLE and not names_people(desk, noun):
        return None
    if people is not None and people is not noun and owner(scene, people) is None and not found:
        sender = owner(scene, noun)
    else:
        sender = (owner(scene, people) if people is not None else None) or owner(scene, noun)
    sender = sender or _own(desk, people, match.clause)
    bare = sender is None and people is None
    if people is None and row.people is not People.NONE and not _implied(desk, noun, found, bare=bare):
        return None
    place = where(scene, [noun, *chain] if match.how is How.NOUN else _inside_phrase(scene.inside(match.clause), noun))
    explicit = sender is not None and place.host is not None and not row.bare
    placed = place.host is not None or place.theatre or (row.bare and _denied(desk, noun))
    if sender is None and not of_others(desk, people or noun):
        sender = _context(desk, found, None, match.at)
    if sender is None and people is not None and match.clause.lemma not in scene.words.jobs["of-others"]:
        sender = _sender(desk, subject(scene, match.clause), people)
    host = place.host if place.host is not None or place.theatre else _last_host(found, sender)
    positions = [match.at, noun.first, *place.positions, *(extent(people) if people is not None else ())]
    return Roles(people, sender, place._replace(host=host), tuple(positions), explicit, placed)


def _implied(desk: Desk, noun: Nominal, found: list[Found], *, bare: bool) -> bool:
    """Whether a noun without people means soldiers: "die militärische Präsenz", or one that was told before."""
    if any(desk.scene.is_a(p, "military") for p in range(noun.first, noun.head)):
        return True
    return bool(found) and (noun.determiner is not None if bare else True)


def _denied(desk: Desk, noun: Nominal) -> bool:
    """Whether somebody denies the reports on these people."""
    return any(voice.denies for voice in voices(desk.scene, desk.scene.text.span(noun.first, noun.last)))


def _own(desk: Desk, people: Nominal | None, clause: Clause) -> str | None:
    """ "eigener Soldaten": those of the subject."""
    if people is None or not any(desk.scene.is_a(p, "own") for p in range(people.first, people.head)):
        return None
    return _sender(desk, subject(desk.scene, clause), people)


def _inside_phrase(inside: tuple[Nominal, ...], noun: Nominal) -> list[Nominal]:
    return [n for n in inside if noun.first <= n.first < noun.head]
