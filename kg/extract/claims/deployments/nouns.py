"""The roles of a deployment that a noun or a participle before one tells of."""

from __future__ import annotations

from kg.extract.claims.common.claimants import voices
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.common.strangers import of_others, of_things
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.hosts import handed, reached
from kg.extract.claims.deployments.movers import intended
from kg.extract.claims.deployments.natives import at_war, is_known
from kg.extract.claims.deployments.needs import is_of_goods
from kg.extract.claims.deployments.people import extent, names_people
from kg.extract.claims.deployments.roles import Roles, with_host
from kg.extract.claims.deployments.senders import by_agent, for_land, others, own, sent_by, source, thanked
from kg.extract.claims.deployments.senders_before import told_before
from kg.extract.claims.deployments.served import given_forces
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.location import Where, where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner, subject
from kg.lang.deployment import DeploymentRow, People

__all__ = ["noun_roles"]

_NEAR = 3
"""Sentences in which "eine Beteiligung" is one in what was told last."""
_FAR = 6
"""Sentences in which an article still speaks of the same soldiers."""


def noun_roles(desk: Desk, match: Match, row: DeploymentRow, found: list[Found]) -> Roles | None:
    """The roles of a deployment that a noun or a participle before one tells of; None where nobody is deployed."""
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    chain = _before_talks(desk, chain_after(scene, noun))
    itself = match.how is How.PARTICIPLE or row.bare
    people = noun if itself else next((n for n in chain if _can_go(desk, row, n, found)), None)
    if _is_of_nobody(desk, people if itself else None, chain, found) or _is_aim(desk, match):
        return None
    sender = (owner(scene, people) if people is not None else None) or owner(scene, noun)
    whose = noun if row.people is People.NONE else people
    if match.how is How.PARTICIPLE:
        sender = sender or source(desk, tuple(_inside_phrase(scene.inside(match.clause), noun)))
    sender = sender or own(desk, whose, match.clause) or intended(desk, match, people) or _taking_part(desk, match, row)
    bare = sender is None and people is None
    if people is None and row.people is not People.NONE and not _implied(desk, match, found, bare=bare):
        return None
    place = where(scene, _placing(desk, match, row, chain))
    place = _handed_inside(desk, match, noun, place)
    if match.how is How.PARTICIPLE or (place.here and not row.bare):
        place = reached(desk, match, place, sender, found)
    around = _where_told(desk, match, row, (sender, place), found)
    explicit = sender is not None and place.host is not None and (not row.bare or _is_whole(desk, noun))
    explicit, place = explicit or around is not None, around or place
    placed = place.host is not None or place.theatre or (row.bare and (place.front or _denied(desk, noun)))
    sender = sender or _noun_sender(desk, match, people, found)
    positions = [match.at, noun.first, *place.positions, *(extent(people) if people is not None else ())]
    positions += match.clause.verbs if around is not None else ()
    top = subject(scene, match.clause)
    place = _thanking(desk, match, _taken_part(desk, match, row, place, sender, found), sender)
    more = others(desk, match.clause, (people, noun, top), sender)
    roles = Roles(people, sender, place, tuple(positions), explicit, placed, more)
    stays = row.stays and people is not None and place.host is None
    return roles if stays else with_host(roles, found)


def _placing(desk: Desk, match: Match, row: DeploymentRow, chain: list[Nominal]) -> list[Nominal]:
    """What may tell where: the noun with what hangs on it, or what stands in the phrase of a participle."""
    noun = match.nominal
    assert noun is not None
    if match.how is not How.NOUN:
        return _inside_phrase(desk.scene.inside(match.clause), noun)
    return [noun._replace(preposition=None) if row.bare else noun, *chain]


def _before_talks(desk: Desk, chain: list[Nominal]) -> list[Nominal]:
    """What hangs on a noun without where somebody speaks of it ("die Entsendung bei einem Treffen in Seoul")."""
    talks = (place for place, n in enumerate(chain) if n.preposition is not None and desk.scene.is_noun(n, "talks"))
    return chain[: next(talks, len(chain))]


def _handed_inside(desk: Desk, match: Match, noun: Nominal, place: Where) -> Where:
    """A place with those to whom people are given by a participle ("die der Armee Malis überlassenen Ausbilder")."""
    if match.how is not How.PARTICIPLE or place.host is not None or place.theatre:
        return place
    inner = tuple(_inside_phrase(desk.scene.inside(match.clause), noun))
    return given_forces(desk.scene, inner, handed(desk.scene, inner, place), (noun,), aids=False)


def _is_aim(desk: Desk, match: Match) -> bool:
    """Whether a noun only tells what people are trained for ("auf den Einsatz vorbereitet")."""
    noun = match.nominal
    aim = noun is not None and noun.preposition is not None and match.how is How.NOUN
    bare = isinstance(match.row, DeploymentRow) and match.row.bare
    return aim and not bare and any(match.clause.lemma in desk.scene.words.jobs[job] for job in ("train", "ready"))


def _taken_part(
    desk: Desk, match: Match, row: DeploymentRow, place: Where, sender: str | None, found: list[Found]
) -> Where:
    """The host of "eine Beteiligung" that names none: that of what somebody else does, told right before."""
    if not row.joins or place.host is not None or place.theatre or not found or match.clause.passive:
        return place
    last, number = found[-1], desk.scene.sentence_of(match.at).number
    near = last.core.start >= desk.scene.text.sentences[max(number - _NEAR, 0)].start
    own = {f.claim.host for f in found if f.claim.sender == sender} | {sender}
    return place._replace(host=last.claim.host) if near and last.claim.host not in own and len(own) == 1 else place


