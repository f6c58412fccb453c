"""Whose people were hurt by how they are called: by their own words, by a name, by the side that a clause names."""

from __future__ import annotations

from kg.extract.claims.casualties.possessors import foe, possessor
from kg.extract.claims.common.bands import fighters
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.common.strangers import of_others, strange
from kg.extract.claims.grammar.frames import How, Match, chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.origin import known_state, state_by_adjective
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner, subject
from kg.model import ActorKind, Clause, MentionForm

__all__ = ["among", "called", "is_civilian", "is_open", "is_troops", "strangers"]


def called(desk: Desk, match: Match, victims: Nominal | None) -> str | None:
    """Whose the victims are by their own words or by those of a side in the clause."""
    if victims is None:
        return _sided(desk, match, victims)
    if victims.people is not None and (victims.people.stateless or _are_fought(desk, match, victims)):
        named = next((p for m in victims.owners if (p := desk.scene.power(m.actor)) is not None), None)
        return named or _fought(desk, match.clause) or fighters(desk.scene, victims)
    if any(n.attached and n.lemma in desk.scene.words.jobs["enemy"] for n in chain_after(desk.scene, victims)[:1]):
        return foe(desk, match.at)
    if (named := owner(desk.scene, victims) or _of_fighters(desk, victims)) is not None:
        return named
    if victims.actor is not None and (state := _of_named(desk, victims)) is not None:
        return state
    if victims.lemma in desk.scene.words.jobs["enemy"]:
        return foe(desk, match.at)
    return possessor(desk, victims) or _sided(desk, match, victims) or fighters(desk.scene, victims)


def _are_fought(desk: Desk, match: Match, victims: Nominal) -> bool:
    """ "80 Kämpfer", where the clause tells what group is fought and nothing tells whose they are."""
    fighters_only = victims.people is not None and bool(victims.people.called) and owner(desk.scene, victims) is None
    return fighters_only and _fought(desk, match.clause) is not None


def _fought(desk: Desk, clause: Clause) -> str | None:
    """ "bei Einsätzen gegen die Miliz X (töteten Soldaten drei Rebellen)": the group, no state, that is fought."""
    scene = desk.scene
    foes = (n for n in scene.inside(clause) if n.preposition is not None and scene.is_a(n.preposition, "foe"))
    named = (n.actor.actor for n in foes if n.actor is not None)
    return next((actor.id for actor in named if actor.registered and actor.kind in _BANDS), None)


_BANDS = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.ARMED_FORCES})
"""Kinds of those who fight and are no state."""


def is_open(desk: Desk, victims: Nominal) -> bool:
    """Whether no place tells whose somebody is: an enemy, a person."""
    person = victims.actor is not None and victims.actor.actor.kind is ActorKind.PERSON
    return person or victims.lemma in desk.scene.words.jobs["enemy"] or _of_rebels(desk, victims)


def _of_rebels(desk: Desk, victims: Nominal) -> bool:
    """ "drei Kommandanten der Rebellen"."""
    after = chain_after(desk.scene, victims)[:1]
    return any(n.preposition is None and n.attached and n.people is not None and n.people.stateless for n in after)


def _of_fighters(desk: Desk, victims: Nominal) -> str | None:
    """ "drei Kommandanten der Rebellen"."""
    after = chain_after(desk.scene, victims)[:1]
    return next((fighters(desk.scene, n) for n in after if n.preposition is None and n.attached), None)


def _of_named(desk: Desk, victims: Nominal) -> str | None:
    """Whose somebody named is: by an adjective beside the name, else the state that they act for."""
    scene = desk.scene
    assert victims.actor is not None
    if victims.actor.form is MentionForm.DEMONYM:
        return scene.power(victims.actor.actor)
    sentence = scene.nominals[scene.sentence_of(victims.first).number]
    beside = [n for n in sentence if n.actor is not None and n.actor.actor == victims.actor.actor]
    if any(_of_a_body(scene, n) for n in beside):
        return None
    called = next((s for n in beside if (s := state_by_adjective(scene, n.first, n.last)) is not None), None)
    return called or possessor(desk, victims) or known_state(scene, scene.power(victims.actor.actor))


