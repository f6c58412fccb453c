"""Dead and wounded counted by the lands that they come from: "Neun der Toten stammten aus Peru, drei aus Chile"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.claims.casualties.victims import ONE
from kg.extract.claims.common.claimants import voices
from kg.extract.claims.common.drafts import Amount, Desk, amount
from kg.extract.claims.grammar.frames import How, Match
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.lang.casualties import CasualtyRow
from kg.model import ActorKind, Casualties, Modality, Mood

__all__ = ["by_lands"]


def by_lands(desk: Desk, told: Sequence[Match]) -> Iterator[Casualties]:
    """A claim for each land of which a clause tells how many of the dead or wounded come from it."""
    for match in told:
        row, scene = match.row, desk.scene
        if match.how is not How.NOUN or not isinstance(row, CasualtyRow) or not row.victims or match.nominal is None:
            continue
        if match.clause.lemma not in scene.words.jobs["come-from"] or match.nominal.preposition is not None:
            continue
        number: Amount | None = amount(match.nominal.quantity) if match.nominal.quantity is not None else None
        for nominal, land in _lands(scene, match):
            size = _counted(scene, nominal) or number
            if size is not None:
                yield from _claims(desk, match, row, (nominal, land, size))
            number = None


def _lands(scene: Scene, match: Match) -> Iterator[tuple[Nominal, str]]:
    """The phrases with "aus" in a clause and in what hangs on it, each with its land."""
    for nominal in scene.nominals[scene.sentence_of(match.at).number]:
        inside = match.at < nominal.first and nominal.last <= match.clause.last
        if not inside or nominal.preposition is None or not scene.is_a(nominal.preposition, "out-of"):
            continue
        actor = nominal.actor.actor if nominal.actor is not None else None
        land = nominal.place.place.country if nominal.place is not None else None
        land = land or (actor.id if actor is not None and actor.kind is ActorKind.STATE else None)
        if land is not None:
            yield nominal, land


def _counted(scene: Scene, nominal: Nominal) -> Amount | None:
    """How many come from there: the number right before "aus"."""
    at = nominal.preposition or 0
    before = next((q for q in scene.mentions.quantities if q.last == at), None)
    if before is not None:
        return amount(before)
    return ONE if at and scene.is_a(at - 1, "one") else None


def _claims(desk: Desk, match: Match, row: CasualtyRow, part: tuple[Nominal, str, Amount]) -> Iterator[Casualties]:
    scene, (nominal, land, size) = desk.scene, part
    core = scene.text.span(match.clause.first, nominal.last)
    doubted = match.clause.mood in {Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2}
    for voice in voices(scene, core, match.clause):
        sure = Modality.DENIED if voice.denies else Modality.ALLEGED if doubted else Modality.FACT
        yield Casualties(
            key="",
            claimants=voice.claimants,
            statement=voice.key,
            number=size.number,
            qualifier=size.qualifier,
            minimum=size.minimum,
            maximum=size.maximum,
            modality=sure,
            evidence=core,
            rule=row.rule,
            of=land,
            type=row.type,
        )
