"""Who the parties of an agreement are, by the noun, its clause and what is told around it."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.agreements.meetings import Meeting
from kg.extract.claims.agreements.owners import genitives, meant_above
from kg.extract.claims.common.context import partner
from kg.extract.claims.common.pairs import both, leading, pair_of, party, party_of, represented, seats, several
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import continued, parties
from kg.lang.agreement import Tie
from kg.model import Clause, ClauseKind

__all__ = ["Telling", "does", "named"]


class Telling(NamedTuple):
    """Where it is told how an agreement comes about or stands."""

    noun: Nominal
    clause: Clause
    tie: Tie | None
    """What the verb of the clause does with the agreement; None where it says nothing of it."""
    zone: tuple[Nominal, ...]
    """The noun phrases of a participle in front of the noun: "der von X und Y unterzeichnete Vertrag"."""
    relative: bool
    """Whether the clause is a relative clause that belongs to the noun."""
    ends: bool = False
    """Whether the subject of the clause ratifies or ends what the participle tells of."""


def does(scene: Scene, nominal: Nominal, *jobs: str) -> bool:
    """Whether a phrase stands behind a preposition of one of some jobs ("with", "agent")."""
    return nominal.preposition is not None and any(scene.is_a(nominal.preposition, job) for job in jobs)


def named(scene: Scene, telling: Telling, people: tuple[str, ...], meeting: Meeting) -> tuple[str, ...]:
    """The parties, as far as the mention fixes them."""
    own = _of_noun(scene, telling)
    if len(own) > 1:
        return own
    if telling.zone:
        found = _sorted([*own, *(party_of(scene, n) for n in telling.zone)])
        doers = parties(scene, scene.inside(telling.clause))[:1] if telling.ends and len(found) < 2 else []
        found = _sorted([*found, *(party_of(scene, n) for n in doers)])
        return found if len(found) > 1 else _by_pair(scene, telling, found)
    if telling.tie in {Tie.SIGNS, Tie.CONCLUDES, Tie.NEGOTIATES}:
        return _of_act(scene, telling, people, meeting)
    if telling.tie in {Tie.HOLDS, Tie.OBLIGES}:
        return _of_standing(scene, telling, own)
    return own


def _by_pair(scene: Scene, telling: Telling, found: tuple[str, ...]) -> tuple[str, ...]:
    """As in "ein im Juni besiegelter Vertrag": the two whom the article names together with "und" most."""
    for one in (*found, *pair_of(scene, telling.noun.head)):
        other = partner(scene, one)
        if other is not None and partner(scene, other) == one and {*found} <= {one, other}:
            return tuple(sorted((one, other)))
    return found


def _sorted(found: list[str | None]) -> tuple[str, ...]:
    return tuple(sorted({one for one in found if one is not None}))


def _of_noun(scene: Scene, telling: Telling) -> tuple[str, ...]:
    """The parties that the noun names: "zwischen X und Y", "der beiden Länder"; "eines Abkommens mit X" and who the
    clause is about."""
    noun = telling.noun
    chain = chain_after(scene, noun)
    between = [n for n in chain if does(scene, n, "between")]
    if between:
        found = [party_of(scene, n) for n in between]
        if any(both(scene, n) for n in between):
            return pair_of(scene, noun.head)
        return _sorted(found) if None not in found else ()
    if any(both(scene, n) for n in chain[:1]):
        return pair_of(scene, noun.head)
    other = [n for n in chain[:2] if does(scene, n, "with") and n.actor is not None][:1]
    owners = [*(party(scene, m.actor) for m in noun.owners), *genitives(scene, noun)]
    if telling.tie is not None or telling.zone:
        return _sorted([*owners, *(party_of(scene, n) for n in other)])
    return _sorted([*owners, *_by_determiner(scene, telling, other)])


def _by_determiner(scene: Scene, telling: Telling, other: list[Nominal]) -> list[str | None]:
    """The parties beside a verb that tells nothing: of "ihr Vertrag", "der Vertrag mit X", "ein Vertrag mit X"."""
    noun, determiner = telling.noun, telling.noun.determiner
    before = [n for n in scene.inside(telling.clause) if n.actor is not None and n.first < noun.first]
    theirs = determiner is not None and scene.text.tokens[determiner].tag == "PPOSAT" and not other
    if theirs and any(both(scene, n) for n in scene.inside(telling.clause)):
        return [*pair_of(scene, noun.head)]
    if theirs:
        return [party_of(scene, n) for n in parties(scene, before)]
    if not other:
        return []
    if determiner is not None and not scene.is_a(determiner, "a"):
        return [party_of(scene, other[0]), _known_partner(scene, telling, other[0])]
    doers = [n for n in before if n.preposition is None or (telling.clause.passive and does(scene, n, "agent"))]
    return [party_of(scene, n) for n in [*doers[:1], *other]]


def _known_partner(scene: Scene, telling: Telling, other: Nominal) -> str | None:
    """As in "der Vertrag mit Nordkorea": the state that the article names most with the other, if it is named near."""
    known = party_of(scene, other)
    found = None if known is None else partner(scene, known)
    sentence = scene.sentence_of(telling.noun.head)
    near = [n for number in range(max(sentence.number - 1, 0), sentence.number + 1) for n in scene.nominals[number]]
    return found if any(party_of(scene, n) == found for n in near) else None


def _of_act(scene: Scene, telling: Telling, people: tuple[str, ...], meeting: Meeting) -> tuple[str, ...]:
    """The parties by the act: who signs or ends it, with whom, in the country where they met."""
    clause, inside = telling.clause, scene.inside(telling.clause)
    found = [party(scene, scene.actors[person]) for person in people if person in scene.actors]
    for nominal in [*chain_after(scene, telling.noun), *inside]:
        by = clause.passive and does(scene, nominal, "agent")
        if (by or does(scene, nominal, "with", "between")) and nominal.actor is not None:
            found.append(party(scene, nominal.actor.actor))
    found += [party_of(scene, n) for n in parties(scene, inside) if not n.attached]
    found += [party_of(scene, n) for n in represented(scene, inside)]
    found += [one for n in inside if n.preposition is None for one in seats(scene, n)]
    found += _pair_before(scene, clause)
    found += [party(scene, mention.actor) for mention in telling.noun.owners]
    distinct = tuple(dict.fromkeys(p for p in found if p is not None))
    if telling.relative and len(distinct) == 1:
        distinct = tuple(dict.fromkeys(p for p in (*distinct, *meant_above(scene, clause, telling.noun)) if p))
    if not distinct:
        distinct = _subjects_before(scene, telling) or _left_open(scene, telling) or _at_work(scene, telling)
    if len(distinct) == 1 and meeting.used and meeting.country is not None:
        distinct = tuple(dict.fromkeys([*distinct, meeting.country]))
    if not distinct and any(scene.is_a(p, "both") for p in scene.own_tokens(clause)):
        country = (meeting.country,) if meeting.country is not None else ()
        distinct = tuple(dict.fromkeys([*meeting.powers, *country]))[-2:]
        if any(both(scene, n) for n in inside):
            distinct = pair_of(scene, telling.noun.head) or distinct
    return tuple(sorted(distinct))


def _left_open(scene: Scene, telling: Telling) -> tuple[str, ...]:
    """Those named before where nobody is told: "Sie schlossen einen Pakt", "Das Abkommen wurde im Mai geschlossen"."""
    clause, determiner = telling.clause, telling.noun.determiner
    inside = scene.inside(clause)
    pronoun = any(n.pronoun and "nom" in n.cases and scene.is_a(n.head, "they") for n in inside)
    numbered = any(scene.is_noun(n, "agreeing") and n.quantity is not None and n.actor is None for n in inside)
    if numbered and telling.tie is Tie.SIGNS:
        return several(scene, clause.first)
    known = clause.passive and determiner is not None and not scene.is_a(determiner, "a")
    if pronoun and telling.tie is Tie.SIGNS:
        return several(scene, clause.first)
    return pair_of(scene, clause.first) if known and telling.tie is Tie.SIGNS else ()


def _at_work(scene: Scene, telling: Telling) -> tuple[str, ...]:
    """As in "X und Y arbeiten an einem Pakt, der bald unterzeichnet werden soll": the two who act on what is signed."""
    some = telling.noun.determiner is not None and scene.is_a(telling.noun.determiner, "a")
    above = scene.clause_at(telling.noun.head) if some and telling.relative and telling.clause.passive else None
    inside = scene.inside(above) if above is not None else ()
    if any(both(scene, n) for n in inside):
        return pair_of(scene, telling.noun.head)
    found = _sorted([party_of(scene, n) for n in parties(scene, inside) if not n.attached])
    return found if len(found) > 1 else ()


def _subjects_before(scene: Scene, telling: Telling) -> tuple[str, ...]:
    """The parties of the clause that the act continues ("besuchte Kiew und unterzeichnete dort …")."""
    first = continued(scene, telling.clause)
    bare = [] if first is None else parties(scene, scene.inside(first))[:1]
    return _sorted([party_of(scene, n) for n in bare])


def _pair_before(scene: Scene, clause: Clause) -> list[str | None]:
    """As in "die Zusammenarbeit zwischen X und Y, die durch einen Pakt besiegelt wurde"."""
    if clause.opener is None:
        return []
    sentence = scene.nominals[scene.sentence_of(clause.first).number]
    return [party_of(scene, n) for n in sentence if n.last <= clause.first and n.actor and does(scene, n, "between")]


def _of_standing(scene: Scene, telling: Telling, own: tuple[str, ...]) -> tuple[str, ...]:
    """The parties of an agreement that stands: who has it with whom, whom it binds."""
    inside = [n for n in scene.inside(telling.clause) if n.head != telling.noun.head]
    if any(both(scene, n) for n in inside):
        return pair_of(scene, telling.noun.first)
    told = [c for c in scene.text.clauses if c.parent == telling.clause.number and c.kind is ClauseKind.SUBORDINATE]
    if telling.tie is Tie.OBLIGES:
        inside += [n for c in told for n in scene.inside(c)]
    held = [n for n in inside if n.preposition is None and not n.attached] + [
        n for n in inside if does(scene, n, "with", "between")
    ]
    found = _sorted([*own, *(party_of(scene, n) for n in held)])
    if telling.relative and len(found) < 2:
        above = scene.clause_at(telling.noun.head)
        bare = [] if above is None else [n for n in scene.inside(above) if n.preposition is None]
        found = _sorted([*found, *(party_of(scene, n) for n in bare if not n.attached)])
    if len(found) == 1 and telling.tie is Tie.HOLDS and not _has_subject(scene, telling):
        found = _sorted([*found, leading(scene, telling.noun.head, other_than=found[0])])
    return found


def _has_subject(scene: Scene, telling: Telling) -> bool:
    """Whether the clause has somebody for a subject, so that the agreement itself is not it."""
    inside = scene.inside(telling.clause)
    return any(n.preposition is None and (n.pronoun or party_of(scene, n) is not None) for n in inside)
