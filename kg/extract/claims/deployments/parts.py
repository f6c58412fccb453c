"""Some of those who were deployed, told right behind it: "Einige von ihnen haben an Gefechten teilgenommen".

Read when the article has told whose people are where; the words themselves name only that they fight, or a place in the
same country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.bare import bare_people
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.roles import Roles
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.location import Where, where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.lang.deployment import DeploymentRow
from kg.model import Clause, QuantityMention, Role

__all__ = ["is_counted_out", "parts"]

_NEAR = 1
"""Sentences that the deployment lies back at most."""
_OTHERWISE = ("hurt", "harm", "caught", "flee", "withdraw", "no")


def parts(desk: Desk, told: Sequence[Found]) -> Iterator[tuple[Match, Roles]]:
    """The match and roles of every clause about some of the people just deployed that tells where they are or that they
    fight, and that no claim is made of yet."""
    scene = desk.scene
    row = next((r for r in desk.language.table(DeploymentRow).values() if r.bare), None)
    for position in range(len(scene.lemmas) - 1) if row is not None and told else ():
        clause = _of_some(scene, position)
        last = _before(scene, position, told) if clause is not None else None
        if clause is None or last is None or row is None or _is_told(scene, clause, position, told):
            continue
        place = where(scene, scene.inside(clause))
        if place.host not in {None, last.claim.host} or not _is_there(scene, clause, place):
            continue
        there = Where(last.claim.host, place.places or last.places, False, place.positions)
        some = bare_people(scene, position, position + 1, _count_at(scene, position))
        at = clause.verbs[-1] if clause.verbs else position
        yield (
            Match(row, How.VERB, at, clause, None),
            Roles(some, last.claim.sender, there, (position, *place.positions, *clause.verbs), True, True, lent=True),
        )


def is_counted_out(scene: Scene, whole: Nominal | None, clause: Clause, told: Sequence[Found]) -> bool:
    """Whether people are only those of whom the clause has told some ("200 von 900 Mann sind in Riga gelandet"), and no
    place of their own stands beside them."""
    if whole is None or whole.quantity is None or whole.preposition is None or not scene.is_a(whole.preposition, "of"):
        return False
    if where(scene, [n for n in chain_after(scene, whole)[:1] if n.first == whole.last]).host is not None:
        return False
    here, most = scene.text.span(clause.first, clause.last), whole.quantity.number or 0
    return any(f.claim.number is not None and f.claim.number < most and here.overlaps(f.core) for f in told)


def _of_some(scene: Scene, position: int) -> Clause | None:
    """The clause of "einige von ihnen", "ein Teil davon", at its first word for a part."""
    card = scene.text.tokens[position].tag == "CARD"
    counted = card and (scene.is_a(position + 1, "of") or scene.is_a(position + 1, "among"))
    if not (counted or scene.is_a(position, "rest") or scene.is_a(position, "some-of-them")):
        return None
    sentence = scene.sentence_of(position)
    after = range(position + 1, min(position + 3, sentence.last))
    them = any(scene.is_a(p, "among") for p in after) or any(
        scene.is_a(p, "of") and scene.is_a(min(p + 1, sentence.last - 1), "them") for p in after
    )
    if sentence.role is not Role.PROSE or not them:
        return None
    rest = range(sentence.first, sentence.last)
    return None if any(scene.is_a(p, job) for p in rest for job in _OTHERWISE) else scene.clause_at(position)


def _count_at(scene: Scene, position: int) -> QuantityMention | None:
    """The number of "900 von ihnen"."""
    return next((q for q in scene.mentions.quantities if q.last == position + 1), None)


def _before(scene: Scene, position: int, told: Sequence[Found]) -> Found | None:
    """The deployment told last before a word, in its sentence or the one before it."""
    number = scene.sentence_of(position).number
    earliest = scene.text.sentences[max(number - _NEAR, 0)].start
    here = scene.text.tokens[position].start
    near = [f for f in told if earliest <= f.core.start < here and f.claim.host is not None]
    return max(near, key=lambda f: f.core.start) if near else None


def _is_told(scene: Scene, clause: Clause, position: int, told: Sequence[Found]) -> bool:
    """Whether a claim is made of them already."""
    counted = scene.text.tokens[position].tag == "CARD"
    start = scene.text.tokens[clause.first if counted else max(position - 1, clause.first)].start
    here = scene.text.tokens[position].span
    return any(f.core.contains(here) or start <= f.core.start < scene.text.tokens[clause.last - 1].end for f in told)


def _is_there(scene: Scene, clause: Clause, place: Where) -> bool:
    """Whether a clause names a place, or tells of fighting, itself or after "und" with the same subject."""
    if place.host is not None or any(scene.is_a(p, "there-place") for p in scene.own_tokens(clause)):
        return True
    after = scene.text.clauses[clause.number + 1] if clause.number + 1 < len(scene.text.clauses) else None
    shared = after is not None and after.kind is clause.kind and scene.is_a(after.first, "and")
    told = (clause, after) if shared and after is not None and not _has_subject(scene, after) else (clause,)
    return any(scene.is_a(p, "in-battle") for one in told for p in scene.own_tokens(one))


def _has_subject(scene: Scene, clause: Clause) -> bool:
    return any(n.preposition is None and "nom" in n.cases for n in scene.inside(clause))
