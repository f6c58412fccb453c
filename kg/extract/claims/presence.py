"""Deployments without a verb or noun of deploying: people of one country told to be in another, and plain denials."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from kg.extract.claims.deployment_senders import is_possessed
from kg.extract.claims.drafts import Desk
from kg.extract.claims.frames import How, Match
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.people import Found, names_people
from kg.extract.claims.scene import Scene
from kg.extract.claims.slots import owner
from kg.lang.deployment import DeploymentRow
from kg.model import Clause, Deployment, Modality, Personnel, Role, Span, Stance, Statement, Topic

__all__ = ["echoes", "people_matches"]

_SHORT = 4
"""Tokens that a content without an event of its own has at most."""
_ENOUGH = 2
"""How often a deployment must have been told before a bare denial is taken to mean it."""
_DOUBTFUL = Decimal("0.6")


def people_matches(desk: Desk) -> list[Match]:
    """A match of the row without words for every noun phrase in prose that names people of a country."""
    row = next((r for r in desk.language.table(DeploymentRow).values() if r.bare), None)
    if row is None:
        return []
    scene = desk.scene
    found: list[Match] = []
    people = scene.words.people.nearest
    soldiers = {noun for noun in scene.vocabulary if (who := people(noun)) is not None and not who.civilian}
    for sentence in scene.text.sentences:
        words = scene.nouns[sentence.first : sentence.last]
        if sentence.role is not Role.PROSE or soldiers.isdisjoint(words):
            continue
        for nominal in scene.nominals[sentence.number]:
            clause = scene.clause_at(nominal.head)
            if clause is None or not names_people(desk, nominal) or _is_hurt(scene, nominal, clause):
                continue
            if owner(scene, nominal) is not None or is_possessed(desk, nominal):
                found.append(Match(row, How.NOUN, nominal.head, clause, nominal))
    return found


def _is_hurt(scene: Scene, people: Nominal, clause: Clause) -> bool:
    """Whether people are told to be dead, wounded or caught."""
    taken = scene.text.tokens[people.first : people.head]
    verbs = [p for p in scene.own_tokens(clause) if scene.text.tokens[p].tag.startswith(("VV", "PTKVZ"))]
    return any(scene.is_a(p, "hurt") for p in [*(t.position for t in taken), *verbs])


def echoes(desk: Desk, found: list[Found]) -> Iterator[Found]:
    """Denials that name no event of their own ("Aus Moskau kamen Dementis"): of the deployment that the article tells
    most often, where a party to it denies."""
    told = Counter((f.claim.sender, f.claim.host) for f in found if f.claim.host is not None and f.claim.sender)
    if not told:
        return
    (sender, host), times = told.most_common(1)[0]
    for statement in desk.scene.statements:
        if times < _ENOUGH or not _is_echo(desk.scene, statement, found):
            continue
        powers = {desk.scene.power(desk.scene.actors.get(speaker)) for speaker in statement.speakers}
        if powers & {sender, host}:
            yield Found(_denial(desk.scene, statement, sender, host), (), statement.content)


def _is_echo(scene: Scene, statement: Statement, found: list[Found]) -> bool:
    if statement.stance is not Stance.DENIES or Topic.DEPLOYMENT not in statement.topics:
        return False
    inside = [t for t in scene.text.tokens if statement.content.start <= t.start < statement.content.end]
    fresh = not any(f.claim.evidence.overlaps(statement.content) for f in found)
    accounts = any(scene.is_a(t.position, "accounts") for t in inside)
    return fresh and accounts and len(inside) <= _SHORT


def _denial(scene: Scene, statement: Statement, sender: str | None, host: str | None) -> Deployment:
    return Deployment(
        key="",
        claimants=statement.speakers,
        statement=statement.key,
        modality=Modality.DENIED,
        evidence=_clause(scene, statement),
        rule="deployment/denial",
        certainty=_DOUBTFUL,
        sender=sender,
        host=host,
        personnel=Personnel.SOLDIERS,
    )


def _clause(scene: Scene, statement: Statement) -> Span:
    """The clause of the denial without the clauses that hang on it."""
    first = next(t.position for t in scene.text.tokens if t.end > statement.content.start)
    clause: Clause | None = scene.clause_at(first)
    if clause is None:
        return statement.content
    own = [p for p in scene.own_tokens(clause) if not scene.text.tokens[p].tag.startswith("$")]
    return scene.text.span(own[0], own[-1] + 1)
