"""Whether people were hurt in a conflict, and which country was struck."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.extract.claims.common.context import land_before
from kg.extract.claims.grammar.asides import is_post
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.location import where
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import antecedent, owner
from kg.lang.conflict import ConflictRow
from kg.model import ActorKind, Clause, ClauseKind, PlaceKind, Sentence

__all__ = [
    "Spheres",
    "has_blow",
    "in_conflict",
    "is_battle",
    "is_nested",
    "is_struck",
    "spheres",
    "struck_before",
    "struck_here",
]


class Spheres(NamedTuple):
    """What each sentence speaks of: True for a conflict, False against one, None if unclear."""

    people: tuple[bool | None, ...]
    """For dead and wounded: accidents, crime and sports speak against it."""
    losses: tuple[bool | None, ...]
    """For losses: business does as well."""
    hints: frozenset[int]
    """The numbers of the sentences that have words that make a conflict likely."""


def spheres(scene: Scene) -> Spheres:
    """What the sentences of an article speak of."""
    rows = [_rows(scene, sentence) for sentence in scene.text.sentences]
    fought = [scene.has(sentence, "fight") for sentence in scene.text.sentences]
    people = tuple(_sphere([r for r in row if not r.money], war) for row, war in zip(rows, fought, strict=True))
    losses = tuple(_sphere(row, war) for row, war in zip(rows, fought, strict=True))
    warlike = tuple(scene.words.jobs["war-prefix"])
    found = scene.nouns_in(scene.words.hints) | {noun for noun in scene.vocabulary if noun.startswith(warlike)}
    hints = (s.number for s in scene.text.sentences if not found.isdisjoint(scene.nouns[s.first : s.last]))
    return Spheres(people, losses, frozenset(hints))


def in_conflict(scene: Scene, position: int, known: Spheres, *, losses: bool) -> bool | None:
    """Whether the sentence of a token, or else the two before it, speak of a conflict and not of an accident or money;
    `known`: the spheres of all sentences. None where they do not tell, but the article is about a conflict.

    Losses without people need a conflict in the article alone, where nothing in the sentence speaks of business.
    """
    told = known.losses if losses else known.people
    if not losses and told.count(False) > told.count(True) + len(known.hints):
        return False
    number = scene.sentence_of(position).number
    for sphere in (told[number], *reversed(told[max(number - 2, 0) : number])):
        if sphere is not None:
            return sphere
    if losses and True in told:
        return True
    if losses and not any(sphere is not None for sphere in told):
        return None
    likely = not known.hints.isdisjoint(range(max(number - 2, 0), number + 2)) or told[number + 1 : number + 2] == (
        True,
    )
    return None if likely or told.count(True) > 2 * told.count(False) + 1 else False


def _before(scene: Scene, sentence: Sentence) -> Sequence[Sentence]:
    return scene.text.sentences[max(sentence.number - 2, 0) : sentence.number]


def _rows(scene: Scene, sentence: Sentence) -> list[ConflictRow]:
    words = (word for word in scene.nouns[sentence.first : sentence.last] if word)
    return [row for word in words if (row := scene.words.spheres.get(word)) is not None]


def _sphere(rows: Sequence[ConflictRow], fought: bool) -> bool | None:
    against = [row for row in rows if not row.conflict]
    if against and all(row.weak for row in against) and len(against) == len(rows):
        return None
    if against:
        return any(row.conflict and not row.weak for row in rows) and not any(row.money for row in against)
    return True if rows or fought else None


def struck_here(scene: Scene, position: int) -> str | None:
    """The country where it happened: that of a location in the clause; else of a location beside a word of conflict, or
    of the only one, in the sentence, outside the words that only tell who said so."""
    clause = scene.clause_at(position)
    if clause is not None and (struck := _target(scene, clause, scene.inside(clause))) is not None:
        return struck
    if clause is not None and (blow := _blow_above(scene, clause)) is not None:
        return _country(scene, blow) or where(scene, chain_after(scene, blow)).host
    if clause is not None and (land := _at_war_with_itself(scene, scene.inside(clause))) is not None:
        return land
    if clause is not None and len(_lands_joined(scene, clause)) > 1:
        return None
    place = where(scene, scene.inside(clause)) if clause is not None else None
    if place is not None and (place.host is not None or place.here):
        return place.host or land_before(scene, position)
    sentence = scene.sentence_of(position)
    if (host := _battle_place(scene, sentence)) is not None:
        return host
    inside = scene.nominals[sentence.number]
    told = [n for n, last in zip(inside, (None, *inside), strict=False) if not is_post(scene, n, last)]
    named = {n.place.place.country for n in told if n.place is not None and n.actor is None}
    return named.pop() if len(named) == 1 else None


def _blow_above(scene: Scene, clause: Clause) -> Nominal | None:
    """The attack that a relative clause is about ("die Anschläge von Brüssel, bei denen 30 Menschen starben")."""
    inside = (n for n in scene.inside(clause) if n.pronoun and n.preposition is not None)
    if clause.kind is not ClauseKind.RELATIVE or not any(scene.is_a(n.preposition or 0, "at-them") for n in inside):
        return None
    before = antecedent(scene, clause)
    return before if before is not None and is_battle(scene, before) else None


def _lands_joined(scene: Scene, clause: Clause) -> set[str]:
    """As in "in der Türkei und im Nordirak": the countries that "und" joins."""
    inside = scene.inside(clause)
    pairs = ((one, other) for one, other in pairwise(inside) if one.place and other.place)
    joined = [
        (one, other) for one, other in pairs if any(scene.is_a(p, "and") for p in range(one.last, other.first + 1))
    ]
    return {n.place.place.country or n.place.place.id for pair in joined for n in pair if n.place is not None}


def _at_war_with_itself(scene: Scene, inside: Sequence[Nominal]) -> str | None:
    """ "im syrischen Bürgerkrieg"."""
    wars = (n for n in inside if n.lemma in scene.words.jobs["civil-war"])
    states = (m.actor.id for n in wars for m in n.owners if m.actor.kind is ActorKind.STATE)
    return next(states, None)


def is_struck(scene: Scene, clause: Clause) -> bool:
    """Whether a clause itself tells of a blow and of the country that it struck."""
    inside = scene.inside(clause)
    fought = any(is_battle(scene, n) for n in inside)
    return fought and (_target(scene, clause, inside) or where(scene, inside).host) is not None


def has_blow(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells of an attack, not of a war or a battle, where either side may lose people."""
    return any(scene.is_noun(n, "blow") for n in scene.inside(clause))


