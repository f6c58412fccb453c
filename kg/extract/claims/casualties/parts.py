"""Those of the dead or wounded who are counted apart: "darunter drei Kinder", "davon gut 300 am Freitag"."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.casualties.victims import hurt
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.grammar.frames import Match
from kg.extract.claims.grammar.nominals import Nominal

__all__ = ["Part", "part_of"]


class Part(NamedTuple):
    """Some of the victims, counted apart ("darunter drei Kinder")."""

    opener: int
    people: Nominal


def part_of(desk: Desk, match: Match, last: int) -> Part | None:
    """The first people that a word such as "darunter" counts out behind a match and before the token `last`."""
    scene = desk.scene
    sentence = scene.sentence_of(match.at)
    people = [
        n for n in scene.nominals[sentence.number] if n.first > match.clause.first and (hurt(n) or _from(desk, n))
    ]
    for position in range(match.clause.first, min(last, sentence.last - 1)):
        opener = scene.is_a(position, "among") or (scene.is_a(position, "under") and scene.is_a(position + 1, "them"))
        after = next((n for n in people if n.first > position), None) if opener else None
        if after is not None and after.quantity is not None and after.first - position <= 2:
            return Part(position, after)
        if opener and (alone := _number_behind(desk, position)) is not None:
            return Part(position, alone)
    return None


def _number_behind(desk: Desk, position: int) -> Nominal | None:
    """ "(verlor 9000 Mann,) davon gut 300 am Freitag": a number that counts no noun right behind "davon"."""
    scene, tokens = desk.scene, desk.scene.text.tokens
    number = next((q for q in scene.mentions.quantities if position < q.first <= position + 2), None)
    if number is None or number.number is None or number.last >= len(tokens):
        return None
    bare = tokens[number.last].tag in {"APPR", "APPRART", "ADV", "$,", "$."} and number.last > position
    before = [
        n for n in scene.nominals[scene.sentence_of(position).number] if n.people is not None and n.last <= position
    ]
    whole = next((n for n in reversed(before) if n.quantity is not None), None)
    if not bare or whole is None:
        return None
    return whole._replace(first=number.first, last=number.last, head=number.last - 1, quantity=number)


def _from(desk: Desk, nominal: Nominal) -> bool:
    """ "(darunter) neun aus Südafrika"."""
    source = nominal.preposition is not None and desk.scene.is_a(nominal.preposition, "source")
    return source and nominal.quantity is not None and nominal.actor is not None
