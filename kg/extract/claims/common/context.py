"""What an article has told before: for phrases that leave a role to the reader ("an die Front", "dieser Raketen")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kg.extract.claims.grammar.nominals import Nominal, land_named
from kg.extract.claims.grammar.origin import attacked
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner
from kg.model import ActorKind, MentionForm

__all__ = ["dealer", "forces_before", "is_fought", "land_before", "partner", "people_before"]


def partner(scene: Scene, power: str, *, other_than: str | None = None) -> str | None:
    """The state that the article names most often together with another ("Russland und Nordkorea", "zwischen X und Y").

    Persons and bodies count for their states; None where no state is named twice as often as any other, or never.
    """
    return _most_joined(scene, scene.nominals, power, other_than)


def dealer(scene: Scene, power: str) -> str | None:
    """Like `partner`, from the sentences alone that speak of a deal ("Rüstungsgeschäft", "Vertrag")."""
    deals = [s for s in scene.nominals if any(scene.is_noun(nominal, "deal") for nominal in s)]
    return _most_joined(scene, deals, power, None)


def _most_joined(
    scene: Scene, sentences: Iterable[Sequence[Nominal]], power: str, other_than: str | None
) -> str | None:
    pairs: Counter[str] = Counter()
    for sentence in sentences:
        for before, after in pairwise(sentence):
            if after.coordinated and _conjoined(scene, before, after):
                states = {_state(scene, before), _state(scene, after)}
                if power in states and None not in states and len(states) == 2:
                    pairs.update(s for s in states if s is not None and s not in {power, other_than})
    ranked = pairs.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _conjoined(scene: Scene, before: Nominal, after: Nominal) -> bool:
    return any(scene.is_a(p, "and") for p in range(before.last, after.first + 1))


def _state(scene: Scene, nominal: Nominal) -> str | None:
    if nominal.actor is None:
        return None
    actor = nominal.actor.actor
    power = scene.power(actor)
    return power if power is not None and (actor.kind is ActorKind.STATE or actor.acts_for is not None) else None


def land_before(scene: Scene, position: int, *, other_than: str | None = None) -> str | None:
    """The state that "das Land" means at a position: the last one that was the subject or the place of a sentence; "das
    Regime" is none of those that arm a state that was attacked."""
    number = scene.sentence_of(position).number
    free = frozenset() if not scene.is_a(_head(scene, position), "regime") else attacked(scene)
    for sentence in reversed(scene.nominals[max(number - 2, 0) : number + 1]):
        for nominal in sentence:
            state = land_named(nominal)
            told = nominal.head < position and state is not None and state != other_than and state not in free
            source = (nominal.attached or nominal.preposition is not None) and scene.speaks(nominal)
            if told and not source and not is_fought(scene, nominal):
                return state
    return None


def is_fought(scene: Scene, nominal: Nominal) -> bool:
    """ "der Krieg gegen Mali", which is about somebody else."""
    return nominal.preposition is not None and scene.is_a(nominal.preposition, "foe")


def _head(scene: Scene, position: int) -> int:
    """The head of the noun phrase that begins at a position."""
    named = scene.nominals[scene.sentence_of(position).number]
    return next((n.head for n in named if n.first <= position <= n.head), position)


def people_before(scene: Scene, position: int, *, back: int = 2) -> str | None:
    """Whose the people are that the sentence or the few before it have named last."""
    number = scene.sentence_of(position).number
    named = [n for s in scene.nominals[max(number - back, 0) : number + 1] for n in s if n.head < position]
    named = [n for n in named if n.actor is None or n.actor.actor.kind is not ActorKind.PERSON]
    soldiers = [n for n in named if (n.people is not None and not n.people.civilian) or _countrymen(n)]
    return next((whose for n in reversed(soldiers) if (whose := owner(scene, n)) is not None), None)


def _countrymen(nominal: Nominal) -> bool:
    """ "zwei Nordkoreaner"."""
    named = nominal.actor
    return named is not None and named.form is MentionForm.DEMONYM and (named.plural or nominal.quantity is not None)


def forces_before(scene: Scene, position: int) -> str | None:
    """The state of the armed forces that the article has named last, at most three sentences before."""
    number = scene.sentence_of(position).number
    named = [n for s in scene.nominals[max(number - 3, 0) : number + 1] for n in s if n.head < position]
    for nominal in reversed(named):
        staff = nominal.lemma in scene.words.jobs["staff"]
        if nominal.actor is not None and nominal.actor.actor.kind is ActorKind.ARMED_FORCES and not staff:
            return scene.power(nominal.actor.actor)
    return None
