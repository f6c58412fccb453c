"""Whose people "unsere", "seine", "ihre" soldiers and the enemy's are, by who speaks and what the text is about."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.origin import known_state, state_by_adjective
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner, seated
from kg.model import Clause

__all__ = ["foe", "honoured", "of_teller", "possessor"]


def of_teller(desk: Desk, position: int) -> str | None:
    """The state of whoever says what stands at a token."""
    scene = desk.scene
    here = scene.text.tokens[position].span
    told = next((s for s in scene.statements if s.speakers and s.content.contains(here)), None)
    if told is None:
        return None
    words = told.speaker
    named = [m for m in scene.mentions.actors if words is not None and words.overlaps(m.span)]
    called = next((s for m in named if (s := state_by_adjective(scene, m.first, m.last)) is not None), None)
    return called or known_state(scene, scene.power(scene.actors.get(told.speakers[0])))


def possessor(desk: Desk, nominal: Nominal) -> str | None:
    """The power to which "unsere", "seine", "ihre" people belong: that of whoever says it, of the clause above or of
    what the sentence or the one before is about."""
    scene, at = desk.scene, nominal.determiner
    if at is None or scene.text.tokens[at].tag != "PPOSAT":
        return None
    if scene.is_a(at, "our"):
        return of_teller(desk, at)
    return next((power for clause in _before(scene, at) if (power := _about(scene, clause, at)) is not None), None)


def _before(scene: Scene, position: int) -> Iterator[Clause]:
    """The clause of a token, the one above it, the clauses before it in its sentence and in the one before."""
    clause, number = scene.clause_at(position), scene.sentence_of(position).number
    if clause is None:
        return
    yield clause
    if clause.parent is not None:
        yield scene.text.clauses[clause.parent]
    first = scene.text.sentences[max(number - 1, 0)].first
    near = [c for c in scene.text.clauses if first <= c.first < clause.first and c.number != clause.parent]
    yield from reversed(near)


def _about(scene: Scene, clause: Clause, position: int) -> str | None:
    """The power that the first noun phrase before a token that can be the subject of a clause names."""
    for nominal in scene.inside(clause):
        if nominal.head >= position or nominal.preposition is not None or nominal.pronoun:
            continue
        if not _agrees(scene, position, nominal):
            continue
        power = seated(scene, nominal) or owner(scene, nominal)
        if power is None and nominal.actor is not None:
            power = known_state(scene, scene.power(nominal.actor.actor))
            power = state_by_adjective(scene, nominal.first, nominal.last) or power
        if power is not None or not nominal.cases or "nom" in nominal.cases:
            return power if _is_alone(scene, clause, nominal, power) else None
    return None


def _is_alone(scene: Scene, clause: Clause, nominal: Nominal, power: str | None) -> bool:
    """Whether nobody of another power is joined to a noun phrase ("die Russen und andere Nordkoreaner")."""
    after = next((n for n in scene.inside(clause) if n.first >= nominal.last), None)
    joined = after.actor.actor if after is not None and after.coordinated and after.actor is not None else None
    return joined is None or scene.power(joined) == power


def _agrees(scene: Scene, position: int, nominal: Nominal) -> bool:
    """Whether a noun phrase can be what "ihre" (feminine or plural) or "seine" at a token points to."""
    words, at = scene.words.jobs, nominal.determiner
    article = scene.text.tokens[at].form.lower() if at is not None else ""
    feminine = article in words["feminine-subject"] or nominal.lemma in words["feminine"]
    if scene.is_a(position, "her"):
        return feminine or (nominal.actor is not None and nominal.actor.plural) or nominal.quantity is not None
    return not feminine or not scene.is_a(position, "his")


def honoured(desk: Desk, match: Match) -> str | None:
    """Of "101 Gefallene" that nothing else tells of, those of whom the sentence or the one before is about."""
    scene = desk.scene
    if not scene.is_a(match.at, "fallen-noun"):
        return None
    return next((power for clause in _before(scene, match.at) if (power := _about(scene, clause, match.at))), None)


def foe(desk: Desk, position: int) -> str | None:
    """The power that whoever speaks calls the enemy: the one it is at war with, where the article names it or the
    sentence tells of no third country."""
    scene, power = desk.scene, of_teller(desk, position)
    if power is None:
        clause = scene.clause_at(position)
        power = _about(scene, clause, position) if clause is not None else None
    told = next((actor.id for actor in scene.actors.values() if power in actor.foes), None)
    own = scene.actors.get(power or "")
    foes = own.foes if own is not None else ()
    lands = {n.place.place.country for n in scene.nominals[scene.sentence_of(position).number] if n.place is not None}
    return told or (foes[0] if len(foes) == 1 and lands <= {power, *foes} else None)
