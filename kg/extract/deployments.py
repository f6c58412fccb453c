"""Deployments: who sends how many of what people where, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.drafts import Desk, amount, date_in, judged
from kg.extract.frames import Frames, How, Match, chain_after, cover, matches
from kg.extract.nominals import Nominal
from kg.extract.slots import Where, antecedent, owner, seated, subject, where
from kg.lang.deployment import DeploymentRow, People
from kg.lang.frames import Need
from kg.model import Clause, ClauseKind, Deployment, Personnel, Place, Span

__all__ = ["Found", "deployments"]


class Found(NamedTuple):
    """A deployment and the places that it names."""

    claim: Deployment
    places: tuple[Place, ...]
    core: Span


class _Roles(NamedTuple):
    people: Nominal | None
    sender: str | None
    where: Where
    positions: tuple[int, ...]
    explicit: bool
    anaphoric: bool


def deployments(desk: Desk) -> tuple[Found, ...]:
    """The deployments of an article in the order of the text, each proposition once a sentence."""
    frames = Frames.of(desk.language.table(DeploymentRow).values())
    found: list[Found] = []
    for match in matches(desk.scene, frames):
        if isinstance(match.row, DeploymentRow) and not _taken(desk, match, found):
            found += list(_read(desk, match, match.row, found))
    return tuple(found)


def _taken(desk: Desk, match: Match, found: list[Found]) -> bool:
    """Whether a claim of the same clause has told it already (a verb and its own object noun)."""
    here = desk.scene.text.tokens[match.at].span
    return any(other.claim.evidence.overlaps(here) and match.how is not How.VERB for other in found[-4:])


def _read(desk: Desk, match: Match, row: DeploymentRow, found: list[Found]) -> Iterator[Found]:
    roles = _verb_roles(desk, match, row, found) if match.how is How.VERB else _noun_roles(desk, match, row, found)
    if roles is None or not _needs(match, row, roles):
        return
    yield from _claims(desk, match, row, roles, found)
    if roles.people is not None:
        yield from _also(desk, match, row, roles, found)


def _needs(match: Match, row: DeploymentRow, roles: _Roles) -> bool:
    at_home = roles.sender is not None and roles.sender == roles.where.host
    tests = {
        Need.PLACE: roles.where.host is not None or roles.where.theatre,
        Need.NUMBER: roles.people is not None and roles.people.quantity is not None,
        Need.FOREIGN: roles.sender is not None and not at_home,
    }
    if at_home and not (row.sends or match.how is How.VERB):
        return False
    return all(tests.get(need, True) for need in row.needs)


def _verb_roles(desk: Desk, match: Match, row: DeploymentRow, found: list[Found]) -> _Roles | None:
    scene, clause = desk.scene, match.clause
    inside = scene.inside(clause)
    people = _people(desk, clause, inside, row)
    anaphoric = people is None or _is_anaphoric(desk, people)
    if people is None and not _pronoun(desk, clause, inside, found):
        return None
    top = subject(scene, clause)
    sender = owner(scene, people) if people is not None else None
    place = where(scene, inside)
    if sender is None and row.sends and not clause.passive and not _demonstrative(desk, people):
        sender = _sender(desk, top, people)
    if sender is None:
        sender = _source(desk, inside) or _context(found, sender, scene.text.tokens[match.at].start)
    if sender is None and people is not None and row.people is People.OBJECT and top is not None and not clause.passive:
        sender = _sender(desk, top, people)
    host = place.host if place.host is not None or place.theatre else _last_host(found, sender)
    positions = [match.at, *clause.verbs, *place.positions]
    positions += [p for n in (people, top) if n is not None for p in _extent(n)]
    explicit = sender is not None and place.host is not None
    return _Roles(people, sender, place._replace(host=host), tuple(positions), explicit, anaphoric)


def _extent(nominal: Nominal) -> tuple[int, ...]:
    first = nominal.first if nominal.quantity is None else min(nominal.first, nominal.quantity.first)
    return (first, nominal.last - 1)


def _people(desk: Desk, clause: Clause, inside: tuple[Nominal, ...], row: DeploymentRow) -> Nominal | None:
    """The people who are deployed: of several noun phrases for people the one that is not itself the sender."""
    candidates = [n for n in inside if n.preposition is None and _names_people(desk, n)]
    if clause.kind is ClauseKind.RELATIVE and not candidates:
        before = antecedent(desk.scene, clause)
        return before if before is not None and _names_people(desk, before) else None
    if len(candidates) > 1 and row.people is People.OBJECT:
        return next((n for n in reversed(candidates) if n.actor is None), candidates[-1])
    return candidates[0] if candidates else None


def _names_people(desk: Desk, nominal: Nominal) -> bool:
    row = nominal.people
    if row is None:
        return nominal.actor is not None and nominal.actor.form.value == "demonym" and nominal.actor.plural
    if row.holds:
        return any(n.people is not None and not n.people.civilian for n in chain_after(desk.scene, nominal)[:1])
    return not row.civilian


def _inner(desk: Desk, people: Nominal) -> Nominal:
    """The people inside a noun that only holds them ("eine Delegation von Ausbildern")."""
    if people.people is not None and people.people.holds:
        return chain_after(desk.scene, people)[0]
    return people


def _is_anaphoric(desk: Desk, people: Nominal) -> bool:
    return owner(desk.scene, people) is None


def _demonstrative(desk: Desk, people: Nominal | None) -> bool:
    return people is not None and people.determiner is not None and desk.scene.is_a(people.determiner, "this")


def _pronoun(desk: Desk, clause: Clause, inside: tuple[Nominal, ...], found: list[Found]) -> bool:
    """Whether a pronoun of the clause takes up the people of a claim made at most two sentences before."""
    scene = desk.scene
    pronouns = [n for n in inside if n.pronoun and n.preposition is None]
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
    return desk.scene.power(top.actor.actor) if top.actor is not None else seated(desk.scene, top)


def _source(desk: Desk, inside: tuple[Nominal, ...]) -> str | None:
    """ "aus Nordkorea", "von Nordkorea" as agent."""
    for nominal in inside:
        if nominal.preposition is None or nominal.actor is None or nominal.people is not None:
            continue
        if desk.scene.is_a(nominal.preposition, "agent") or desk.scene.is_a(nominal.preposition, "source"):
            return desk.scene.power(nominal.actor.actor)
    return None


def _context(found: list[Found], sender: str | None, position: int) -> str | None:
    """The sender of the last deployment of the article."""
    return sender if sender is not None or not found else found[-1].claim.sender


def _last_host(found: list[Found], sender: str | None) -> str | None:
    """The host of the last deployment with the same sender."""
    return next((f.claim.host for f in reversed(found) if f.claim.sender == sender), None)


def _noun_roles(desk: Desk, match: Match, row: DeploymentRow, found: list[Found]) -> _Roles | None:
    scene, noun = desk.scene, match.nominal
    assert noun is not None
    chain = chain_after(scene, noun)
    people = noun if match.how is How.PARTICIPLE else next((n for n in chain if _names_people(desk, n)), None)
    if match.how is How.PARTICIPLE and not _names_people(desk, noun):
        return None
    if people is not None and people is not noun and owner(scene, people) is None and not found:
        sender = owner(scene, noun)
    else:
        sender = (owner(scene, people) if people is not None else None) or owner(scene, noun)
    sender = sender or _own(desk, people, match.clause)
    bare = sender is None and people is None
    if bare and row.people is not People.NONE and (not found or noun.determiner is None):
        return None
    place = where(scene, [noun, *chain] if match.how is How.NOUN else _inside_phrase(scene.inside(match.clause), noun))
    explicit = sender is not None and place.host is not None
    sender = sender or _context(found, None, match.at)
    if sender is None and people is not None:
        sender = _sender(desk, subject(scene, match.clause), people)
    host = place.host if place.host is not None or place.theatre else _last_host(found, sender)
    positions = [match.at, noun.first, *place.positions, *(_extent(people) if people is not None else ())]
    return _Roles(people, sender, place._replace(host=host), tuple(positions), explicit, bare)


def _own(desk: Desk, people: Nominal | None, clause: Clause) -> str | None:
    """ "eigener Soldaten": those of the subject."""
    if people is None or not any(desk.scene.is_a(p, "own") for p in range(people.first, people.head)):
        return None
    return _sender(desk, subject(desk.scene, clause), people)


def _inside_phrase(inside: tuple[Nominal, ...], noun: Nominal) -> list[Nominal]:
    return [n for n in inside if noun.first <= n.first < noun.head]


def _claims(desk: Desk, match: Match, row: DeploymentRow, roles: _Roles, found: list[Found]) -> Iterator[Found]:
    people = roles.people
    core = _core(desk, match, people)
    if roles.sender is None:
        return
    for modality, voice in judged(desk, match, core, explicit=roles.explicit):
        counted = _inner(desk, people) if people is not None else None
        numbered = counted is not None and not (counted.people is not None and counted.people.body)
        number = amount(counted.quantity if counted is not None and numbered else None)
        claim = Deployment(
            key="",
            claimants=voice.claimants,
            statement=voice.key,
            number=number.number,
            qualifier=number.qualifier,
            minimum=number.minimum,
            maximum=number.maximum,
            modality=modality,
            when=date_in(desk.scene, match.clause),
            evidence=cover(desk.scene, roles.positions, inside=match.clause),
            rule=row.rule,
            sender=roles.sender,
            host=roles.where.host,
            places=tuple(place.id for place in roles.where.places),
            personnel=_personnel(counted),
        )
        yield Found(claim, roles.where.places, core)


def _core(desk: Desk, match: Match, people: Nominal | None) -> Span:
    if people is None or match.how is How.NOUN:
        return desk.scene.text.tokens[match.at].span
    return desk.scene.text.span(people.first, people.last)


def _personnel(people: Nominal | None) -> Personnel:
    if people is None or people.people is None or people.people.personnel is None:
        return Personnel.SOLDIERS
    return people.people.personnel


def _also(desk: Desk, match: Match, row: DeploymentRow, roles: _Roles, found: list[Found]) -> Iterator[Found]:
    """More people of the same deployment: "Soldaten, darunter drei Generäle", "insbesondere Techniker"."""
    people = roles.people
    assert people is not None
    scene = desk.scene
    tokens = scene.text.tokens
    for nominal in scene.inside(match.clause):
        if nominal.first <= people.last or nominal.people is None or not _names_people(desk, nominal):
            continue
        if any(scene.is_a(p, "also") for p in range(people.last, nominal.first)) and tokens[people.last].form == ",":
            extent = (*roles.positions, *_extent(nominal))
            yield from _claims(desk, match, row, roles._replace(people=nominal, positions=extent), found)