def _of_a_body(scene: Scene, nominal: Nominal) -> bool:
    """As in "der libysche IS-Chef": the land tells where, the acronym whose he is."""
    forms = (token.form.partition("-") for token in scene.text.tokens[nominal.first : nominal.last])
    acronym = any(hyphen and len(first) > 1 and first.isupper() and rest[:1].isupper() for first, hyphen, rest in forms)
    return acronym and nominal.people is None and state_by_adjective(scene, nominal.first, nominal.last) is not None


def _sided(desk: Desk, match: Match, victims: Nominal | None) -> str | None:
    """ "auf armenischer Seite", "Russlands Verluste stiegen auf 700 Tote", "räumte ein, dass eigene Soldaten"."""
    scene = desk.scene
    for nominal in scene.inside(match.clause):
        side = nominal.preposition is not None and (scene.is_noun(nominal, "side") or scene.is_noun(nominal, "ranks"))
        if nominal.preposition is not None and nominal.lemma in scene.words.jobs["enemy"]:
            return foe(desk, match.at)
        if (side or scene.is_noun(nominal, "loss") or _are_among(desk, match, nominal)) and nominal is not victims:
            whose_side = owner(scene, nominal) or _nation(scene, nominal) or _own_side(desk, match, nominal)
            if whose_side is not None:
                return whose_side
    own = victims is not None and any(scene.is_a(p, "own") for p in range(victims.first, victims.head))
    after = match.clause.parent is None and match.clause.number + 1 < len(scene.text.clauses)
    above = match.clause.number + 1 if after else match.clause.parent
    if not own or above is None:
        return None
    top = subject(scene, scene.text.clauses[above])
    return scene.power(top.actor.actor) if top is not None and top.actor is not None else None


def _own_side(desk: Desk, match: Match, side: Nominal) -> str | None:
    """ "meldete sieben Tote in den eigenen Reihen", "beklagt Tote in ihren Reihen": those of the subject."""
    scene = desk.scene
    if side.determiner is None or side.preposition is None:
        return None
    theirs = scene.text.tokens[side.determiner].tag == "PPOSAT"
    if not theirs and not any(scene.is_a(p, "own") for p in range(side.determiner, side.head)):
        return None
    top = subject(scene, match.clause)
    own = scene.power(top.actor.actor) if top is not None and top.actor is not None else None
    return own or (possessor(desk, side) if theirs else None)


def among(desk: Desk, match: Match) -> str | None:
    """Whose the people are among whom a clause counts dead ("600 Tote verzeichnet der Dienst unter den Polen")."""
    inside = (n for n in desk.scene.inside(match.clause) if n is not match.nominal)
    there = (n for n in inside if _are_among(desk, match, n))
    return next((whose for n in there if (whose := owner(desk.scene, n) or _nation(desk.scene, n)) is not None), None)


def _are_among(desk: Desk, match: Match, nominal: Nominal) -> bool:
    """ "600 Tote verzeichnet der Dienst unter den Nordkoreanern", "bei den Nordkoreanern"."""
    at = nominal.preposition
    if at is None or match.how is How.VERB or not desk.scene.is_a(at, "at-them") or desk.scene.is_a(at, "between"):
        return False
    troops = nominal.people is not None and nominal.people.personnel is not None
    return troops or _nation(desk.scene, nominal) is not None


def _nation(scene: Scene, nominal: Nominal) -> str | None:
    """ "den Nordkoreanern"."""
    named = nominal.actor
    people = named is not None and named.form is MentionForm.DEMONYM and named.plural
    return scene.power(named.actor) if named is not None and people else None


def strangers(desk: Desk, victims: Nominal) -> bool:
    """Fighters of no state, and people known by a word that nobody knows ("ausländische Söldner")."""
    if (victims.people is not None and victims.people.stateless) or _of_rebels(desk, victims):
        return True
    anybody = victims.people is None and victims.actor is None and victims.lemma not in desk.scene.words.jobs["hurt"]
    return strange(desk, victims) if anybody or is_civilian(victims) else of_others(desk, victims)


def is_civilian(victims: Nominal) -> bool:
    """Whether a noun names people who are no soldiers."""
    return victims.people is not None and victims.people.civilian


def is_troops(victims: Nominal | None) -> bool:
    """Soldiers, whom no place makes those of its country; policemen are at home."""
    people = victims.people if victims is not None else None
    return people is not None and people.personnel is not None and not people.home
