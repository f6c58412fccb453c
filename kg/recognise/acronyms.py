"""Acronyms that may name organisations, and what they stand for: "Halmstein Institute (HI)"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Actor
from kg.recognise.scan import Scan
from kg.recognise.together import OrganisationName

__all__ = ["acronym_at", "in_brackets", "is_acronym", "with_acronyms"]

_ACRONYM = re.compile(r"[A-ZÄÖÜ]{2,7}s?|[A-Z][a-z]?[A-Z]{1,4}")


def is_acronym(form: str, no_names: frozenset[str]) -> bool:
    """Whether a word in capitals may name an organisation."""
    return _ACRONYM.fullmatch(form) is not None and form not in no_names


def in_brackets(scan: Scan, form: str) -> bool:
    """Whether the text has a word in capitals alone in brackets behind a noun, as a short name: "das Amt (DNA)"."""
    places = (token.position for token in scan.capitals if token.form == form and form.isupper())
    around = (scan.tokens[place - 2 : place + 2] for place in places if 1 < place < len(scan.tokens) - 1)
    return any(noun.tag[0] == "N" and (before.form, behind.form) == ("(", ")") for noun, before, _, behind in around)


def acronym_at(scan: Scan, place: int) -> bool:
    """Whether an acronym stands there that may name an organisation; not in a line of capitals."""
    if not is_acronym(scan.tokens[place].form, scan.lexicon.no_names):
        return False
    around = scan.tokens[max(place - 1, 0) : place + 2]
    return sum(token.form.isupper() and len(token.form) > 2 for token in around) <= 1


def with_acronyms(scan: Scan, found: dict[int, OrganisationName]) -> dict[int, OrganisationName]:
    """Joins an acronym with the name that it stands behind in brackets: "Halmstein Institute (HI)" … "HI"."""
    full: dict[str, Actor] = {}
    joined: dict[int, OrganisationName] = {}
    for place, name in found.items():
        acronym = _acronym_behind(scan, name.last)
        if acronym is None:
            form = scan.tokens[name.first].form
            joined[place] = name._replace(actor=full[form]) if name.last == name.first + 1 and form in full else name
            continue
        full[acronym] = replace(name.actor, aliases=(acronym,))
        joined[place] = OrganisationName(name.first, name.last + 3, full[acronym])
    return joined


def _acronym_behind(scan: Scan, place: int) -> str | None:
    """The acronym in brackets at a position."""
    tokens = scan.tokens[place : place + 3]
    bracketed = [token.form for token in tokens[::2]] == ["(", ")"] and acronym_at(scan, place + 1)
    return tokens[1].form if bracketed else None
