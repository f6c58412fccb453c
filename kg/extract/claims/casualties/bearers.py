"""Whose the dead and losses are: of an army beside them, of both sides, of the one that was attacked."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.claims.casualties.conflict import has_blow
from kg.extract.claims.casualties.owners import Before, first_troops
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.origin import known_state, state_by_adjective
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner, subject
from kg.model import ActorKind, Clause, MentionForm

__all__ = ["admitted", "at_home", "bearer", "both_sides", "by_admission", "by_attacker", "is_by", "on_both_sides"]


def bearer(desk: Desk, match: Match) -> str | None:
    """Whose losses are: "Ausfälle in der Armee", those of an army that acts "nach schweren Verlusten"."""
    scene, noun = desk.scene, match.nominal
    if noun is None or not scene.is_noun(noun, "loss"):
        return None
    for after in chain_after(scene, noun)[:1]:
        inside = after.preposition is None or scene.is_a(after.preposition, "in") or _is_among(scene, after)
        if inside and after.people is not None:
            return owner(scene, after)
    if noun.preposition is None or not scene.is_a(noun.preposition, "after-losses") or noun.determiner is not None:
        return None
    opening = first_troops(scene, match._replace(at=len(scene.lemmas)))
    return opening[1] if opening is not None else _doer(scene, match.clause)


def _doer(scene: Scene, clause: Clause) -> str | None:
    """The state or people that do something after losses: "Nach schweren Verlusten zieht Polen seine Soldaten ab"."""
    top = subject(scene, clause)
    named = top.actor if top is not None else None
    if named is None or not (named.actor.kind is ActorKind.STATE or named.form is MentionForm.DEMONYM):
        return None
    return scene.power(named.actor)


def _is_among(scene: Scene, nominal: Nominal) -> bool:
    return nominal.preposition is not None and scene.is_a(nominal.preposition, "at-them")


def both_sides(desk: Desk, match: Match) -> tuple[Nominal, tuple[str, ...]] | None:
    """ "Beide Armeen": the two states that the sentence before speaks of, nobody where it speaks of more or fewer."""
    scene = desk.scene
    sides = (n for n in scene.inside(match.clause) if n.preposition is None and n.lemma in scene.words.jobs["forces"])
    top = next((n for n in sides if any(scene.is_a(p, "both") for p in range(n.first, n.head))), None)
    if top is None:
        return None
    number = scene.sentence_of(match.at).number
    near = [n for s in scene.nominals[max(number - 1, 0) : number + 1] for n in s if n.head < top.first]
    return top, _two_states(scene, near)


def on_both_sides(desk: Desk, match: Match) -> tuple[str, ...] | None:
    """The two states whose people are hurt "auf beiden Seiten"; nobody where the sentence names more or fewer."""
    scene = desk.scene
    sides = [n for n in scene.inside(match.clause) if n.preposition is not None and scene.is_noun(n, "side")]
    if not any(scene.is_a(p, "both") for n in sides for p in range(n.first, n.head)):
        return None
    return _two_states(scene, scene.nominals[scene.sentence_of(match.at).number])


def _two_states(scene: Scene, near: Iterable[Nominal]) -> tuple[str, ...]:
    """The states that some noun phrases name, if they are two."""
    found: list[str | None] = []
    for nominal in near:
        found += [scene.power(mention.actor) for mention in nominal.owners]
        found += [scene.power(nominal.actor.actor)] if nominal.actor is not None else []
        found += [nominal.place.place.country] if nominal.place is not None else []
    states = tuple(dict.fromkeys(one for one in found if one is not None))
    return states if len(states) == 2 else ()


def _reports(scene: Scene, nominal: Nominal) -> bool:
    """ "Nach dem Angriff meldete die Ukraine …": who tells of a blow has not struck it."""
    clause = scene.clause_at(nominal.head)
    told = clause is not None and (
        clause.lemma in scene.words.jobs["admit"] or clause.lemma in scene.words.jobs["figures"]
    )
    return told or scene.speaks(nominal)


def by_admission(scene: Scene, clause: Clause) -> str | None:
    """The state that tells of dead of whom nothing else is said: "Nach dem Angriff meldete Indien zwölf Tote"."""
    if clause.lemma not in scene.words.jobs["admit"]:
        return None
    free = (n for n in scene.inside(clause) if n.preposition is None and not n.attached and n.actor is not None)
    named = (n.actor.actor for n in free if n.actor is not None)
    return next((actor.id for actor in named if actor.kind is ActorKind.STATE), None)


def admitted(desk: Desk, match: Match, before: Before) -> str | None:
    """Of "Malawi meldete drei Tote" behind those of others the teller's own, where no place and no blow tells more."""
    scene = desk.scene
    state = by_admission(scene, match.clause) if match.how is How.NOUN and before.group is None else None
    if (
        state is None
        or has_blow(scene, match.clause)
        or any(n.place and not n.actor for n in scene.inside(match.clause))
    ):
        return None
    last = before.hurt[-1].of if before.hurt else None
    return state if last not in {None, state} else None


def is_by(desk: Desk, match: Match, victims: Nominal | None, power: str) -> bool:
    """Whether a power is who kills here, so that those who are only "80 Kämpfer" are not its own."""
    scene, clause = desk.scene, match.clause
    kills = match.how is How.VERB and not clause.passive and scene.is_a(match.at, "kill")
    top = subject(scene, clause) if kills else None
    return top is not None and top is not victims and top.actor is not None and scene.power(top.actor.actor) == power


def by_attacker(scene: Scene, position: int) -> str | None:
    """The state with which the one is at war that strikes in the sentence ("bei dem Angriff setzte Russland … ein")."""
    inside = scene.nominals[scene.sentence_of(position).number]
    blows = [n for n in inside if scene.is_noun(n, "blow")]
    if not blows:
        return None
    named = [n.actor.actor for n in inside if n.actor is not None and n.preposition is None and not _reports(scene, n)]
    named += [mention.actor for n in blows for mention in n.owners]
    foes = {foe for actor in named for foe in actor.foes}
    return foes.pop() if len(foes) == 1 else None


def at_home(scene: Scene, position: int) -> str | None:
    """The state of the police, the rescuers, the ministry of health that tell of dead: they speak of their own."""
    number = scene.sentence_of(position).number
    for nominal in (n for s in reversed(scene.nominals[max(number - 1, 0) : number + 1]) for n in s):
        if any(scene.is_noun(nominal, "local") or scene.is_a(p, "local") for p in range(nominal.first, nominal.last)):
            who = nominal.actor.actor if nominal.actor is not None else None
            known = who is not None and (who.registered or who.kind is not ActorKind.PERSON)
            power = known_state(scene, scene.power(who)) if known else None
            state = state_by_adjective(scene, nominal.first, nominal.last) or power
            if state is not None:
                return state
    return None
