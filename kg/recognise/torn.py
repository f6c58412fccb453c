"""Names that the making of a text has torn apart or run together: "Alexan dra Halm", "HansHalm"."""

from __future__ import annotations

import re

from kg.model import ActorKind
from kg.recognise.nameshapes import name_end, namelike
from kg.recognise.scan import Scan
from kg.recognise.surnames import PersonName
from kg.recognise.unknown import unknown

__all__ = ["torn_at"]

_GLUED = re.compile(r"([A-ZÄÖÜ][a-zäöüß]+)([A-ZÄÖÜ][a-zäöüß]{2,})")


def torn_at(scan: Scan, position: int, taken: set[int]) -> PersonName | None:
    """Somebody whose first name is broken by a space, or glued to a surname that the article has by itself."""
    form = scan.tokens[position].form
    return _broken_at(scan, position, taken) if form[1:].islower() else _glued_at(scan, position)


def _broken_at(scan: Scan, position: int, taken: set[int]) -> PersonName | None:
    if position + 2 >= scan.text.sentence_at(position).last:
        return None
    rest = scan.tokens[position + 1].form
    first = scan.tokens[position].form + rest
    if first not in scan.lexicon.genders or not rest.islower() or rest in scan.lexicon.closed:
        return None
    if rest in scan.lexicon.particles or position + 2 in taken or not namelike(scan, position + 2):
        return None
    last = name_end(scan, position + 2, taken)
    return _called(scan, position, last, f"{first} {scan.text.words(scan.text.span(position + 2, last))}")


def _glued_at(scan: Scan, position: int) -> PersonName | None:
    parts = _GLUED.fullmatch(scan.tokens[position].form)
    if parts is None or parts[1] not in scan.lexicon.genders:
        return None
    alone = any(token.form == parts[2] for token in scan.capitals)
    return _called(scan, position, position + 1, f"{parts[1]} {parts[2]}") if alone else None


def _called(scan: Scan, first: int, last: int, label: str) -> PersonName:
    gender = scan.lexicon.genders[label.partition(" ")[0]]
    return PersonName(first, last, unknown(ActorKind.PERSON, label, gender=None if gender == "u" else gender))
