"""When an agreement was signed, by the words around its noun."""

from __future__ import annotations

from kg.extract.claims.agreements.parties import Telling
from kg.extract.claims.grammar.frames import chain_after
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.lang.agreement import Tie
from kg.model import DateMention, PartialDate

__all__ = ["signing_day"]

_NEAR = 5
"""Tokens before a participle in which its day stands."""


def signing_day(scene: Scene, telling: Telling) -> PartialDate | None:
    """When it was signed: right behind the noun ("vom Juni 2024"), in the clause or participle that tells of it, or
    since when it stands."""
    noun, clause = telling.noun, telling.clause
    sentence = scene.sentence_of(noun.head)
    for date in scene.mentions.dates:
        if not sentence.first <= date.first < sentence.last:
            continue
        if noun.last <= date.first <= noun.last + 1 or _of_day(scene, noun, date):
            return date.when
        if telling.zone:
            if telling.zone[0].first - _NEAR <= date.first < noun.head:
                return date.when
        elif scene.clause_of[date.first] == clause.number and _dates(scene, telling, date):
            return date.when
    return None


def _of_day(scene: Scene, noun: Nominal, date: DateMention) -> bool:
    """As in "ein Vertrag zwischen X und Y vom Juni 2024"."""
    ends = {n.last for n in chain_after(scene, noun)}
    return any(end in ends and scene.is_a(end, "source") for end in (date.first - 1, date.first))


def _dates(scene: Scene, telling: Telling, date: DateMention) -> bool:
    """Whether a date in the clause tells of the signing: of the act, or "seit" of what stands."""
    since = date.first > 0 and scene.is_a(date.first - 1, "since")
    return telling.tie is Tie.SIGNS or (telling.tie is Tie.HOLDS and since)
