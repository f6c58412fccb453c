"""Whether a match tells all that its row needs: a place, a number, foreign people, a deployment told before."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.roles import Roles
from kg.extract.claims.deployments.standins import of_them
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import is_genitive, subject
from kg.lang.deployment import DeploymentRow, People
from kg.lang.frames import Need
from kg.model import Clause, ClauseKind, MentionForm

__all__ = ["is_of_goods", "meets"]

_FAR = 4
"""Sentences after which "die Soldaten" are no longer taken for those told before."""


def meets(desk: Desk, match: Match, row: DeploymentRow, roles: Roles, found: list[Found]) -> bool:
    """Whether the roles of a match are all that its row needs."""
    at_home = roles.sender is not None and roles.sender == roles.where.host
    tests = {
        Need.PLACE: roles.placed or _resumes(desk, match, row, roles, found),
        Need.NUMBER: _is_counted(desk, roles.people) or _reported(desk, match, row),
        Need.FOREIGN: roles.sender is not None and not at_home,
        Need.ABROAD: roles.placed or roles.where.host is not None or bool(found),
        Need.TOLD: _is_told(desk, match, roles, found)
        or _is_about(desk, match, roles, found)
        or _tells(desk, row, roles),
    }
    implied = match.how is How.NOUN and roles.people is None
    if at_home and (implied or not (row.sends or match.how is How.VERB)):
        return False
    if _are_at_home(desk, row, roles):
        return False
    return all(tests.get(need, True) for need in row.needs)


def _are_at_home(desk: Desk, row: DeploymentRow, roles: Roles) -> bool:
    """Whether citizens are trained or used in their own country by whoever ("bilden in Gaza Palästinenser aus")."""
    people = roles.people
    if row.sends or people is None or people.actor is None or people.actor.form is not MentionForm.DEMONYM:
        return False
    land = desk.scene.power(people.actor.actor)
    return land is not None and land == roles.where.host and land != roles.sender


def _is_counted(desk: Desk, people: Nominal | None) -> bool:
    """ "3000 Soldaten", "weitere Soldaten", "weitere"."""
    if people is None or people.quantity is not None:
        return people is not None
    if not people.lemma and desk.scene.is_a(people.head, "more-of-them"):
        return True
    return any(desk.scene.is_a(p, "ordinal") for p in range(people.first, people.head))


def _resumes(desk: Desk, match: Match, row: DeploymentRow, roles: Roles, found: list[Found]) -> bool:
    """Whether "die Soldaten" or a number of them are those told before, so that the place need not be named again."""
    people = roles.people
    if row.bare and people is not None and people.preposition is not None:
        return desk.scene.is_a(people.preposition, "of") and _is_told(desk, match, roles, found, here=True)
    if row.resumes and people is not None and of_them(desk.scene, match.clause):
        return bool(found) and found[-1].claim.sender == roles.sender
    if match.clause.kind is ClauseKind.RELATIVE and row.people is People.SUBJECT and people is not None:
        return _is_definite(desk, people) and not people.owners and _is_told(desk, match, roles, found, here=True)
    acts = row.people is People.OBJECT and not match.clause.passive and not _by_host(desk, match.clause, roles)
    if row.resumes and people is None and row.people is People.OBJECT and not acts:
        return _is_told(desk, match, roles, found)
    if (
        not row.resumes
        or acts
        or people is None
        or (people.owners and not _is_definite(desk, people))
        or (people.determiner is None and people.quantity is None)
    ):
        return False
    return _is_told(desk, match, roles, found)


def _is_definite(desk: Desk, people: Nominal) -> bool:
    return people.determiner is not None and desk.scene.is_a(people.determiner, "the")


def _by_host(desk: Desk, clause: Clause, roles: Roles) -> bool:
    """Whether the country where they are does it to them ("Moskau habe die Männer in Lagern geschult")."""
    top = subject(desk.scene, clause)
    power = desk.scene.power(top.actor.actor) if top is not None and top.actor is not None else None
    return power is not None and power == roles.where.host != roles.sender


def _is_told(desk: Desk, match: Match, roles: Roles, found: list[Found], *, here: bool = False) -> bool:
    """Whether the sentences right before tell that the same sender's people were deployed; nobody is hurt in this."""
    scene = desk.scene
    sentence = scene.sentence_of(match.at)
    earliest = scene.text.sentences[max(sentence.number - _FAR, 0)].start
    hurt = scene.has(sentence, "hurt") or (_counts(match) and _harms(desk, match.clause))
    here = here or _is_rest(desk, roles.people)
    if hurt or (not here and any(f.core.start >= sentence.start for f in found[-4:])):
        return False
    resumed = isinstance(match.row, DeploymentRow) and match.row.resumes
    if roles.people is None and not resumed and is_of_goods(desk, sentence.number):
        return False
    return any(f.core.start >= earliest and f.claim.sender == roles.sender for f in found[-4:])


def _is_rest(desk: Desk, people: Nominal | None) -> bool:
    """ "die übrigen 3000"."""
    near = range(max(people.first - 2, 0), people.last) if people is not None and people.quantity is not None else ()
    return any(desk.scene.is_a(p, "rest") for p in near)


def _counts(match: Match) -> bool:
    return isinstance(match.row, DeploymentRow) and bool(match.row.after)


def _harms(desk: Desk, clause: Clause) -> bool:
    """ "kamen 900 Mann ums Leben"."""
    return any(desk.scene.is_a(p, "harm") for p in desk.scene.own_tokens(clause))


def is_of_goods(desk: Desk, number: int) -> bool:
    """Whether a sentence or the one before it is about goods, so that "ein weiterer Transport" is one of those."""
    near = desk.scene.nominals[max(number - 1, 0) : number + 1]
    return any(nominal.item is not None for sentence in near for nominal in sentence)


def _tells(desk: Desk, row: DeploymentRow, roles: Roles) -> bool:
    """Whether a sentence on how many there are names whose they are and where itself."""
    grows = bool(row.after) and row.people is People.SUBJECT
    people = roles.people
    if people is None or any(desk.scene.is_a(p, "hurt") for p in range(people.first, people.last)):
        return False
    return grows and roles.sender is not None and roles.placed and roles.where.host != roles.sender


def _is_about(desk: Desk, match: Match, roles: Roles, found: list[Found]) -> bool:
    """Whether a relative clause is about the people just told ("verlegt eine Brigade, die 900 Soldaten umfasst")."""
    if match.clause.kind is not ClauseKind.RELATIVE or not found:
        return False
    last = found[-1]
    near = last.core.start >= desk.scene.sentence_of(match.at).start
    return near and last.claim.sender == roles.sender and last.claim.number is None


def _reported(desk: Desk, match: Match, row: DeploymentRow) -> bool:
    """Whether people and place stand alone, without another predicate ("In Mali sind russische Ausbilder")."""
    if Need.FOREIGN not in row.needs:
        return False
    scene = desk.scene
    others = [n for n in scene.inside(match.clause) if n.preposition is None and not n.pronoun and n.people is None]
    adjectives = [p for p in scene.own_tokens(match.clause) if scene.text.tokens[p].tag == "ADJD"]
    return not adjectives and all(is_genitive(scene, n) for n in others)
