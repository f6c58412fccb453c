"""How sure an event is: from mood, modal verbs, adverbs, negation, what governs the clause or noun, and who says it.

Every sign is an effect; the strongest wins: no claim at all, denied, possible, planned, confirmed, alleged, fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from kg.extract.claims.grammar.scene import Scene
from kg.lang import Language
from kg.lang.modality import ModalityRow
from kg.model import Modality, Stance, Statement

__all__ = ["Effect", "Signs", "signs", "stance_effects", "verdict"]


class Effect(Enum):
    """What one sign does to a claim."""

    DROP = "drop"
    """A question, a condition, a demand, a refusal to say: no claim."""
    DENIED = "denied"
    POSSIBLE = "possible"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    ALLEGED = "alleged"
    FACT = "fact"


_ORDER = (
    (Effect.DROP, None),
    (Effect.DENIED, Modality.DENIED),
    (Effect.POSSIBLE, Modality.POSSIBLE),
    (Effect.PLANNED, Modality.PLANNED),
    (Effect.CONFIRMED, Modality.FACT),
    (Effect.ALLEGED, Modality.ALLEGED),
)
_STANCES = {
    Stance.CONFIRMS: Effect.CONFIRMED,
    Stance.DECLINES: Effect.DROP,
    Stance.DEMANDS: Effect.DROP,
}


@dataclass(frozen=True, slots=True)
class Signs:
    """The rows of `modality.toml` by word."""

    adverbs: Mapping[str, Effect]
    adjectives: Mapping[str, Effect]
    verbs: Mapping[str, tuple[ModalityRow, Effect]]
    nouns: Mapping[str, tuple[ModalityRow, Effect]]
    idioms: tuple[tuple[str, ModalityRow, Effect], ...]
    phrases: tuple[tuple[str, Effect], ...]
    conjunctions: frozenset[str]
    time: Mapping[str, Effect]
    cues: Mapping[str, Effect]


@lru_cache(maxsize=8)
def signs(language: Language) -> Signs:
    """The signs of a language, made once."""
    rows = [(row, _effect(row)) for row in language.table(ModalityRow).values()]
    return Signs(
        adverbs={word: effect for row, effect in rows for word in row.adverbs},
        adjectives={word: effect for row, effect in rows for word in row.adjectives},
        verbs={word: (row, effect) for row, effect in rows for word in row.verbs},
        nouns={word: (row, effect) for row, effect in rows for word in row.nouns},
        idioms=tuple((f" {idiom} ", row, effect) for row, effect in rows for idiom in row.idioms),
        phrases=tuple((f" {phrase} ", effect) for row, effect in rows for phrase in row.phrases),
        conjunctions=frozenset(word for row, _ in rows for word in row.conjunctions),
        time={word: effect for row, effect in rows for word in row.time},
        cues={word: effect for row, effect in rows for word in row.cues},
    )


_FRAMES = "frames/"
"""Of "nach Schätzung von X hat …" the mood tells the doubt."""


def _effect(row: ModalityRow) -> Effect:
    if row.modality is None:
        return Effect.DROP
    return Effect.CONFIRMED if row.key == "confirm" else Effect(row.modality.value)


def verdict(effects: Iterable[Effect]) -> Modality | None:
    """The modality that all effects together give; None where no claim is to be written."""
    found = set(effects)
    return next((modality for effect, modality in _ORDER if effect in found), Modality.FACT)


def stance_effects(statements: Iterable[Statement], scene: Scene, known: Signs, *, future: bool) -> set[Effect]:
    """What the stance of the statements that carry a claim does to it; `future`: whether the event is still to come."""
    found: set[Effect] = set()
    for statement in statements:
        if statement.stance in _STANCES:
            found.add(_STANCES[statement.stance])
        elif statement.stance is Stance.EXPECTS and not statement.rule.startswith(_FRAMES):
            found.add(Effect.ALLEGED)
        elif statement.stance is Stance.ANNOUNCES and future:
            found.add(Effect.PLANNED)
        found |= _cue_effects(statement, scene, known)
    return found


def _cue_effects(statement: Statement, scene: Scene, known: Signs) -> set[Effect]:
    """ "will … herausgefunden haben": the cue itself calls it hearsay."""
    cue = statement.cue
    if cue is None or statement.stance is not Stance.ASSERTS:
        return set()
    sentence = next((s for s in scene.text.sentences if s.start <= cue.start < s.end), None)
    tokens = scene.text.tokens[sentence.first : sentence.last] if sentence is not None else ()
    return {known.cues[t.lemma] for t in tokens if cue.start <= t.start < cue.end and t.lemma in known.cues}
