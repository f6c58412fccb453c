"""Deployments without a verb or noun of deploying: people of one country told to be in another."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.dispatch import is_dispatched
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.helpers import is_helper
from kg.extract.claims.deployments.natives import is_known
from kg.extract.claims.deployments.people import is_hurt, names_people
from kg.extract.claims.deployments.senders import is_possessed, strange_subject
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner
from kg.lang.deployment import DeploymentRow
from kg.model import Clause, MentionForm, Role

__all__ = ["is_headline", "is_repeated", "once", "people_matches"]


def people_matches(desk: Desk) -> list[Match]:
    """A match of the row without words for every noun phrase in prose that names people of a country."""
    row = next((r for r in desk.language.table(DeploymentRow).values() if r.bare), None)
    if row is None:
        return []
    scene = desk.scene
    found: list[Match] = []
    people = scene.words.people
    known = ((noun, people.nearest(noun)) for noun in people.met(scene.vocabulary))
    soldiers = {noun for noun, who in known if who is not None and not who.civilian} | scene.words.jobs["heads"]
    demonyms = (m for m in scene.mentions.actors if m.form is MentionForm.DEMONYM)
    natives = {scene.sentence_of(mention.first).number for mention in demonyms}
    for sentence in scene.text.sentences:
        words = scene.nouns[sentence.first : sentence.last]
        if sentence.role is not Role.PROSE or (soldiers.isdisjoint(words) and sentence.number not in natives):
            continue
        for nominal in scene.nominals[sentence.number]:
            clause = scene.clause_at(nominal.head)
            if not (names_people(desk, nominal) or (nominal.actor is not None and is_known(desk, nominal, []))):
                continue
            if clause is None or _is_hurt(desk, nominal, clause) or _is_of_size(scene, nominal):
                continue
            owned = owner(scene, nominal) is not None or is_possessed(desk, nominal)
            owned = owned or is_dispatched(desk, nominal, clause) or is_helper(desk, nominal, clause)
            taken = _is_resumed(scene, nominal) or _is_there(desk, nominal, clause)
            if owned or taken or _is_listed(scene, nominal, clause):
                found.append(Match(row, How.NOUN, nominal.head, clause, nominal))
    return found


def _is_listed(scene: Scene, nominal: Nominal, clause: Clause) -> bool:
    """Whether people are one of those told before: "Darunter 40 Offiziere und ein General."."""
    first = scene.sentence_of(clause.first).first
    return nominal.quantity is not None and clause.finite is None and scene.is_a(first, "also")


def _is_of_size(scene: Scene, nominal: Nominal) -> bool:
    """ "Angaben zur Zahl der Soldaten": whether only how many they are is talked about."""
    if nominal.preposition is not None and nominal.lemma in scene.words.jobs["size"] and nominal.quantity is None:
        return True
    before = (n for n in scene.nominals[scene.sentence_of(nominal.first).number] if n.last == nominal.first)
    held = next(before, None) if nominal.attached and nominal.preposition is None else None
    return held is not None and held.preposition is not None and held.lemma in scene.words.jobs["size"]


def _is_resumed(scene: Scene, nominal: Nominal) -> bool:
    """ "die Soldaten", which may be those told before."""
    determiner, row = nominal.determiner, nominal.people
    plain = determiner == nominal.first and nominal.preposition is None and row is not None
    return plain and determiner is not None and not nominal.attached and scene.is_a(determiner, "the")


def _is_there(desk: Desk, nominal: Nominal, clause: Clause) -> bool:
    """ "Dort sind 400 Soldaten mit dem Aufbau befasst": soldiers of nobody where the text has sent some before."""
    counted = nominal.quantity is not None and nominal.preposition is None and nominal.determiner is None
    there = counted and any(desk.scene.is_a(p, "there-place") for p in desk.scene.own_tokens(clause))
    return there and not strange_subject(desk, clause, nominal)


def _is_hurt(desk: Desk, people: Nominal, clause: Clause) -> bool:
    """Whether people are told to be dead, wounded or caught."""
    scene = desk.scene
    verbs = (p for p in scene.own_tokens(clause) if scene.text.tokens[p].tag.startswith(("VV", "PTKVZ")))
    return is_hurt(desk, people) or any(scene.is_a(p, "hurt") for p in verbs)


def is_repeated(one: Found, found: list[Found]) -> bool:
    """Whether the same words have told the same already ("werde 2600 Mann umfassen und nach Kursk verlegt")."""
    last = found[-3:]
    near = [f for f in last if f.claim.evidence.overlaps(one.claim.evidence)]
    if any(_is_same(one, _with_evidence(f, one)) or _is_counted(one, f) for f in near):
        return True
    return any(_is_sized(one, f) and 0 <= one.claim.evidence.start - f.claim.evidence.end <= 1 for f in last)


def _is_sized(one: Found, other: Found) -> bool:
    """Whether a number is told of people right behind "die Zahl", which a verb of counting has told already."""
    new, told = one.claim, other.claim
    same = (new.sender, new.host, new.number, new.claimants) == (told.sender, told.host, told.number, told.claimants)
    return same and new.rule != told.rule and new.number is not None


def _is_counted(one: Found, other: Found) -> bool:
    """Whether a number is told of people whom the verb around them has counted ("die Zahl der in Mali stationierten
    Soldaten steigt auf 900")."""
    new, told = one.claim, other.claim
    same = (new.sender, new.host, new.number) == (told.sender, told.host, told.number)
    inside = new.rule != told.rule and told.evidence.contains(one.core) and not other.core.contains(one.core)
    return same and inside and new.number is not None


def _with_evidence(one: Found, other: Found) -> Found:
    """A deployment with the evidence of another."""
    return one._replace(claim=replace(one.claim, evidence=other.claim.evidence))


def once(found: list[Found]) -> list[Found]:
    """The deployments, each once that two rules have read from the same words."""
    kept: list[Found] = []
    for one in found:
        if not any(_is_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _is_same(one: Found, other: Found) -> bool:
    """Whether two deployments tell the same; two equal numbers that one rule reads behind each other are two ("1500
    Mann im Mai und weitere 1500 im Juni")."""
    first, second = (replace(f.claim, rule="", certainty=Decimal(1)) for f in (one, other))
    two = one.claim.number is not None and one.claim.rule == other.claim.rule and not one.core.overlaps(other.core)
    return first == second and not two


def is_headline(desk: Desk, found: Found) -> bool:
    """Whether a headline tells it, not the article's prose."""
    text = desk.scene.text
    return text.sentence_at(text.place_of(found.core.start)).role is not Role.PROSE
