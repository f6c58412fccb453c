"""The roles of a deployment that a verb tells of: sender, people, host, from the words around it."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.common.strangers import of_nobody, of_others
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.helpers import helper
from kg.extract.claims.deployments.hosts import beside_host, reached, told_place
from kg.extract.claims.deployments.joining import joining
from kg.extract.claims.deployments.mixed import guests_among
from kg.extract.claims.deployments.movers import mover
from kg.extract.claims.deployments.people import deployed, extent, names_people
from kg.extract.claims.deployments.roles import Roles, with_host
from kg.extract.claims.deployments.senders import (
    by_speaker,
    considering,
    demonstrative,
    moves_guests,
    others,
    own,
    own_people,
    sent_by,
    source,
    strange_subject,
)
from kg.extract.claims.deployments.senders_before import by_pronoun, by_regime, left, told_before
from kg.extract.claims.deployments.served import used_by
from kg.extract.claims.deployments.standins import of_whom, put_at, shared, standin
from kg.extract.claims.deployments.training import trained_by
from kg.extract.claims.deployments.wars import war_zone
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.location import Where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner, subject
from kg.lang.deployment import DeploymentRow, People
from kg.lang.frames import Need
from kg.model import Clause, ClauseKind

__all__ = ["verb_roles"]

_ARMY = 100_000
_CHAIN = 6
"""Sentences that may go on with "sie" for the same people."""


def verb_roles(desk: Desk, match: Match, row: DeploymentRow, found: list[Found]) -> Roles | None:
    """The roles of a deployment that a verb tells of; None where nobody is deployed.

    `found`: the deployments told before, which lend their roles to phrases such as "diese Soldaten".
    """
    scene, clause = desk.scene, match.clause
    inside = scene.inside(clause)
    if row.people is People.NONE:
        return (joining if row.joins else _same_again)(desk, match, inside, found)
    people = of_whom(desk, clause, inside) or deployed(desk, clause, inside, row, found)
    people = put_at(desk, clause, people, row.after)
    people = people or (standin(desk, clause, inside, found) if not row.hosts else None)
    people = people or (shared(desk, clause, found) if clause.passive or row.people is People.SUBJECT else None)
    if people is None and (row.aids or row.hosts or not _pronoun(desk, clause, inside, found)):
        return None
    if not row.sends and any(scene.is_a(p, "caught") for p in scene.own_tokens(clause)):
        return None
    top = subject(scene, clause)
    place = trained_by(desk, clause, top, people, told_place(desk, clause, inside, row, (top, people)))
    place = _where_told(place, row, people, found)
    place = used_by(desk, clause, row, people, place, _hosts(desk, people, found))
    sender = _verb_sender(desk, match, row, people, place, found) if not _of_nobody(desk, people) else None
    if row.after and _is_army(desk, row, top, people, sender):
        return None
    there = reached(desk, match, place, sender, found)
    place = war_zone(scene, inside, beside_host(desk, clause, there, sender, found), sender, found)
    if row.hosts and place.host is None and not clause.passive:
        place = place._replace(host=sent_by(desk, top, people) or by_speaker(desk, match))
        if place.host is None and not place.here:
            return None
    if row.leaves:
        sender = left(desk, inside, place, match.at) or sender
    positions = [match.at, *clause.verbs, *place.positions]
    positions += [p for n in (people, top) if n is not None for p in extent(n)]
    explicit = sender is not None and place.host is not None
    placed = place.host is not None or there.theatre or place.front
    roles = Roles(
        people, sender, place, tuple(positions), explicit, placed, others(desk, clause, (people, top), sender)
    )
    return with_host(roles, found)


def _where_told(place: Where, row: DeploymentRow, people: Nominal | None, found: list[Found]) -> Where:
    """A place without that in which somebody counts those told before ("In Kiew rechnet man mit 900 weiteren")."""
    away = bool(found) and place.host is not None and place.host != found[-1].claim.host is not None
    before = people is not None and bool(place.positions) and max(place.positions) < people.first
    return Where(None, (), False, ()) if row.after and Need.TOLD in row.needs and away and before else place


def _hosts(desk: Desk, people: Nominal | None, found: list[Found]) -> frozenset[str | None]:
    """Where the article has the owner's people."""
    whose = owner(desk.scene, people) if people is not None else None
    return frozenset(f.claim.host for f in found if f.claim.sender == whose and f.claim.host is not None)


def _is_army(desk: Desk, row: DeploymentRow, top: Nominal | None, people: Nominal | None, sender: str | None) -> bool:
    """Whether the forces of somebody else are counted ("die Bundeswehr zählt …"), or more than are ever sent."""
    number = people.quantity if people is not None else None
    if number is not None and max(number.number or 0, number.minimum or 0) > _ARMY:
        return True
    power = sent_by(desk, top, people) if row.people is People.SUBJECT else None
    return power is not None and sender is not None and power != sender


def _of_nobody(desk: Desk, people: Nominal | None) -> bool:
    """Whether the words tell only that people are foreign ("westliche Soldaten")."""
    return people is not None and of_nobody(desk, people) and _possessor(desk, people) is None


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


