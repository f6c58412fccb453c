"""The slots that frames fill: whose people or goods, where to, which noun phrase is the subject."""

from __future__ import annotations

from kg.extract.claims.grammar.clause_parts import (
    accusing,
    antecedent,
    continued,
    dateline_end,
    from_there,
    given_to,
    is_genitive,
    is_goal,
    is_object,
    is_ours,
    is_own_land,
    is_that_land,
    land_named,
    only_spoken,
    parties,
    people_named,
    stands_alone,
)
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.held import owner_of_held
from kg.extract.claims.grammar.nominals import Nominal, in_genitive
from kg.extract.claims.grammar.nominative import can_be_subject, must_be_subject
from kg.extract.claims.grammar.origin import half, known_state, land_meant, made_there, state_by_adjective
from kg.extract.claims.grammar.scene import Scene
from kg.model import ActorKind, Clause, ClauseKind

__all__ = [
    "acting_before",
    "antecedent",
    "continued",
    "is_genitive",
    "own_land",
    "owner",
    "parties",
    "seated",
    "subject",
]

_OBLIQUE = frozenset({"dat", "gen"})


def owner(scene: Scene, nominal: Nominal) -> str | None:
    """Whose the people or goods of a noun phrase are: by adjective, compound, genitive or "aus"."""
    for mention in nominal.owners:
        if (power := scene.power(mention.actor)) is not None:
            return power
    if (
        nominal.actor is not None
        and (nominal.people is not None or nominal.actor.plural)
        and not is_ours(scene, nominal)
    ):
        return scene.power(nominal.actor.actor)
    there = land_named(scene, nominal.first) if from_there(scene, nominal) else None
    after = there or made_there(scene, nominal) or owner_of_held(scene, nominal) or _owner_after(scene, nominal)
    if nominal.people is not None and nominal.people.of:
        return after or nominal.people.of
    return _genitive_before(scene, nominal) or after


def _owner_after(scene: Scene, nominal: Nominal) -> str | None:
    """By a genitive or "aus" after the noun: "Soldaten Nordkoreas", "Drohnen iranischer Bauart"."""
    for follower in chain_after(scene, nominal)[:2]:
        genitive = follower.preposition is None and follower.attached and follower.quantity is None
        genitive = genitive and not _is_no_genitive(follower)
        source = follower.preposition is not None and scene.is_a(follower.preposition, "source")
        if (genitive or source) and follower.actor is not None and not is_ours(scene, follower):
            return scene.power(follower.actor.actor)
        half_land = genitive and follower.lemma in scene.words.jobs["half"]
        if (source or half_land) and (named := seated(scene, follower)) is not None:
            return named
        if (genitive or source) and is_own_land(scene, follower):
            return own_land(scene, follower)
        if (genitive or source) and is_that_land(scene, follower):
            return _of_that_land(scene, nominal, follower)
        if follower.owners and follower.lemma in scene.words.jobs["make"]:
            return scene.power(follower.owners[0].actor)
        if not (genitive or source) or (follower.item is None and follower.people is None):
            break
    return None


def _is_no_genitive(nominal: Nominal) -> bool:
    """Whether an article rules the genitive out ("zeigten Soldaten den Russen …")."""
    return nominal.determiner is not None and bool(nominal.cases) and "gen" not in nominal.cases


def _of_that_land(scene: Scene, nominal: Nominal, land: Nominal) -> str | None:
    """Whose "Soldaten des Landes" are: of whom the text is about, and not of who only speaks of them."""
    at, told = land.head, None
    if nominal.people is not None and only_spoken(scene, at):
        told = people_named(scene, at) or acting_before(scene, at, silent=True, here=False)
    return told or acting_before(scene, at, silent=True) or people_named(scene, at, back=1)


