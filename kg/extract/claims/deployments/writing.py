"""The claims of a deployment whose roles are known: each number, each side that puts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from kg.extract.claims.common.claimants import each_own
from kg.extract.claims.common.drafts import NO_AMOUNT, Desk, amounts, date_in, evidence, judged
from kg.extract.claims.common.strangers import foreign
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.people import inner
from kg.extract.claims.deployments.roles import Roles
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.numbers import counts_bodies, in_all, number_of
from kg.extract.claims.grammar.origin import are_foes
from kg.lang.deployment import DeploymentRow, People
from kg.lang.frames import Need
from kg.model import Deployment, Modality, Personnel, QuantityMention, Span

__all__ = ["written"]

_PLAN = 2
"""Verbs of "sollten" with a bare infinitive."""
_BACK = 2
"""Sentences before in which soldiers are told of that a mission is one of."""

_UNSURE = (Modality.ALLEGED, Modality.FACT)


def written(desk: Desk, match: Match, roles: Roles, found: list[Found]) -> Iterator[Found]:
    """The claims that a match with its roles makes; none where nobody knows whose people they are."""
    people = roles.people
    core = _core(desk, match, people)
    if roles.sender is None and not (people is not None and roles.where.host and foreign(desk, people, match.clause)):
        return
    counted = inner(desk, people) if people is not None else None
    told = _number(desk, match, counted)
    bodies = counted is not None and told == counted.quantity and counts_bodies(counted)
    numbers = amounts(None if bodies else told)
    counts = match.how is How.VERB and match.clause.lemma in desk.scene.words.jobs["reckon"]
    senders = tuple(one for one in roles.others if one != roles.where.host)
    sides = judged(desk, _as_plan(desk, match), core, explicit=roles.explicit, giver=roles.sender, told=counts)
    for (sure, voice), number in product(sides, numbers):
        modality = Modality.PLANNED if sure in _UNSURE and _goes_on(desk, match, roles, found) else sure
        if (
            number == NO_AMOUNT
            and modality is not Modality.DENIED
            and are_foes(desk.scene, roles.sender, roles.where.host)
        ):
            continue
        counted_by = roles.counter if not (voice.statements and match.clause.verbs) else None
        claim = Deployment(
            key="",
            claimants=(counted_by,) if counted_by else each_own(desk.scene, voice, roles.sender, senders),
            statement=voice.key if counted_by is None else None,
            number=number.number,
            qualifier=number.qualifier,
            minimum=number.minimum,
            maximum=number.maximum,
            modality=modality,
            when=date_in(desk.scene, match.clause),
            evidence=evidence(desk, match, roles.positions, voice),
            rule=match.row.rule,
            sender=roles.sender,
            host=roles.where.host,
            places=tuple(place.id for place in roles.where.places),
            personnel=None if _is_mere_mission(desk, match, counted) else _personnel(counted),
        )
        yield Found(claim, roles.where.places, core, roles.lent, roles.open)


def _as_plan(desk: Desk, match: Match) -> Match:
    """A match whose people "sollten" do something in a report carried on without a cue: a plan, nobody's demand."""
    row, finite = match.row, match.clause.finite
    acts = isinstance(row, DeploymentRow) and row.people is People.SUBJECT and match.how is How.VERB
    if not acts or finite is None or not desk.scene.is_a(finite, "ought") or len(match.clause.verbs) != _PLAN:
        return match
    here = desk.scene.text.tokens[match.at].span
    carried = [s.cue is None for s in desk.scene.statements if s.content.contains(here)]
    return match._replace(row=replace(row, asks=True)) if carried and all(carried) else match


def _number(desk: Desk, match: Match, people: Nominal | None) -> QuantityMention | None:
    """The number of people; without a noun phrase that of "7000 von ihnen"."""
    scene = desk.scene
    if people is not None and match.how is How.PARTICIPLE and people.quantity is not None:
        return people.quantity
    if people is not None:
        told = number_of(scene, people, match.clause)
        loose = told is None or counts_bodies(people._replace(quantity=told))
        return (in_all(scene, people) if loose and match.how is How.VERB else None) or told
    inside = scene.inside(match.clause)
    whole = [n for n in inside if n.pronoun and n.preposition is not None and scene.is_a(n.preposition, "of")]
    return next((n.quantity for n in whole), None) if match.how is How.VERB else None


def _goes_on(desk: Desk, match: Match, roles: Roles, found: list[Found]) -> bool:
    """Whether "sollen" goes on with a plan told right before of the same people ("sollen es werden, sie sollen …")."""
    finite, scene = match.clause.finite, desk.scene
    if match.how is not How.VERB or finite is None or not found:
        return False
    last = found[-1].claim
    near = last.evidence.end >= scene.text.sentences[max(scene.sentence_of(match.at).number - 1, 0)].start
    bare = scene.is_a(finite, "ought") and len(match.clause.verbs) == 2
    carried = bare or Need.TOLD in match.row.needs
    return carried and near and last.sender == roles.sender and last.modality is Modality.PLANNED


def _core(desk: Desk, match: Match, people: Nominal | None) -> Span:
    if people is None or match.how is How.NOUN:
        return desk.scene.text.tokens[match.at].span
    return desk.scene.text.span(people.first, people.last)


def _is_mere_mission(desk: Desk, match: Match, people: Nominal | None) -> bool:
    """ "weitet den Einsatz auf Syrien aus": no word tells who is on it, which may be aircraft alone."""
    mission = match.how is How.NOUN and isinstance(match.row, DeploymentRow) and match.row.stays
    if people is not None or not mission:
        return False
    number = desk.scene.sentence_of(match.at).number
    named = (n for inside in desk.scene.nominals[max(number - _BACK, 0) : number + 1] for n in inside)
    return not any(n.people is not None and n.people.personnel is not None for n in named)


def _personnel(people: Nominal | None) -> Personnel:
    if people is None or people.people is None or people.people.personnel is None:
        return Personnel.SOLDIERS
    return people.people.personnel
