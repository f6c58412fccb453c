"""What the form of a clause tells of its noun phrases: which can be its subject, which is a genitive."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.claims.grammar.nominals import Nominal, in_genitive
from kg.extract.claims.grammar.nominative import is_set_apart
from kg.extract.claims.grammar.origin import after_state
from kg.extract.claims.grammar.scene import Scene
from kg.model import ActorKind, Clause, ClauseKind, MentionForm, Mood

__all__ = [
    "accusing",
    "antecedent",
    "continued",
    "dateline_end",
    "from_there",
    "given_to",
    "is_genitive",
    "is_goal",
    "is_object",
    "is_ours",
    "is_own_land",
    "is_that_land",
    "land_named",
    "only_spoken",
    "parties",
    "people_named",
    "stands_alone",
]

_ARTICLES = frozenset({"ART", "PDAT", "APPRART"})
_DASHES = frozenset("-–—")
_TOLD = frozenset({Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2})
_DIRECT = frozenset({"nom", "acc"})
_LAND = 8
"""Sentences back in which the people are named of whom a source speaks."""


def dateline_end(scene: Scene, clause: Clause) -> int:
    """The position after "KURSK, Russland – " at the beginning of a paragraph; the clause's first token without one."""
    tokens = scene.text.tokens
    for position in range(clause.first, min(clause.first + 8, clause.last)):
        if tokens[position].form in _DASHES:
            return position + 1
        if tokens[position].tag.startswith(("V", "ART", "APPR", "P", "ADV")):
            break
    return clause.first


def is_genitive(scene: Scene, nominal: Nominal) -> bool:
    """Whether a noun phrase is a genitive that belongs to the noun before it."""
    if not nominal.attached or nominal.coordinated:
        return False
    article = scene.text.tokens[nominal.determiner].form if nominal.determiner is not None else ""
    loose = not nominal.cases and nominal.people is not None and not nominal.people.body  # "der Soldaten Technik …"
    told = article in scene.words.jobs["of-the"] or (loose and article in scene.words.jobs["of-them"])
    name = not article and in_genitive(scene.text, nominal)
    return told or name or (nominal.first < nominal.head and "gen" in nominal.cases and "acc" not in nominal.cases)


def is_goal(scene: Scene, nominal: Nominal) -> bool:
    """ "nach Kursk", "in die Region"."""
    at = nominal.preposition
    return at is not None and (scene.is_a(at, "goal") or nominal.cases == {"acc"})


def continued(scene: Scene, clause: Clause) -> Clause | None:
    """The clause before one that shares its subject ("besuchte Kiew und unterzeichnete dort …", "dass X
    Waffen liefert und Soldaten schickt")."""
    if clause.kind is ClauseKind.FRAGMENT and clause.finite is not None and clause.parent is not None:
        return scene.text.clauses[clause.parent]
    beside = clause.opener is not None and clause.opener < clause.first
    if clause.kind is not ClauseKind.MAIN and not beside:
        return None
    if scene.text.tokens[clause.first].tag != "KON" and clause.finite != clause.first:
        return None
    if any(n.pronoun and "nom" in n.cases for n in scene.inside(clause)):
        return None
    first = scene.sentence_of(clause.first).first
    earlier = [c for c in scene.text.clauses if first <= c.first < clause.first]
    if beside:
        return next((c for c in reversed(earlier) if c.opener == clause.opener), None)
    if (torn := _torn_off(earlier, clause)) is not None:
        return torn
    before = [c for c in earlier if c.kind is ClauseKind.MAIN]
    return before[-1] if before else None


def accusing(scene: Scene, clause: Clause) -> Clause | None:
    """The clause above whose object a pronoun means ("wirft X vor, dass es …", "warf X vor, sie habe …")."""
    pronouns = scene.words.jobs["they"] | scene.words.jobs["it"]
    first = next(iter(scene.inside(clause)), None)
    if first is None or not first.pronoun or first.lemma not in pronouns or "nom" not in first.cases:
        return None
    above = scene.text.clauses[clause.parent] if clause.parent is not None else None
    if above is None and clause.kind is ClauseKind.MAIN and clause.mood in _TOLD and clause.number:
        above = scene.text.clauses[clause.number - 1]
        above = above if above.last + 1 == clause.first else None
    return above if above is not None and above.lemma in scene.words.jobs["accuse"] else None


def _torn_off(earlier: list[Clause], clause: Clause) -> Clause | None:
    """The part before a clause that opens with its verb, if that is all that stands in front of it: "…: Putin, der
    Präsident, hatte es bestritten"."""
    parts = [c for c in earlier if c.kind is ClauseKind.FRAGMENT and c.parent is None and not c.verbs]
    near = bool(parts) and clause.finite == clause.first and parts[-1].last >= clause.first - 1
    return parts[-1] if near else None


def antecedent(scene: Scene, clause: Clause) -> Nominal | None:
    """The noun phrase that a relative clause belongs to: the last one before it."""
    before = [n for n in scene.nominals[scene.sentence_of(clause.first).number] if n.last <= clause.first]
    while len(before) > 1 and before[-1].attached and _is_of_people(*before[-2:]):
        before.pop()
    return before[-1] if before else None