def acting_before(scene: Scene, position: int, *, silent: bool = False, here: bool = True) -> str | None:
    """The state that the last clauses before a position are about: their subject's, if it is one and the same, in the
    sentence (if `here`) or the two before it; `silent`: whoever speaks in those before does not count."""
    own = scene.clause_at(position)
    number = scene.sentence_of(position).number
    for sentence in reversed(scene.text.sentences[max(number - 2, 0) : number + here]):
        before = [c for c in scene.text.clauses if sentence.first <= c.first < min(sentence.last, position)]
        tops = [subject(scene, c) for c in before if own is None or c.first < own.first]
        hushed = silent and sentence.number < number
        acting = [top for top in tops if top is not None and not (hushed and scene.speaks(top))]
        powers = {power for top in acting for power in _powers(scene, top)}
        if powers:
            return powers.pop() if len(powers) == 1 else None
    return None


def _powers(scene: Scene, top: Nominal) -> list[str]:
    """The powers of a subject and of those who are joined to it."""
    sentence = scene.nominals[scene.sentence_of(top.first).number]
    joined = [top, *(n for n in sentence if n.coordinated and n.last > top.last)]
    joined = [n for n in joined if n.preposition is None]
    found = [seated(scene, n) if n.actor is None else scene.power(n.actor.actor) for n in joined]
    if not any(found) and top.actor is None and top.owners and in_genitive(scene.text, top._replace(head=top.first)):
        found = [scene.power(top.owners[0].actor)]
    return [power for power in found if power is not None and known_state(scene, power)]


def _genitive_before(scene: Scene, nominal: Nominal) -> str | None:
    """ "Nordkoreas Soldaten", "Kims Truppen": a name in the genitive right before."""
    if nominal.determiner is not None or not nominal.attached:
        return None
    sentence = scene.nominals[scene.sentence_of(nominal.first).number]
    before = next((n for n in reversed(sentence) if n.last <= nominal.first), None)
    if before is None or nominal.preposition != before.preposition or (before.attached and before.preposition is None):
        return None
    if before.actor is None or not in_genitive(scene.text, before):
        return None
    return scene.power(before.actor.actor)


def subject(scene: Scene, clause: Clause) -> Nominal | None:
    """The actor that is the subject of a clause: its own; of a relative clause the noun before it; of an infinitive the
    subject of the clause above."""
    if clause.kind is ClauseKind.INFINITIVE and clause.parent is not None:
        return _controller(scene, scene.text.clauses[clause.parent])
    if clause.kind is ClauseKind.RELATIVE and clause.opener == clause.first:
        is_subject = scene.text.tokens[clause.first].tag == "PRELS" and given_to(scene, clause) is None
        before = antecedent(scene, clause) if is_subject else None
        if before is not None and not (is_object(scene, before, clause) and _has_subject(scene, clause)):
            return _predicated(scene, clause, before) or (before if _acts(scene, before) else None)
    if (above := accusing(scene, clause)) is not None:
        return _controller(scene, above)
    free = _free(scene, clause)
    for nominal in free:
        if nominal.item is None and can_be_subject(scene, nominal) and _acts(scene, nominal):
            return next((n for n in free if nominal.determiner is None and _only_acts(scene, n)), nominal)
        if must_be_subject(scene, nominal):
            return None
    first = continued(scene, clause)
    return subject(scene, first) if first is not None and not clause.passive else None


def _free(scene: Scene, clause: Clause) -> list[Nominal]:
    """The noun phrases of a clause that stand for themselves, behind a dateline: no genitives, no "als …"."""
    after = dateline_end(scene, clause)
    bare = [n for n in scene.inside(clause) if n.preposition is None and not n.pronoun and n.first >= after]
    likened = (n for n in bare if n.first == 0 or scene.text.tokens[n.first - 1].tag != "KOKOM")
    return [n for n in likened if not is_genitive(scene, n)]


def _only_acts(scene: Scene, nominal: Nominal) -> bool:
    """Whether it is a state whose article makes it the subject ("Polen lieferte der Iran keine Drohnen")."""
    named = nominal.actor
    return named is not None and named.actor.kind is ActorKind.STATE and must_be_subject(scene, nominal)


def _predicated(scene: Scene, clause: Clause, before: Nominal) -> Nominal | None:
    """ "Polen gehört zu den Ländern, die …": who is said to be one of them."""
    above = scene.text.clauses[clause.parent] if clause.parent is not None else None
    one = above is not None and above.lemma in scene.words.jobs["belong"] and before.actor is None
    land = before.lemma in scene.words.jobs["land"] | scene.words.jobs["country"]
    return subject(scene, above) if one and land and above is not None else None


