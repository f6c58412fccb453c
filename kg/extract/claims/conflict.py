"""Whether people were hurt in a conflict, and which country was struck."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.claims.context import land_before
from kg.extract.claims.frames import chain_after
from kg.extract.claims.location import where
from kg.extract.claims.nominals import Nominal
from kg.extract.claims.scene import Scene
from kg.model import ActorKind, Clause, PlaceKind, Sentence

__all__ = ["in_conflict", "spheres", "struck_country"]


def spheres(scene: Scene) -> tuple[bool | None, ...]:
    """What each sentence speaks of: True for a conflict, False for accidents, crime and business, None if unclear."""
    return tuple(_sphere(scene, sentence) for sentence in scene.text.sentences)


def in_conflict(scene: Scene, position: int, known: Sequence[bool | None], *, losses: bool) -> bool | None:
    """Whether the sentence of a token, or else the two before it, speak of a conflict and not of an accident or money;
    `known`: the spheres of all sentences. None where they do not tell, but the article is about a conflict.

    Losses without people need a conflict in the article alone, where nothing in the sentence speaks of business.
    """
    if not losses and known.count(False) > known.count(True):
        return False
    number = scene.sentence_of(position).number
    for sphere in (known[number], *reversed(known[max(number - 2, 0) : number])):
        if sphere is not None:
            return sphere
    if losses and True in known:
        return True
    return None if known.count(True) > 2 * known.count(False) + 1 else False


def _before(scene: Scene, sentence: Sentence) -> Sequence[Sentence]:
    return scene.text.sentences[max(sentence.number - 2, 0) : sentence.number]


def _sphere(scene: Scene, sentence: Sentence) -> bool | None:
    words = (word for word in scene.nouns[sentence.first : sentence.last] if word)
    rows = [row for word in words if (row := scene.words.spheres.get(word)) is not None]
    if any(not row.conflict for row in rows):
        return any(row.conflict and not row.weak for row in rows) and not any(row.money for row in rows)
    fought = any(scene.is_a(p, "fight") for p in range(sentence.first, sentence.last))
    return True if rows or fought else None


def struck_country(scene: Scene, position: int) -> str | None:
    """The country where it happened: that of a location in the clause; else of a location beside a word of conflict in
    the sentence or the two before it, outside the words that only tell who said so."""
    clause = scene.clause_at(position)
    if clause is not None and (struck := _target(scene, clause, scene.inside(clause))) is not None:
        return struck
    place = where(scene, scene.inside(clause)) if clause is not None else None
    if place is not None and (place.host is not None or place.here):
        return place.host or land_before(scene, position)
    sentence = scene.sentence_of(position)
    for other in (sentence, *reversed(_before(scene, sentence))):
        if (host := _battle_place(scene, other)) is not None:
            return host
    named = {n.place.place.country for n in scene.nominals[sentence.number] if n.place is not None and n.actor is None}
    return named.pop() if len(named) == 1 else None


def _battle_place(scene: Scene, sentence: Sentence) -> str | None:
    """The one country where the clauses of a sentence that speak of a conflict place it."""
    hosts: set[str] = set()
    for clause in scene.text.clauses:
        if not sentence.first <= clause.first < sentence.last or _tells(scene, clause):
            continue
        inside = scene.inside(clause)
        if (struck := _target(scene, clause, inside)) is not None:
            return struck
        host = where(scene, inside).host
        if host is not None and any(_is_battle(scene, n) for n in inside):
            hosts.add(host)
    return hosts.pop() if len(hosts) == 1 else None


def _target(scene: Scene, clause: Clause, inside: Sequence[Nominal]) -> str | None:
    """The country of what is struck: "griff Kiew an", "Beschuss der Grenzregion Belgorod"."""
    strikes = clause.lemma in scene.words.jobs["strike"]
    for before, nominal in zip((None, *inside), inside, strict=False):
        loose = nominal.preposition is None or scene.is_a(nominal.preposition, "of")
        genitive = nominal.attached and not nominal.coordinated and loose
        if genitive and before is not None and _is_battle(scene, before):
            if (country := _country(scene, nominal)) is not None:
                return country
        elif strikes and nominal.preposition is None and nominal.place is not None:
            place = nominal.place.place
            if place.kind is not PlaceKind.COUNTRY and place.country is not None:
                return place.country
    return None


def _country(scene: Scene, nominal: Nominal) -> str | None:
    """The country of a genitive: "der Stadt Belgorod", "der russischen Grenzregion", "Gazas"."""
    for one in (nominal, *chain_after(scene, nominal)[:1]):
        if one.place is not None and (one is nominal or one.preposition is None):
            return one.place.place.country or one.place.place.id
    states = [mention.actor.id for mention in nominal.owners if mention.actor.kind is ActorKind.STATE]
    return states[0] if states and scene.is_noun(nominal, "near") else None


def _is_battle(scene: Scene, nominal: Nominal) -> bool:
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