def struck_before(scene: Scene, position: int) -> str | None:
    """The country of a location beside a word of conflict in the two sentences before."""
    earlier = (_battle_place(scene, other) for other in reversed(_before(scene, scene.sentence_of(position))))
    return next((host for host in earlier if host is not None), None)


def _battle_place(scene: Scene, sentence: Sentence) -> str | None:
    """The one country where the clauses of a sentence that speak of a conflict place it."""
    hosts: set[str] = set()
    for clause in scene.text.clauses:
        if not sentence.first <= clause.first < sentence.last or _tells(scene, clause):
            continue
        inside = scene.inside(clause)
        if (struck := _target(scene, clause, inside)) is not None:
            return struck
        told = [n for n in inside if not is_nested(scene, n)]
        host = where(scene, told).host
        if host is not None and any(is_battle(scene, n) for n in inside):
            hosts |= {host, *_lands_joined(scene, clause)}
    return hosts.pop() if len(hosts) == 1 else None


def is_nested(scene: Scene, nominal: Nominal) -> bool:
    """ "die im Raum Riga festgenommenen Männer": a place inside another noun phrase."""
    tokens, named = scene.text.tokens, scene.nominals[scene.sentence_of(nominal.first).number]
    before = next((n for n in named if n.last == nominal.first and n.preposition is not None), None)
    if any(nominal.first < (n.preposition or 0) < nominal.head for n in named if n is not nominal):
        return True
    after = next((n for n in named if n.first == nominal.last), None)
    at = nominal.preposition if nominal.preposition is not None or before is None else before.preposition
    last = nominal.last if after is None or nominal.preposition is None or after.preposition else after.last
    opened = at is not None and at > 0 and tokens[at - 1].tag in {"ART", "CARD", "ADJA", "PIAT", "PDAT", "PPOSAT"}
    return opened and last < len(tokens) and tokens[last].tag in {"ADJA", "VVPP"}


def _target(scene: Scene, clause: Clause, inside: Sequence[Nominal]) -> str | None:
    """The country of what is struck: "griff Kiew an", "Beschuss der Grenzregion Belgorod"."""
    strikes = clause.lemma in scene.words.jobs["strike"]
    for before, nominal in zip((None, *inside), inside, strict=False):
        loose = nominal.preposition is None or scene.is_a(nominal.preposition, "of")
        genitive = nominal.attached and not nominal.coordinated and loose
        if genitive and before is not None and is_battle(scene, before):
            if (country := _country(scene, nominal)) is not None:
                return country
        elif before is not None and is_battle(scene, before) and _attacked(scene, nominal):
            return owner(scene, nominal)
        elif strikes and nominal.preposition is None and nominal.place is not None:
            place = nominal.place.place
            if place.kind is not PlaceKind.COUNTRY and place.country is not None:
                return place.country
    return None


def _attacked(scene: Scene, nominal: Nominal) -> bool:
    """ "Angriff auf UN-Helfer": people who are struck as such."""
    upon = nominal.preposition is not None and scene.is_a(nominal.preposition, "put-at")
    return upon and nominal.attached and nominal.people is not None and owner(scene, nominal) is not None


def _country(scene: Scene, nominal: Nominal) -> str | None:
    """The country of a genitive: "der Stadt Belgorod", "der russischen Grenzregion", "Gazas"."""
    for one in (nominal, *chain_after(scene, nominal)[:1]):
        if one.place is not None and (one is nominal or one.preposition is None):
            return one.place.place.country or one.place.place.id
    states = [mention.actor.id for mention in nominal.owners if mention.actor.kind is ActorKind.STATE]
    return states[0] if states and scene.is_noun(nominal, "near") else None


def is_battle(scene: Scene, nominal: Nominal) -> bool:
    """Whether a noun phrase names an attack, a battle, a war or a weapon."""
    row = scene.words.spheres.get(nominal.lemma)
    return row is not None and row.conflict and not row.weak


def _tells(scene: Scene, clause: Clause) -> bool:
    """Whether the clause only tells who says something."""
    tokens = scene.text.tokens
    first, last = tokens[clause.first].start, tokens[clause.last - 1].end
    cues = [s.cue for s in scene.statements if s.cue is not None and first <= s.cue.start < last]
    return any(
        scene.clause_of[p] == clause.number for cue in cues for p in clause.verbs if tokens[p].start == cue.start
    )