def _is_of_people(people: Nominal, after: Nominal) -> bool:
    """Whether people stand before a phrase that belongs to them; "Hunderte" before goods only counts these."""
    return people.people is not None and after.people is None and not (people.people.holds and after.item is not None)


def given_to(scene: Scene, clause: Clause) -> Nominal | None:
    """Whom a relative clause opens with as its indirect object: "die Ukraine, der Polen Panzer liefert"."""
    if clause.kind is not ClauseKind.RELATIVE or clause.opener != clause.first:
        return None
    pronoun, before = next(iter(scene.inside(clause)), None), antecedent(scene, clause)
    if pronoun is None or before is None or pronoun.head != clause.first or "dat" not in pronoun.cases:
        return None
    feminine = before.lemma in scene.words.jobs["feminine"] or (
        before.cases == _DIRECT and before.determiner is not None
    )
    return before if "nom" not in pronoun.cases or feminine else None


def parties(scene: Scene, nominals: Iterable[Nominal]) -> list[Nominal]:
    """The noun phrases without preposition whose heads name an actor, genitives left out."""
    return [
        n
        for n in nominals
        if n.preposition is None
        and n.actor is not None
        and not n.pronoun
        and n.item is None
        and not is_set_apart(scene, n)
        and (not is_genitive(scene, n) or after_state(scene, n))
    ]


def is_ours(scene: Scene, nominal: Nominal) -> bool:
    """ "seine Armee": whose it is stands elsewhere."""
    at = nominal.determiner
    return at is not None and scene.text.tokens[at].tag == "PPOSAT"


def is_own_land(scene: Scene, nominal: Nominal) -> bool:
    """ "Soldaten seines Landes"."""
    return is_ours(scene, nominal) and nominal.lemma in scene.words.jobs["country"]


def is_that_land(scene: Scene, nominal: Nominal) -> bool:
    """ "Offiziere des Landes", "Pioniere aus dem Land": one that the text has told."""
    at = nominal.determiner
    between = range(at + 1, nominal.head) if at is not None else ()
    plain = at is not None and scene.text.tokens[at].tag in _ARTICLES and nominal.first in {at, nominal.preposition}
    plain = plain and not any(scene.is_a(p, "no-such-land") or scene.is_a(p, "origin") for p in between)
    return plain and nominal.lemma in scene.words.jobs["that-land"]


def from_there(scene: Scene, nominal: Nominal) -> bool:
    """ "10.000 Soldaten von dort"."""
    behind = nominal.last
    return (
        behind + 1 < len(scene.lemmas)
        and scene.is_a(behind, "source")
        and scene.is_a(behind + 1, "there-place")
        and nominal.preposition is None
    )


def land_named(scene: Scene, position: int) -> str | None:
    """The state that the sentence, or the one before it, has named last without a preposition, whoever speaks left
    out."""
    number = scene.sentence_of(position).number
    near = [n for s in scene.nominals[max(number - 1, 0) : number + 1] for n in s if n.head < position]
    states = (n for n in reversed(near) if n.actor is not None and n.actor.actor.kind is ActorKind.STATE)
    free = (n.actor for n in states if n.preposition is None and not scene.speaks(n))
    return next((scene.power(named.actor) for named in free if named is not None), None)


def only_spoken(scene: Scene, position: int) -> bool:
    """Whether nobody but who speaks, persons of other clauses, and places after a preposition stand in a sentence
    before a position."""
    before = (n for n in scene.nominals[scene.sentence_of(position).number] if n.head < position)
    named = [n for n in before if n.actor is not None]
    return bool(named) and all(n.preposition is not None or _is_outside(scene, n, position) for n in named)


def _is_outside(scene: Scene, nominal: Nominal, position: int) -> bool:
    person = nominal.actor is not None and nominal.actor.actor.kind is ActorKind.PERSON
    return scene.speaks(nominal) or (person and scene.clause_of[nominal.head] != scene.clause_of[position])


def people_named(scene: Scene, position: int, *, back: int = _LAND) -> str | None:
    """Whose people were named last, in the sentence or so many before: "nordkoreanische Truppen", "7000 Kenianer"."""
    number = scene.sentence_of(position).number
    near = [n for sentence in scene.nominals[max(number - back, 0) : number + 1] for n in sentence if n.head < position]
    for nominal in reversed(near):
        if nominal.people is not None and nominal.owners:
            return scene.power(nominal.owners[0].actor)
        named = nominal.actor
        if back > 1 and named is not None and named.form is MentionForm.DEMONYM and named.plural:
            return scene.power(named.actor)
    return None


def is_object(scene: Scene, before: Nominal, clause: Clause) -> bool:
    """Whether goods, or people of whom the relative clause has a verb in the singular, are what somebody gives or sends
    ("Soldaten, die Kim geschickt hat")."""
    if before.item is not None:
        return True
    finite = scene.text.tokens[clause.finite] if clause.finite is not None else None
    if before.people is None or finite is None:
        return False
    return not (finite.form.endswith("n") or finite.form.lower() in scene.words.jobs["are"])


def stands_alone(scene: Scene, nominal: Nominal) -> bool:
    """Neither a genitive nor an apposition ("der Geheimdienst SWR")."""
    apposed = nominal.attached and not nominal.coordinated and nominal.first == nominal.head
    return not apposed and not is_genitive(scene, nominal)