def _has_subject(scene: Scene, clause: Clause) -> bool:
    """Whether a relative clause about goods has a subject of its own ("Raketen, die der Iran geliefert hat")."""
    inside = [n for n in scene.inside(clause) if n.preposition is None and not n.pronoun and n.item is None]
    return not clause.passive and any(can_be_subject(scene, n) and _acts(scene, n) for n in inside)


def _controller(scene: Scene, above: Clause) -> Nominal | None:
    """Who does what an infinitive tells: the subject of the clause above, or its object ("wirft X vor, … zu haben")."""
    if above.lemma not in scene.words.jobs["object-control"]:
        return subject(scene, above)
    bare = [n for n in scene.inside(above) if n.preposition is None and not n.pronoun and stands_alone(scene, n)]
    free = [n for n in bare if n.item is None and _acts(scene, n)]
    free = [n for n in free if not (n.coordinated and any(n.first - other.last == 1 for other in free))]
    if above.passive or not free:
        return next(iter(free), None)
    clear = [n for n in free if n.determiner is not None and n.cases and n.cases <= _OBLIQUE and "dat" in n.cases]
    if len(clear) == 1:
        return clear[0]
    told = any(n.pronoun and n.preposition is None and "nom" in n.cases for n in scene.inside(above))
    alone = len(bare) == 1 and above.lemma not in scene.words.jobs["warn"]
    other = any(must_be_subject(scene, n) for n in bare if n is not free[0])
    return free[1] if len(free) > 1 else (free[0] if told or alone or other else None)


def _acts(scene: Scene, nominal: Nominal) -> bool:
    """Whether a noun phrase names somebody: an actor, "die Regierung in …", "der polnische Minister"."""
    if seated(scene, nominal) is not None:
        return True
    if nominal.actor is not None:
        return nominal.lemma not in scene.words.jobs["half"]
    if nominal.lemma in scene.words.jobs["country"] | scene.words.jobs["that-land"] and nominal.determiner is not None:
        return True
    return bool(nominal.owners) and nominal.people is None and nominal.place is None


def seated(scene: Scene, nominal: Nominal) -> str | None:
    """The state of "das Regime in Pjöngjang", "die Regierung Polens"."""
    if nominal.lemma in scene.words.jobs["half"] and nominal.determiner is not None:
        return half(scene, nominal)
    if nominal.lemma.rpartition("-")[2] not in scene.words.jobs["land"]:
        return None
    if is_ours(scene, nominal):
        return own_land(scene, nominal)
    if (power := owner(scene, nominal)) is not None:
        return power
    for follower in (n for n in chain_after(scene, nominal)[:1] if not is_goal(scene, n)):
        if follower.actor is not None and (follower.preposition is None or scene.is_a(follower.preposition, "in")):
            return scene.power(follower.actor.actor)
        if follower.place is not None:
            return follower.place.place.country
    land, silent = nominal.preposition is None and is_that_land(scene, nominal), scene.is_noun(nominal, "regime")
    return land_meant(scene, nominal, acting_before(scene, nominal.head, silent=silent)) if land else None


def own_land(scene: Scene, nominal: Nominal) -> str | None:
    """ "sein Land": that of whoever the clause above is about, or who says it."""
    clause = scene.clause_at(nominal.head)
    if clause is not None and clause.parent is not None:
        top = subject(scene, scene.text.clauses[clause.parent])
        if top is not None and top.actor is not None and top is not nominal:
            return state_by_adjective(scene, top.first, top.last) or scene.power(top.actor.actor)
    here = scene.text.tokens[nominal.head].span
    told = [s for s in scene.statements if s.speakers and s.content.contains(here)]
    named = [m for m in scene.mentions.actors if told and told[0].speaker and told[0].speaker.overlaps(m.span)]
    called = next((s for m in named if (s := state_by_adjective(scene, m.first, m.last)) is not None), None)
    speaker = scene.actors.get(told[0].speakers[0]) if told else None
    return called or (None if speaker is not None and speaker.kind is ActorKind.MINISTRY else scene.power(speaker))
