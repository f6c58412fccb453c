"""Who moves people from one country to another ("verlegen 900 Mann aus Polen nach Estland"), or means to send them."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.common.strangers import of_others
from kg.extract.claims.deployments.senders import own, sent_by
from kg.extract.claims.grammar.frames import Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.slots import owner, subject
from kg.lang.deployment import DeploymentRow, People

__all__ = ["intended", "mover"]


def mover(
    desk: Desk, match: Match, row: DeploymentRow, people: Nominal | None, roles: tuple[str | None, str | None]
) -> str | None:
    """The subject, where "aus Polen" only tells where people come from, or where it promises people for a country;
    `roles`: whose they are by their own words, and where they go."""
    if people is None or match.clause.passive or row.people is not People.OBJECT:
        return None
    sender, host = roles
    moved = host not in {None, sender} and not people.owners and _goes_over(desk, people)
    if not moved and not (row.plan and sender == host):
        return None
    acting = sent_by(desk, subject(desk.scene, match.clause), people)
    return acting if acting != host else None


def _goes_over(desk: Desk, people: Nominal) -> bool:
    """Whether "aus" one land and "nach" another stand right behind people."""
    first, second = ([*chain_after(desk.scene, people), None, None])[:2]
    if first is None or second is None or first.preposition is None or second.preposition is None:
        return False
    near = first.first == people.last and second.first == first.last
    return near and desk.scene.is_a(first.preposition, "source") and desk.scene.is_a(second.preposition, "goal")


def intended(desk: Desk, match: Match, people: Nominal | None) -> str | None:
    """Who means to send or refuses to: the sender of people that are nobody's yet ("plant eine Entsendung")."""
    scene = desk.scene
    if (ready := _ready(desk, match)) is not None:
        return ready
    if match.clause.passive or match.clause.lemma not in scene.words.jobs["of-self"]:
        return None
    if people is not None and (people.determiner is not None or of_others(desk, people)):
        return None
    return sent_by(desk, subject(scene, match.clause), people)


def _ready(desk: Desk, match: Match) -> str | None:
    """Whose readiness it is to send ("ihre Bereitschaft zu einer Präsenz in Mali", "Perus Wille zur Entsendung")."""
    scene, noun = desk.scene, match.nominal
    named = scene.nominals[scene.sentence_of(match.at).number]
    before = [n for n in named if noun is not None and n.last <= noun.first][-2:]
    ready = next((n for n in reversed(before) if n.lemma in scene.words.jobs["readiness"]), None)
    if ready is None or noun is None or noun.preposition is None or not noun.attached:
        return None
    return owner(scene, ready) or own(desk, ready, match.clause)
