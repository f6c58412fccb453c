"""Numbers of people whom a state is told to send with a verb that no table has ("werde 4000 Mann nachschieben")."""

from __future__ import annotations

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.common.strangers import of_others
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.senders import is_possessed, sent_by
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner, subject
from kg.model import ActorKind, Clause

__all__ = ["dispatched", "is_dispatched", "nobodys"]

_NO_SENDING = ("reckon", "figures", "of-others", "mourn", "admit", "harm", "caught", "hurt", "not-send")
_SENDERS = frozenset({ActorKind.STATE, ActorKind.PERSON, ActorKind.GOVERNMENT})


def is_dispatched(desk: Desk, people: Nominal, clause: Clause) -> bool:
    """Whether a number of nobody's people is the object of what a state or its leader does."""
    at = people.determiner
    known = at is not None and not desk.scene.is_a(at, "further")
    if people.quantity is None or known or people.preposition is not None or clause.passive:
        return False
    return not clause.verbs or (_is_sending(desk.scene, clause) and _doer(desk, people, clause) is not None)


def dispatched(desk: Desk, people: Nominal, clause: Clause, found: list[Found]) -> str | None:
    """Who sends them: the state that acts, if the words name a place abroad or it has sent people before."""
    if owner(desk.scene, people) is not None or of_others(desk, people) or not clause.verbs:
        return None
    return _doer(desk, people, clause) if is_dispatched(desk, people, clause) else None


def nobodys(desk: Desk, match: Match) -> bool:
    """Whether only the clause tells whose people are, by who acts in it."""
    people = match.nominal
    if people is None or owner(desk.scene, people) is not None or is_possessed(desk, people):
        return False
    return is_dispatched(desk, people, match.clause)


def _is_sending(scene: Scene, clause: Clause) -> bool:
    full = (p for p in clause.verbs if scene.text.tokens[p].tag.startswith("VV"))
    own = [clause.lemma, *(scene.lemmas[p] for p in full)]
    return clause.lemma not in scene.words.jobs["perfect"] and not any(
        word in scene.words.jobs[job] for word in own for job in _NO_SENDING
    )


def _doer(desk: Desk, people: Nominal, clause: Clause) -> str | None:
    top = subject(desk.scene, clause)
    if top is None or top.actor is None or top.actor.actor.kind not in _SENDERS:
        return None
    return sent_by(desk, top, people)