def _verb_sender(
    desk: Desk, match: Match, row: DeploymentRow, people: Nominal | None, place: Where, found: list[Found]
) -> str | None:
    """Who sends: whose the people are, the subject of a verb of sending, a source, whoever was told before."""
    scene, clause = desk.scene, match.clause
    sender = _possessor(desk, people) if people is not None else None
    if Need.TOLD in row.needs:
        sender = sender or _grown(desk, match, people)
        return sender or told_before(desk, found, None, match.at)
    top = subject(scene, clause)
    acting = by_regime(desk, top, place.host, found) or sent_by(desk, top, people) if not clause.passive else None
    acting = acting or by_speaker(desk, match) or (by_pronoun(desk, clause, people) if row.sends else None)
    acting = None if row.hosts and not row.leaves else acting  # who gets people does not send them
    sender = _acting_sender(desk, row, people, (sender, acting), found)
    mixed = bool(guests_among(desk, people, place.host))
    if sender is None and own_people(desk, people) and (mixed or not moves_guests(acting, place, found)):
        sender = acting
    if sender is None and own_people(desk, people):
        sender = considering(desk, clause, people)
    if sender is None and not found and row.people is People.SUBJECT:
        sender = helper(desk, people, clause, place.host)
    sender = sender or _told_sender(desk, match, row, people, place, found)
    sender = sender or (acting if people is not None and row.people is People.OBJECT else None)
    return mover(desk, match, row, people, (sender, place.host)) or sender


def _acting_sender(
    desk: Desk, row: DeploymentRow, people: Nominal | None, known: tuple[str | None, str | None], found: list[Found]
) -> str | None:
    """Who sends, where it is who acts; `known`: whose the people are by their own words, and who acts."""
    sender, acting = known
    if row.sends and acting is not None and people is not None and people.people is not None and people.people.of:
        sender = acting if sender == people.people.of else sender
    caused = people is None and row.people is People.SUBJECT
    if sender is None and row.sends and not caused and not demonstrative(desk, people):
        sender = acting
    if people is None and row.people is People.OBJECT and found and acting == sender is not None:
        sender = found[-1].claim.sender or sender
    return sender


def _told_sender(
    desk: Desk, match: Match, row: DeploymentRow, people: Nominal | None, place: Where, found: list[Found]
) -> str | None:
    """Who sends people of whom the clause itself does not tell it: a source, or whoever was told before."""
    scene, clause = desk.scene, match.clause
    if people is not None and of_others(desk, people):
        return None
    sender = source(desk, scene.inside(clause))
    sender = None if sender is not None and not row.sends and _is_guests_host(clause, sender, found) else sender
    known = _goes_on(desk, row, people, found)
    if sender is None and known and not (row.people is People.OBJECT and strange_subject(desk, clause, people)):
        sender = told_before(desk, found, None, min(match.at, people.first) if people is not None else match.at)
        sender = sender if sender != place.host or found else None
    return sender


def _goes_on(desk: Desk, row: DeploymentRow, people: Nominal | None, found: list[Found]) -> bool:
    """Whether people of whom nothing tells whose they are can be those told before: no civilians, none of somebody's
    "own"."""
    if people is None:
        return bool(found) or Need.FOREIGN not in row.needs
    if any(desk.scene.is_a(p, "own") for p in range(people.first, people.head)):
        return False
    anybody = people.people is not None and people.people.civilian and not names_people(desk, people)
    return not anybody and (bool(found) or Need.FOREIGN not in row.needs)


def _is_guests_host(clause: Clause, agent: str, found: list[Found]) -> bool:
    """Whether the agent of a passive only uses those who were sent there ("von der Armee dort eingesetzt")."""
    last = found[-1].claim if found else None
    return clause.passive and last is not None and last.host == agent != last.sender


def _grown(desk: Desk, match: Match, people: Nominal | None) -> str | None:
    """Whose the body is that grows to a number of people ("das russische Kontingent in Mali ist auf 900 Soldaten
    gewachsen")."""
    scene = desk.scene
    bodies = [n for n in scene.inside(match.clause) if n != people and n.preposition is None and n.people is not None]
    return next((whose for n in bodies if (whose := owner(scene, n)) is not None), None)


def _possessor(desk: Desk, people: Nominal) -> str | None:
    """Whose people are by their own words, "seine" among them."""
    clause = desk.scene.clause_at(people.head)
    return owner(desk.scene, people) or (own(desk, people, clause) if clause is not None else None)


def _pronoun(desk: Desk, clause: Clause, inside: tuple[Nominal, ...], found: list[Found]) -> bool:
    """Whether a pronoun of the clause takes up the people of a claim made at most two sentences before."""
    scene = desk.scene
    if clause.kind is ClauseKind.INFINITIVE and clause.parent is not None:
        inside = (*inside, *scene.inside(scene.text.clauses[clause.parent]))
    pronouns = [n for n in inside if n.pronoun and (n.preposition is None or scene.is_a(n.preposition, "of"))]
    first = scene.sentence_of(clause.first).first
    opening = range(clause.first, min(clause.first + 2, clause.last))
    bare = [p for p in opening if scene.is_a(p, "this") and scene.text.tokens[p].tag != "PDAT"]
    if not found or not (bare or any(n.lemma in scene.words.jobs["they"] for n in pronouns)):
        return False
    sentence = scene.text.sentence_at(first)
    if any(scene.has(one, "caught") for one in scene.text.sentences[max(sentence.number - 1, 0) : sentence.number + 1]):
        return False
    return found[-1].core.start >= scene.text.sentences[_reach(scene, sentence.number)].start


def _reach(scene: Scene, number: int) -> int:
    """The number of the sentence up to which "sie" reaches back: two, or more over sentences that go on with it."""
    last = number - 1
    while last > max(number - _CHAIN, 0) and any(_is_they(scene, n) for n in scene.nominals[last]):
        last -= 1
    return max(min(last, number - 2), 0)


def _is_they(scene: Scene, nominal: Nominal) -> bool:
    return nominal.pronoun and nominal.preposition is None and scene.is_a(nominal.head, "they-all")