def _thanking(desk: Desk, match: Match, place: Where, sender: str | None) -> Where:
    """The host of what somebody is thanked for, where the words name none: who thanks."""
    if place.host is not None or place.theatre or match.clause.lemma not in desk.scene.words.jobs["thank"]:
        return place
    power = sent_by(desk, subject(desk.scene, match.clause), None) if not match.clause.passive else None
    return place._replace(host=power) if power not in {None, sender} else place


def _where_told(
    desk: Desk, match: Match, row: DeploymentRow, roles: tuple[str | None, Where], found: list[Found]
) -> Where | None:
    """Where mere people are whose phrase does not tell it: where their clause tells of them, whatever they do there, if
    the article has told before that their sender's people are in that country."""
    scene, clause, (sender, place) = desk.scene, match.clause, roles
    if not row.bare or place.host is not None or sender is None or match.nominal is None:
        return None
    if match.nominal.people is None and not at_war(scene, match.nominal):
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
    told = any(f.claim.host == host or host is None for f in found) or at_war(desk.scene, natives)
    return is_known(desk, natives, found) and told


def _noun_sender(desk: Desk, match: Match, people: Nominal | None, found: list[Found]) -> str | None:
    """Whoever was told before, or the subject of a clause that is not about the deeds of others."""
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    if (sender := by_agent(desk, noun) or for_land(desk, match.clause) or thanked(desk, match.clause)) is not None:
        return sender
    if people is not None and of_others(desk, people):
        return None
    told = None if of_others(desk, people or noun) else told_before(desk, found, None, match.at)
    of_others_here = match.clause.lemma in scene.words.jobs["of-others"] or _is_sign(desk, noun)
    if told is not None or people is None or of_others_here:
        return told
    return sent_by(desk, subject(scene, match.clause), people)


def _is_sign(desk: Desk, noun: Nominal) -> bool:
    """ "hat Hinweise auf eine Entsendung": what somebody knows of it is no deed of theirs."""
    named = desk.scene.nominals[desk.scene.sentence_of(noun.first).number]
    before = next((n for n in named if n.last == noun.first), None)
    return before is not None and before.lemma in desk.scene.words.jobs["sign"]


def _can_go(desk: Desk, row: DeploymentRow, nominal: Nominal, found: list[Found]) -> bool:
    if nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "foe"):
        return False
    return names_people(desk, nominal) or (not row.joins and is_known(desk, nominal, found))


def _implied(desk: Desk, match: Match, found: list[Found], *, bare: bool) -> bool:
    """Whether a noun without people means soldiers: "die militärische Präsenz", or one that was told before; who means
    to send is taken to send the soldiers of whom the article speaks."""
    noun = match.nominal
    assert noun is not None
    assert isinstance(match.row, DeploymentRow)
    if match.row.joins and any(n.actor is not None for n in chain_after(desk.scene, noun)):
        return _taking_part(desk, match, match.row) is not None
    if not bare and any(n.people is not None and n.people.personnel for n in _near(desk, noun)):
        return True
    if any(desk.scene.is_a(p, "military") for p in range(noun.first, noun.head)):
        return True
    more = any(desk.scene.is_a(p, "ordinal") for p in range(noun.first, noun.head))
    number = desk.scene.sentence_of(noun.first).number
    told = bool(found) and found[-1].core.start >= desk.scene.text.sentences[max(number - _NEAR, 0)].start
    some = noun.determiner is None or desk.scene.is_a(noun.determiner, "a")
    if bare and some and not told and is_of_goods(desk, number):
        return False
    return bool(found) and (noun.determiner is not None or more if bare else True)


def _taking_part(desk: Desk, match: Match, row: DeploymentRow) -> str | None:
    """Who admits or denies a part of their own in a war ("bestritt jede Beteiligung am Krieg in Mali")."""
    scene, noun = desk.scene, match.nominal
    if not row.joins or noun is None or match.clause.lemma not in scene.words.jobs["own-up"]:
        return None
    chain = chain_after(scene, noun)
    war = any(n.lemma in scene.words.jobs["war"] for n in chain)
    return sent_by(desk, subject(scene, match.clause), None) if war else None


def _near(desk: Desk, noun: Nominal) -> list[Nominal]:
    number = desk.scene.sentence_of(noun.first).number
    return [n for s in desk.scene.nominals[max(number - _FAR, 0) : number + 1] for n in s if n.head < noun.first]


def _is_whole(desk: Desk, people: Nominal) -> bool:
    """ "Von den rund 900 Russen in Mali …": all of whom a part is told."""
    at = people.preposition
    definite = people.determiner is not None and people.quantity is not None and not people.attached
    return definite and at is not None and desk.scene.is_a(at, "of")


def _denied(desk: Desk, noun: Nominal) -> bool:
    """Whether somebody denies the reports on these people."""
    return any(voice.denies for voice in voices(desk.scene, desk.scene.text.span(noun.first, noun.last)))


def _inside_phrase(inside: tuple[Nominal, ...], noun: Nominal) -> list[Nominal]:
    return [n for n in inside if noun.first <= n.first < noun.head or (noun.attached and n.last == noun.first)]
