"""Surnames that an article spells in two ways: "Eva Hoffmann … so Hofmann", "Kranz … Kranznicht"."""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.model import Actor
from kg.recognise.scan import Scan
from kg.recognise.surnames import PersonName

__all__ = ["misspelt"]

_TWICE = re.compile(r"(.)\1")
_SHORTEST = 5
"""Letters of such a name at least."""
_REST = 4
"""Letters of a word glued to a name at least."""


def misspelt(scan: Scan, names: Collection[PersonName], full: dict[str, Actor]) -> dict[str, Actor]:
    """By another spelling those of `full` whose whole name the article tells; no spelling that is part of a longer
    name itself."""
    whole = {form: actor for form, actor in full.items() if " " in actor.label_de and len(form) >= _SHORTEST}
    if not whole:
        return {}
    begins = {form[0] for form in whole}
    alone = {scan.tokens[name.first].form for name in names if name.last == name.first + 1}
    inside = {scan.tokens[p].form for name in names if name.last - name.first > 1 for p in range(name.first, name.last)}
    inside |= whole.keys()
    found: dict[str, Actor] = {}
    for token in scan.capitals:
        form = token.form
        if form[0] not in begins or len(form) < _SHORTEST or form in inside or form in found:
            continue
        if not (token.tag == "NE" or form in alone) or not _may_be_surname(scan, token.position):
            continue
        meant = {actor for surname, actor in whole.items() if _alike(form, surname) or _glued(scan, form, surname)}
        if len(meant) == 1 and f"{form}s" not in whole and form.removesuffix("s") not in whole:
            found[form] = meant.pop()
    return found


def _may_be_surname(scan: Scan, place: int) -> bool:
    known = place in scan.hits or place in scan.senses or place in scan.states
    return not known and not scan.common_noun(place) and scan.tokens[place].form not in scan.lexicon.genders


def _alike(form: str, surname: str) -> bool:
    """Whether two names differ in doubled letters alone, or in the order of letters inside."""
    if form[0] != surname[0] or abs(len(form) - len(surname)) > 1:
        return False
    ordered = len(form) > _SHORTEST and form[-1] == surname[-1] and sorted(form) == sorted(surname)
    return ordered or _TWICE.sub(r"\1", form) == _TWICE.sub(r"\1", surname)


def _glued(scan: Scan, form: str, surname: str) -> bool:
    """As in "hält Halmerallerdings": a name to which a small word is glued."""
    rest = form.removeprefix(surname)
    return rest != form and len(rest) >= _REST and rest in scan.lexicon.closed
