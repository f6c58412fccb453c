"""Casualties in tables of details: "Verletzte | 4000"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.wordlists import NounIndex
from kg.lang.casualties import CasualtyRow
from kg.model import Casualties, Modality, Qualifier, QuantityMention, Role, Sentence

__all__ = ["table_casualties"]


def table_casualties(desk: Desk, told: tuple[Casualties, ...]) -> Iterator[Casualties]:
    """One claim for each row of a table that counts dead or wounded, in the article's own voice.

    `told`: the casualties of the prose, which tell whose people they are: those with the same number, else the last.
    """
    index = NounIndex.of(
        (noun.removeprefix("|"), row)
        for row in desk.language.table(CasualtyRow).values()
        for noun in row.nouns
        if noun.startswith("|")
    )
    for sentence in desk.scene.text.sentences:
        if sentence.role is Role.TABLE:
            yield from _row(desk, sentence, index, told)


def _row(
    desk: Desk, sentence: Sentence, index: NounIndex[CasualtyRow], told: tuple[Casualties, ...]
) -> Iterator[Casualties]:
    scene = desk.scene
    row = index.get(scene.text.tokens[sentence.first].form.lower())
    quantity = None if row is None else _quantity(scene, sentence)
    if row is None or quantity is None:
        return
    same = [claim.of for claim in told if claim.number == quantity.number and claim.of is not None]
    last = [claim.of for claim in told if claim.of is not None]
    yield Casualties(
        key="",
        claimants=(),
        statement=None,
        number=quantity.number,
        qualifier=quantity.qualifier or Qualifier.EXACTLY,
        minimum=quantity.minimum,
        maximum=quantity.maximum,
        modality=Modality.FACT,
        evidence=scene.text.span(sentence.first, quantity.last),
        rule=row.rule,
        of=next(iter([*reversed(same), *reversed(last), *_places(scene)]), None),
        type=row.type,
    )


def _quantity(scene: Scene, sentence: Sentence) -> QuantityMention | None:
    """The number of a row; one that is elsewhere a year ("2000") counts here."""
    inside = (q for q in scene.mentions.quantities if sentence.first < q.first < sentence.last)
    told = next((q for q in inside if q.number is not None), None)
    bare = (t for t in scene.text.tokens[sentence.first : sentence.last] if t.form.isdecimal())
    year = next(bare, None) if told is None else None
    if year is None:
        return told
    number, place = int(year.form), year.position
    return QuantityMention(year.span, place, place + 1, number, Qualifier.EXACTLY, number, number)


def _places(scene: Scene) -> list[str]:
    """The countries of the places in the table's own rows ("Ort | Kursk, Russland")."""
    rows = [s for s in scene.text.sentences if s.role is Role.TABLE]
    named = [m.place.country for m in scene.mentions.places if any(r.first <= m.first < r.last for r in rows)]
    return [country for country in named if country is not None]
