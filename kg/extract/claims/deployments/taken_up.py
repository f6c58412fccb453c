"""What the soldiers whom an article is about are told to do where they are, when only "sie" or "die Männer" names them:
"Sie hätten bei der Rückeroberung von Kursk geholfen".

Read when the article has told whose people are where; verbs do not matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.claims.common.contingent import is_troop
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.bystanders import is_plain
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.people import extent
from kg.extract.claims.deployments.roles import Roles
from kg.extract.claims.grammar.clause_parts import is_genitive
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.location import Where, where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner
from kg.lang.deployment import DeploymentRow
from kg.model import Clause, ClauseKind, Role

__all__ = ["taken_up"]

_BACK = 2
"""Sentences that "sie" goes back over at most, where those between are about the same people."""


def taken_up(desk: Desk, told: Sequence[Found], pair: tuple[str, str] | None) -> Iterator[tuple[Match, Roles]]:
    """The match and roles of every clause that tells where the article's soldiers are, or that they fight, and names
    them only by what takes them up; `pair`: whose they are and where."""
    scene = desk.scene
    row = next((r for r in desk.language.table(DeploymentRow).values() if r.bare), None)
    marks = frozenset().union(*(scene.words.jobs[job] for job in ("they-all", "heads", "some-of")))
    for sentence in scene.text.sentences if row is not None and pair is not None else ():
        marked = not marks.isdisjoint(scene.lemmas[sentence.first : sentence.last])
        for people in scene.nominals[sentence.number] if marked and sentence.role is Role.PROSE else ():
            clause = scene.clause_at(people.head) if _takes_up(scene, people) else None
            if clause is None or pair is None or row is None or _is_told(scene, clause, told):
                continue
            if _is_object(scene, people, clause) or clause.finite in {None, clause.first}:
                continue
            place = where(scene, [n for n in scene.inside(clause) if n is not people])
            if place.host not in {None, pair[1]} or not _is_there(scene, clause, place):
                continue
            if not is_plain(scene, people, clause) or _last_people(scene, people, told) != pair[0]:
                continue
            there = Where(pair[1], place.places, False, place.positions)
            positions = (*extent(people), *place.positions, *clause.verbs)
            at = clause.verbs[-1] if clause.verbs else people.head
            yield (
                Match(row, How.VERB, at, clause, None),
                Roles(people, pair[0], there, positions, True, True, lent=True),
            )


def _takes_up(scene: Scene, nominal: Nominal) -> bool:
    """ "sie" before a plural verb, or "die Männer"."""
    if nominal.preposition is not None or "nom" not in nominal.cases or nominal.quantity is not None:
        return False
    if not nominal.pronoun and (nominal.lemma in scene.words.jobs["some-of"]):
        return _is_part(scene, nominal)
    if not nominal.pronoun:
        men = nominal.lemma in scene.words.jobs["heads"] and not nominal.owners and nominal.determiner is not None
        return men and scene.is_a(nominal.determiner or 0, "the") and not is_genitive(scene, nominal)
    clause = scene.clause_at(nominal.head)
    finite = scene.text.tokens[clause.finite] if clause is not None and clause.finite is not None else None
    return finite is not None and scene.is_a(nominal.head, "they-all") and finite.form.endswith(("n", "nd"))


def _is_part(scene: Scene, nominal: Nominal) -> bool:
    """ "Der Großteil der Truppe": some of those told before."""
    held = next(iter(chain_after(scene, nominal)), None)
    if held is None or held.preposition is not None:
        return nominal.determiner is not None and scene.is_a(nominal.determiner, "the") and not nominal.attached
    if held.determiner is None or held.owners or held.quantity:
        return False
    return held.lemma in scene.words.jobs["heads"] or (held.people is not None and not held.people.civilian)


def _is_object(scene: Scene, people: Nominal, clause: Clause) -> bool:
    """Whether somebody else can be the subject of a clause ("Wir sehen sie in Kursk")."""
    free = [n for n in scene.inside(clause) if n.preposition is None and n is not people and not n.attached]
    before = [n for n in free if n.first < people.first or n.pronoun]
    return any("nom" in n.cases and not is_genitive(scene, n) for n in before)


def _is_told(scene: Scene, clause: Clause, told: Sequence[Found]) -> bool:
    """Whether a claim is made of the clause already."""
    span = scene.text.span(clause.first, clause.last)
    return clause.kind is ClauseKind.FRAGMENT or any(f.claim.evidence.overlaps(span) for f in told)


def _is_there(scene: Scene, clause: Clause, place: Where) -> bool:
    """Whether a clause names a place or tells of fighting."""
    return place.host is not None or any(scene.is_a(p, "in-battle") for p in scene.own_tokens(clause))


def _last_people(scene: Scene, people: Nominal, told: Sequence[Found]) -> str | None:
    """Whose the last people are that are named before a noun phrase that takes them up."""
    sentence = scene.sentence_of(people.first)
    for number in range(sentence.number, max(sentence.number - _BACK - 1, -1), -1):
        named = [n for n in scene.nominals[number] if n.last <= people.first and not n.pronoun]
        for nominal in reversed(named):
            if is_troop(nominal) or (nominal.people is not None and nominal.people.holds):
                whose = owner(scene, nominal) or _sent(scene, nominal, told)
                if whose is not None or not _is_the_same(scene, nominal):
                    return whose
            elif _are_others(scene, nominal):
                return None
    return None


def _sent(scene: Scene, nominal: Nominal, told: Sequence[Found]) -> str | None:
    """Who is told to have sent people."""
    here = scene.text.tokens[nominal.head].span
    return next((f.claim.sender for f in told if f.core.contains(here)), None)


def _is_the_same(scene: Scene, nominal: Nominal) -> bool:
    """ "die Soldaten", "ein Teil von ihnen": nobody else than those before."""
    return nominal.determiner is not None or nominal.quantity is not None


def _are_others(scene: Scene, nominal: Nominal) -> bool:
    """Whether "sie" behind it could be other people or things: a plural subject."""
    plural = nominal.people is not None or (nominal.actor is not None and nominal.actor.plural)
    return plural and nominal.preposition is None and "nom" in nominal.cases and not is_genitive(scene, nominal)
